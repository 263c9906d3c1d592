import Core
import Testing

@Suite struct HTTPDateTests {
    private let now = Timestamp(seconds: 1_772_357_400)

    @Test(arguments: [
        "", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "Mon, 06 Nov 1994 08:49:37 GMT",
        "sun, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sunday, 06-Nov-1994 08:49:37 GMT", "Sundae, 06-Nov-94 08:49:37 GMT", "Monday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov 06 08:49:37 94", "Sun Nov  6 08:49:37 1994 GMT", "Mon Nov  6 08:49:37 1994",
        "Sun, 06 Nov 1994 08:49:60 GMT",
    ])
    func refusesWhatIsNoHTTPDate(text: String) {
        #expect(Timestamp(httpDate: text, now: now) == nil)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
        ("Saturday, 29-Feb-76 00:00:00 GMT", 3_350_160_000), ("Sunday, 01-Mar-76 00:00:00 GMT", 3_350_246_400),
        ("Monday, 02-Mar-76 00:00:00 GMT", nil), ("Tuesday, 02-Mar-76 00:00:00 GMT", 194_572_800),
        ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
    ])
    func readsAllThreeForms(text: String, seconds: Int64?) {
        #expect(Timestamp(httpDate: text, now: now)?.seconds == seconds)
    }

    @Test func writesEveryMonthAndWeekday() {
        for day in 0..<400 {
            let instant = Timestamp(seconds: 1_700_000_000 + Int64(day) * 90_061)
            var bytes = Array("Date: ".utf8)
            instant.writeHTTPDate(into: &bytes)
            #expect(bytes.count == 35)
            #expect(Timestamp(httpDate: bytes.span.extracting(6..<35), now: now) == instant)
        }
        var bytes: [UInt8] = []
        Timestamp(microseconds: 784_111_777_900_000).writeHTTPDate(into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }
}

import Core
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        "", "2026", "2026-03-01", "2026-03-01T09:30:00", "2026-03-01 09:30:00Z", "2026-03-01T09:30:00Zx",
        "2026-13-01T09:30:00Z", "2026-00-01T09:30:00Z", "2026-02-29T09:30:00Z", "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z", "2026-03-00T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z",
        "2026-03-01T09:30:61Z", "2026-03-01T09:30:60Z", "2026-06-30T22:59:60Z", "2026-03-01T09:30:00.Z",
        "2026-03-01T09:30:00.1234567Z", "2026-03-01T09:30:00+0300", "2026-03-01T09:30:00+03",
        "2026-03-01T09:30:00+24:00",
        "2026-03-01T09:30:00+03:60", "2026-03-01T09:30:00+03:00 ", "+026-03-01T09:30:00Z", "2026-3-01T09:30:00ZZ",
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "２026-03-01T09:30:00Z", "2026-03-01T09:30:00.-1Z",
    ])
    func refusesWhatIsNotRFC3339(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
        ("2026-03-01t09:30:00.5z", 1_772_357_400_500_000, "2026-03-01T09:30:00.500Z"),
        ("2026-03-01T12:30:00.000001+03:00", 1_772_357_400_000_001, "2026-03-01T09:30:00.000001Z"),
        ("2026-03-01T00:00:00-00:00", 1_772_323_200_000_000, "2026-03-01T00:00:00Z"),
        ("2000-02-29T23:59:59-23:59", 951_955_139_000_000, "2000-03-01T23:58:59Z"),
        ("2016-12-31T23:59:60Z", 1_483_228_800_000_000, "2017-01-01T00:00:00Z"),
        ("2017-01-01T02:59:60+03:00", 1_483_228_800_000_000, "2017-01-01T00:00:00Z"),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000_000, "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
    ])
    func readsAndWritesRFC3339(text: String, microseconds: Int64, written: String) throws {
        let instant = try #require(Timestamp(rfc3339: text))
        #expect(instant.microseconds == microseconds)
        #expect(instant.description == written)
    }

    @Test func everyDayOfFourCenturiesComesBack() {
        var weekday = 6
        for day in 0..<146_097 {
            let instant = Timestamp(seconds: Int64(day) * 86_400 + 946_684_800 + 86_399)
            let civil = CivilTime(instant)
            guard Timestamp(civil) == instant, civil.weekday == weekday, civil.isValid else {
                Issue.record("day \(day): \(civil)")
                return
            }
            weekday = (weekday + 1) % 7
        }
    }

    @Test func agreesWithKnownDays() {
        #expect(
            CivilTime(Timestamp(seconds: -1))
                == CivilTime(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59))
        #expect(CivilTime(Timestamp(seconds: 951_782_400)) == CivilTime(year: 2000, month: 2, day: 29))
        #expect(CivilTime(year: 1923, month: 10, day: 29).weekday == 1)
        #expect(CivilTime(year: 0, month: 1, day: 1).weekday == 6)
        #expect(CivilTime.daysInMonth(13, year: 2026) == 0)
    }

    @Test func arithmeticIsCheckedAndNeverTraps() {
        let now = Timestamp(seconds: 1_000)
        #expect(now.adding(.seconds(Int64.max)) == nil)
        #expect(now.adding(.seconds(Int64.min)) == nil)
        #expect(now + .seconds(Int64.max) == .latest)
        #expect(now - .seconds(Int64.max) == .earliest)
        #expect(now + Duration(attoseconds: .max) == .latest)
        #expect(Timestamp(seconds: .max) == .latest)
        #expect(Timestamp(exactly: .max) == nil)
        #expect(now.adding(.milliseconds(1)) == Timestamp(microseconds: 1_000_001_000))
        #expect(Timestamp.latest - Timestamp.earliest == .microseconds(315_569_519_999_999_999))
        #expect(Timestamp(microseconds: -1).seconds == -1)
        #expect(Timestamp(microseconds: -1).milliseconds == -1)
        #expect(now < now + .microseconds(1))
    }

    @Test func aManualClockStandsWhereItIsPut() {
        let clock = ManualClock(Timestamp(seconds: 5))
        clock.advance(by: .seconds(2))
        #expect(clock.now() == Timestamp(seconds: 7))
        clock.set(.epoch)
        #expect(clock.now() == .epoch)
        #expect(SystemClock().now() > Timestamp(seconds: 1_700_000_000))
    }
}

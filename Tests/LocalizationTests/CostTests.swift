import Core
import Localization
import Testing

@Suite("The cost of formats")
struct CostTests {
    /// Printed for whoever compares; nothing here depends on the clock.
    @Test("is printed")
    func cost() {
        let amount = Money(minorUnits: 123_456_789, .turkishLira)
        let instant = Timestamp(seconds: 1_772_700_000)
        let name = "Ayşe Öztürk, ISPARTA"
        report("money") { turkish.money(amount).utf8.count }
        report("compact money") { turkish.compactMoney(amount).utf8.count }
        report("date and time") { turkish.dateTime(instant).utf8.count }
        report("relative") { turkish.relative(instant, now: .epoch).utf8.count }
        report("upper case") { turkish.uppercased(name).utf8.count }
        report("search key") { SearchKey.of(name).utf8.count }
        report("comparison") { turkish.collation.compare(name, "Ayşe Özturk") }
        report("sort key") { turkish.collation.sortKey(name).count }
        report("zone from the database") { Zone("Europe/Berlin")?.offset(at: instant) ?? 1 }
        report("money by ICU") { Judge.number("currency/TRY", "1234567.89", .tr).utf8.count }
        report("date by ICU") { Judge.date("yMMMd", instant, "Europe/Istanbul", .tr).utf8.count }
    }

    private func report(_ what: String, _ body: () -> Int) {
        let (clock, rounds) = (ContinuousClock(), 300)
        #expect(body() != 0)
        let time = clock.measure { for _ in 0..<rounds { _ = body() } }
        print("\(what): \(time / rounds)")
    }
}

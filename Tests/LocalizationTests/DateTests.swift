import Core
import Localization
import Testing

@Suite("Dates")
struct DateTests {
    private static func at(_ text: String) -> Timestamp { Timestamp(rfc3339: text) ?? .epoch }

    @Test("are written as the house wants them")
    func samples() {
        let instant = Self.at("2026-03-05T11:30:09Z")
        let samples: [(String, String)] = [
            (turkish.date(instant, .short), "05.03.2026"), (english.date(instant, .short), "3/5/2026"),
            (turkish.date(instant), "5 Mar 2026"), (turkish.date(instant, .long), "5 Mart 2026"),
            (turkish.date(instant, .full), "5 Mart 2026 Perşembe"),
            (english.date(instant, .full), "Thursday, March 5, 2026"), (turkish.time(instant), "14:30"),
            (english.time(instant), "2:30\u{A0}PM"), (turkish.time(instant, showsSeconds: true), "14:30:09"),
            (turkish.dateTime(instant), "5 Mar 2026 14:30"), (english.dateTime(instant), "Mar 5, 2026, 2:30\u{A0}PM"),
            (english.dateTime(instant, .long), "March 5, 2026 at 2:30\u{A0}PM"),
            (english.time(Self.at("2026-03-04T21:00:00Z")), "12:00\u{A0}AM"),
            (turkish.dates(from: instant, to: Self.at("2026-03-09T00:00:00Z")), "5–9 Mart 2026"),
            (english.dates(from: instant, to: Self.at("2026-03-09T00:00:00Z")), "March 5–9, 2026"),
            (turkish.dates(from: instant, to: Self.at("2026-04-01T00:00:00Z")), "5 Mart 2026 – 1 Nisan 2026"),
            (turkish.weekdayName(1), "Pazartesi"), (turkish.weekdayName(9), ""), (english.monthName(0), ""),
        ]
        for (written, wanted) in samples { #expect(written == wanted) }
    }

    @Test("say how long ago something was")
    func relative() {
        let now = Self.at("2026-03-05T11:30:00Z")
        let samples: [(String, NameWidth, String, String)] = [
            ("2026-03-05T11:29:30Z", .short, "şimdi", "now"),
            ("2026-03-05T11:29:10Z", .short, "1\u{A0}dk önce", "1\u{A0}min ago"),
            ("2026-03-05T09:20:00Z", .short, "2\u{A0}sa önce", "2\u{A0}h ago"),
            ("2026-03-05T09:20:00Z", .long, "2 saat önce", "2 hours ago"),
            ("2026-03-08T11:30:00Z", .long, "3 gün sonra", "in 3 days"),
            ("2024-01-01T00:00:00Z", .long, "2 yıl önce", "2 years ago"),
            ("2025-12-01T00:00:00Z", .short, "3\u{A0}ay önce", "3\u{A0}mo ago"),
        ]
        for (instant, width, tr, en) in samples {
            #expect(turkish.relative(Self.at(instant), now: now, width) == tr)
            #expect(english.relative(Self.at(instant), now: now, width) == en)
        }
        #expect(turkish.relativeDay(Self.at("2026-03-04T21:30:00Z"), now: now) == "bugün")
        #expect(turkish.relativeDay(Self.at("2026-03-04T20:30:00Z"), now: now) == "dün")
        #expect(english.relativeDay(Self.at("2026-03-06T01:00:00Z"), now: now) == "tomorrow")
        #expect(turkish.relativeDay(Self.at("2026-01-15T12:00:00Z"), now: now) == "15 Oca")
        #expect(turkish.relativeDay(Self.at("2025-01-15T12:00:00Z"), now: now) == "15 Oca 2025")
        #expect(turkish.duration(.seconds(4800)) == "1\u{A0}sa 20\u{A0}dk")
        #expect(english.duration(.seconds(90_000), .long) == "1 day 1 hour")
        #expect(english.duration(.zero) == "0\u{A0}s")
    }

    @Test("are what ICU writes", arguments: [Language.tr, .en])
    func judged(_ language: Language) {
        var dice = Dice(5)
        let skeletons: [(DateStyle, String)] = [
            (.short, "yMd"), (.medium, "yMMMd"), (.long, "yMMMMd"), (.full, "yMMMMEEEEd"), (.dayAndMonth, "MMMd"),
            (.monthAndYear, "yMMMM"),
        ]
        for name in ["Europe/Istanbul", "America/New_York", "Asia/Kathmandu", "UTC"] {
            guard let zone = Zone(name) else {
                Issue.record("\(name) is not known")
                continue
            }
            let localizer = Localizer(language: language, zone: zone)
            for _ in 0..<150 {
                let instant = Timestamp(seconds: Int64.random(in: -2_000_000_000...7_000_000_000, using: &dice))
                for (style, skeleton) in skeletons {
                    #expect(
                        localizer.date(instant, style) == Judge.date(skeleton, instant, name, language),
                        "\(instant) \(name)")
                }
                let clock = Judge.date(language == .tr ? "Hms" : "hms", instant, name, language)
                let plain = String(clock.map { $0 == "\u{202F}" ? "\u{A0}" : $0 })
                #expect(localizer.time(instant, showsSeconds: true) == plain, "\(instant) \(name)")
            }
        }
    }

    @Test("say how long ago as ICU does")
    func judgedRelative() {
        let units: [(Int64, Int32)] = [(31_556_952, 0), (2_629_746, 2), (86_400, 4), (3600, 5), (60, 6)]
        for (index, (seconds, unit)) in units.enumerated() {
            let most = index == 0 ? 50 : units[index - 1].0 / seconds
            for count in 1..<most {
                for sign in [Int64(-1), 1] {
                    let instant = Timestamp(seconds: count * seconds * sign)
                    for localizer in both {
                        let judged = Judge.relative(Double(count * sign), unit, localizer.language)
                        #expect(localizer.relative(instant, now: .epoch, .long) == judged)
                    }
                }
            }
        }
    }

    @Test("at the ends of time are written too")
    func extremes() {
        for localizer in both {
            for instant in [Timestamp.earliest, .latest] {
                for style in DateStyle.allCases { #expect(!localizer.dateTime(instant, style).isEmpty) }
                #expect(
                    !localizer.relative(instant, now: .epoch).isEmpty
                        && !localizer.relativeDay(instant, now: .latest).isEmpty)
            }
            let odd = CivilTime(year: .min, month: .max, day: .min, hour: .min, minute: .max)
            for style in DateStyle.allCases { #expect(!localizer.date(odd, style).isEmpty) }
            #expect(!localizer.time(odd).isEmpty)
            #expect(!localizer.duration(.seconds(Int64.max)).isEmpty && !localizer.duration(.seconds(-5)).isEmpty)
        }
    }
}

@Suite("Zones")
struct ZoneTests {
    @Test(
        "that do not exist are refused",
        arguments: [
            "", "Mars/Base", "GMT+3", "Europe/Istanbul\0", String(repeating: "x", count: 5000), "EST5EDT4", "Europe",
            "/UTC",
            "../zoneinfo/UTC", "Europe/../UTC", "right/UTC", "posix/UTC", "localtime", "tzdata.zi", "zone.tab",
        ])
    func unknown(_ name: String) { #expect(Zone(name) == nil) }

    @Test("know their clocks")
    func clocks() throws {
        let london = try #require(Zone("Europe/London"))
        let summer = try #require(Timestamp(rfc3339: "2026-07-01T12:00:00Z"))
        let winter = try #require(Timestamp(rfc3339: "2026-01-01T12:00:00Z"))
        let later = try #require(Timestamp(rfc3339: "2450-07-01T12:00:00Z"))
        #expect(london.offset(at: summer) == 3600 && london.offset(at: winter) == 0 && london.offset(at: later) == 3600)
        #expect(Zone.istanbul.offset(at: winter) == 10_800)
        let old = try #require(Timestamp(rfc3339: "2015-01-01T12:00:00Z"))
        #expect(Zone.istanbul.offset(at: old) == 7200 && Zone.utc.offset(at: later) == 0)
        // Newer than the tables that ICU came with: schedules and pages go by the same clocks.
        #expect(Zone("Asia/Almaty")?.offset(at: summer) == 18_000)
        #expect(london.rules.offset(at: summer) == 3600)
        let book = ZoneBook()
        #expect(
            book.zone("Europe/London") == london && book.zone("nowhere") == nil && book.zone("Europe/London") == london)
    }

    @Test("turn a wall clock into an instant, skipped and repeated hours too")
    func instants() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        func instant(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> String {
            berlin.instant(of: CivilTime(year: 2026, month: month, day: day, hour: hour, minute: minute))?.description
                ?? "none"
        }
        #expect(instant(3, 29, 1, 30) == "2026-03-29T00:30:00Z")
        #expect(instant(3, 29, 2, 30) == "2026-03-29T01:30:00Z")
        #expect(instant(3, 29, 3, 30) == "2026-03-29T01:30:00Z")
        #expect(instant(10, 25, 2, 30) == "2026-10-25T00:30:00Z")
        #expect(instant(10, 25, 3, 0) == "2026-10-25T02:00:00Z")
        #expect(instant(2, 30, 3, 0) == "none")
        var dice = Dice(17)
        for name in ["Europe/Istanbul", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Tehran", "Africa/Casablanca"]
        {
            let zone = try #require(Zone(name))
            for _ in 0..<500 {
                let instant = Timestamp(seconds: Int64.random(in: 0...4_000_000_000, using: &dice))
                let back = try #require(zone.instant(of: zone.civilTime(at: instant)))
                // Of an hour that comes twice the first is meant.
                let difference = instant.seconds - back.seconds
                #expect(difference == 0 || difference == 3600 || difference == 1800, "\(name) \(instant)")
            }
        }
    }
}

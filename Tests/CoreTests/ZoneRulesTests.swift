import Core
import Glibc
import Testing

/// A file of this machine's tz database.
private func zoneFile(_ name: String) throws -> [UInt8] {
    let descriptor = unsafe open("/usr/share/zoneinfo/\(name)", O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(count, 0)))
}

private func zone(_ name: String) throws -> ZoneRules { try ZoneRules(file: zoneFile(name)) }

private func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

@Suite("Time zones")
struct ZoneRulesTests {
    @Test(
        "know how far their clocks are from UTC",
        arguments: [
            ("Europe/Istanbul", "2026-07-01T00:00:00Z", 10800), ("Europe/Istanbul", "2015-01-01T00:00:00Z", 7200),
            ("Europe/Berlin", "2026-03-29T00:59:59Z", 3600), ("Europe/Berlin", "2026-03-29T01:00:00Z", 7200),
            ("Europe/Berlin", "2026-10-25T00:59:59Z", 7200), ("Europe/Berlin", "2026-10-25T01:00:00Z", 3600),
            ("America/New_York", "2026-03-08T07:00:00Z", -14400), ("America/New_York", "2026-11-01T06:00:00Z", -18000),
            ("Australia/Lord_Howe", "2026-01-01T00:00:00Z", 39600),
            ("Australia/Lord_Howe", "2026-07-01T00:00:00Z", 37800),
            ("Asia/Kolkata", "2026-01-01T00:00:00Z", 19800), ("UTC", "2026-01-01T00:00:00Z", 0),
            // Past the last change that the file lists.
            ("Europe/Berlin", "2100-07-01T00:00:00Z", 7200), ("Europe/Berlin", "2100-12-01T00:00:00Z", 3600),
            ("Australia/Sydney", "2100-01-01T00:00:00Z", 39600), ("Australia/Sydney", "2100-07-01T00:00:00Z", 36000),
            ("Europe/Dublin", "2100-07-01T00:00:00Z", 3600), ("Africa/Casablanca", "2500-07-01T00:00:00Z", 3600),
            ("America/New_York", "1850-01-01T00:00:00Z", -17762),
        ])
    func offsets(name: String, moment: String, offset: Int) throws {
        let rules = try zone(name)
        let moment = try instant(moment)
        #expect(rules.offset(at: moment) == offset)
    }

    @Test("say which instants a clock's time is: one, two, or the shifted one")
    func instants() throws {
        let berlin = try zone("Europe/Berlin")
        func at(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> [String] {
            berlin.instants(of: CivilTime(year: 2026, month: month, day: day, hour: hour, minute: minute))
                .map { CivilTime($0) }.map { "\($0.day) \($0.hour):\($0.minute)" }
        }
        #expect(at(7, 1, 12, 0) == ["1 10:0"])
        #expect(at(3, 29, 2, 30) == ["29 1:30"])
        #expect(at(10, 25, 2, 30) == ["25 0:30", "25 1:30"])
        #expect(at(10, 25, 3, 0) == ["25 2:0"])
    }

    @Test("are refused, not believed, when the file is not one")
    func refusals() throws {
        let bytes = try zoneFile("Europe/Berlin")
        let count = bytes.count
        #expect(throws: ZoneFault.self) { try ZoneRules(file: []) }
        #expect(throws: ZoneFault.self) { try ZoneRules(file: Array("TZif1".utf8) + Array(repeating: 0, count: 60)) }
        #expect(throws: ZoneFault.self) { try ZoneRules(file: Array(bytes.prefix(count / 2))) }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var broken = bytes
            for _ in 0..<4 { broken[Int.random(in: 0..<count, using: &random)] = .random(in: 0...255, using: &random) }
            // Whatever it says, it must not trap.
            let rules = try? ZoneRules(file: broken)
            _ = rules?.offset(at: Timestamp(seconds: 4_000_000_000))
            _ = rules?.instants(of: CivilTime(year: 2026, month: 3, day: 29, hour: 2))
        }
    }
}

@Suite("Cron expressions")
struct CronExpressionTests {
    @Test(
        "are refused when they say nothing",
        arguments: [
            "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8",
            "5-1 * * * *", "*/0 * * * *", "a * * * *", "1,,2 * * * *", "1/2/3 * * * *", "-1 * * * *", "+1 * * * *",
            "1- * * * *", "* * * foo *",
        ])
    func refusals(text: String) {
        #expect(throws: CronFault.self) { try CronExpression(text) }
    }

    @Test(
        "come when they say, in the zone's own time",
        arguments: [
            // Every day
            ("0 9 * * *", "Europe/Istanbul", "2026-01-01T06:00:00Z", ["2026-01-02T06:00:00Z"]),
            ("0 9 * * *", "Europe/Istanbul", "2026-01-01T05:59:59Z", ["2026-01-01T06:00:00Z"]),
            ("30 2 * * *", "Asia/Kolkata", "2026-01-01T00:00:00Z", ["2026-01-01T21:00:00Z"]),
            // Days of the week, steps, lists, names
            ("0 0 * * mon", "UTC", "2026-01-01T00:00:00Z", ["2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z"]),
            ("0 0 * * 7", "UTC", "2026-01-01T00:00:00Z", ["2026-01-04T00:00:00Z"]),
            ("0 0 * * 0", "UTC", "2026-01-01T00:00:00Z", ["2026-01-04T00:00:00Z"]),
            ("*/25 8-9 * * *", "UTC", "2026-01-01T08:30:00Z", ["2026-01-01T08:50:00Z", "2026-01-01T09:00:00Z"]),
            ("5/20 0 1 jan,JUL *", "UTC", "2026-01-01T00:30:00Z", ["2026-01-01T00:45:00Z", "2026-07-01T00:05:00Z"]),
            // Either day when both are given; leap days; days that some months lack
            ("0 0 13 * fri", "UTC", "2026-02-07T00:00:00Z", ["2026-02-13T00:00:00Z", "2026-02-20T00:00:00Z"]),
            ("0 0 29 2 *", "UTC", "2026-01-01T00:00:00Z", ["2028-02-29T00:00:00Z"]),
            ("0 0 31 * *", "UTC", "2026-01-31T00:00:00Z", ["2026-03-31T00:00:00Z"]),
            ("0 0 30 2 *", "UTC", "2026-01-01T00:00:00Z", []),
            // Put forward past it: as long after the change as it would have been, once
            ("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]),
            (
                "30 2 * * *", "America/New_York", "2026-03-08T05:00:00Z",
                ["2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z"]
            ),
            ("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00:00Z", ["2026-10-03T15:45:00Z"]),
            (
                "0 0 * * *", "America/Santiago", "2026-09-05T12:00:00Z",
                ["2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z"]
            ),
            // Put back over it: once, the first time
            ("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]),
            (
                "30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z",
                ["2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z"]
            ),
            (
                "45 1 * * *", "Australia/Lord_Howe", "2026-04-04T12:00:00Z",
                ["2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z"]
            ),
            // What comes in every hour comes in every hour that passes
            (
                "30 * * * *", "Europe/Berlin", "2026-10-25T00:00:00Z",
                ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"]
            ),
            (
                "30 * * * *", "Europe/Berlin", "2026-03-29T00:00:00Z",
                ["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z"]
            ),
        ])
    func moments(text: String, name: String, after: String, expected: [String]) throws {
        let expression = try CronExpression(text)
        let rules = try zone(name)
        var last = try instant(after)
        for text in expected {
            let next = try #require(expression.next(after: last, in: rules))
            let wanted = try instant(text)
            #expect(next == wanted)
            // The way back finds the same.
            let back = expression.last(upTo: next + .seconds(59), in: rules)
            let exact = expression.last(upTo: next, in: rules)
            #expect(back == next && exact == next)
            last = next
        }
        if expected.isEmpty {
            let none = expression.next(after: last, in: rules)
            #expect(none == nil)
        }
    }

    @Test(
        "come 365 times in a year, whatever the clocks do",
        arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Europe/Istanbul"])
    func yearly(name: String) throws {
        let rules = try zone(name)
        let end = try instant("2027-01-01T00:00:00Z")
        for hour in 0..<4 {
            let expression = try CronExpression("30 \(hour) * * *")
            var moment = try instant("2026-01-01T00:00:00Z")
            var count = 0
            while let next = expression.next(after: moment, in: rules), next < end {
                moment = next
                count += 1
            }
            #expect(count == 365)
        }
    }
}

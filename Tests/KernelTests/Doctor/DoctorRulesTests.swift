import Testing

@testable import Kernel

@Suite("The doctor's rules")
struct DoctorRulesTests {
    @Test(
        "judge the disk by room and by files",
        arguments: [
            (0, 1_000_000, true, .failure), (511 << 20, 1_000_000, true, .failure),
            (512 << 20, 1_000_000, true, .warning), (4 << 30, 1_000_000, true, .ok), (4 << 30, 9_999, true, .failure),
            (4 << 30, 0, false, .ok),
        ] as [(UInt64, UInt64, Bool, Finding.Level)])
    func disk(bytes: UInt64, files: UInt64, counts: Bool, level: Finding.Level) {
        let finding = DiskRules.judge(freeBytes: bytes, freeFiles: files, countsFiles: counts, at: LocalPath("/var"))
        #expect(finding.level == level)
        #expect((finding.remedy == nil) == (level == .ok))
    }

    @Test(
        "judge the clock by itself",
        arguments: [(0, .failure), (1_700_000_000, .failure), (1_795_000_000, .ok), (4_200_000_000, .failure)]
            as [(Int64, Finding.Level)])
    func clock(seconds: Int64, level: Finding.Level) { #expect(ClockRules.judge(seconds: seconds).level == level) }

    @Test(
        "judge the clock by the database's",
        arguments: [
            (0, .ok), (-500, .ok), (501, .warning), (-5000, .warning), (5001, .failure), (.min, .failure),
        ] as [(Int64, Finding.Level)])
    func clocks(milliseconds: Int64, level: Finding.Level) {
        #expect(ClockRules.judge(milliseconds: milliseconds).level == level)
    }

    @Test(
        "read what timedatectl says",
        arguments: [("yes\n", .ok), ("no\n", .warning), ("", nil), ("Failed to connect to bus\n", nil)]
            as [(String, Finding.Level?)])
    func synchronised(said: String, level: Finding.Level?) {
        #expect(ClockRules.judge(synchronised: said)?.level == level)
    }

    @Test("judge the number of open files by the hard limit, which the server raises itself to")
    func descriptors() {
        #expect(DescriptorLimit(soft: 1024, hard: 20_000).judge(needed: 20_000).level == .ok)
        #expect(DescriptorLimit(soft: 1024, hard: 19_999).judge(needed: 20_000).level == .warning)
    }

    @Test(
        "judge a server",
        arguments: [
            (150_020, 100, ["on", "on", "on"], "UTF8", true, []),
            (140_010, 100, ["on", "on", "on"], "UTF8", true, [.failure]),
            (150_020, 39, ["on", "on", "on"], "UTF8", true, [.failure]),
            (150_020, 100, ["off", "on", "on"], "UTF8", true, [.warning]),
            (150_020, 100, ["on", "off", "on"], "UTF8", true, [.warning]),
            (150_020, 100, ["on", "on", "off"], "UTF8", true, [.warning]),
            (150_020, 100, ["on", "on", "local"], "UTF8", true, [.warning]),
            (150_020, 100, ["on", "on", "remote_apply"], "UTF8", true, []),
            (150_020, 100, ["on", "on", "on"], "SQL_ASCII", true, [.failure]),
            (150_020, 100, ["on", "on", "on"], "UTF8", false, [.warning]),
        ] as [(Int, Int, [String], String, Bool, [Finding.Level])])
    func server(
        version: Int, connections: Int, durable: [String], encoding: String, hasTurkish: Bool, levels: [Finding.Level]
    ) {
        let findings = ServerRules.judge(
            version: version, connections: connections, needed: 40, durable: durable, encoding: encoding,
            hasTurkish: hasTurkish)
        #expect(findings.map(\.level).filter { $0 != .ok } == levels)
        #expect(findings.allSatisfy { ($0.remedy == nil) == ($0.level == .ok) })
    }

    @Test("order findings by weight")
    func order() { #expect(Finding.Level.allCases.sorted() == [.ok, .warning, .failure]) }
}

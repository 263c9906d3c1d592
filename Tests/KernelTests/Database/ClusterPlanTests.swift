import Testing

@testable import Kernel

@Suite("The plan for the private cluster")
struct ClusterPlanTests {
    static func file(_ process: Int32, _ status: String) throws -> PostmasterFile {
        try #require(PostmasterFile("\(process)\n/data\n1700000000\n5432\n/socket\n\n 1 2\n\(status)\n"))
    }

    private static func seen(
        _ data: ClusterObservation.Data, _ file: PostmasterFile? = nil, _ holder: ClusterObservation.Holder = .nobody,
        others: [Int32] = [], installed: [Int] = [15, 16]
    ) -> ClusterObservation {
        ClusterObservation(data: data, file: file, holder: holder, others: others, installed: installed)
    }

    @Test("refuses what it cannot run")
    func refusals() throws {
        #expect(ClusterPlan.next(Self.seen(.absent, installed: [])) == .refuse(.notInstalled))
        #expect(ClusterPlan.next(Self.seen(.alien)) == .refuse(.alienFolder))
        #expect(ClusterPlan.next(Self.seen(.initialised(major: 14))) == .refuse(.otherVersion(14)))
    }

    @Test("makes a new one with the newest programs, and starts an old one with its own")
    func makesAndStarts() throws {
        #expect(ClusterPlan.next(Self.seen(.absent)) == .create(major: 16))
        #expect(ClusterPlan.next(Self.seen(.initialised(major: 15))) == .start(major: 15, clearing: false))
    }

    @Test("adopts a server that runs and waits for one that comes or goes")
    func running() throws {
        let data = ClusterObservation.Data.initialised(major: 15)
        let cases: [(String, ClusterPlan)] = [
            ("ready   ", .adopt(process: 7)), ("starting", .wait), ("stopping", .wait), ("", .wait), ("odd", .wait),
        ]
        for (status, plan) in cases {
            #expect(ClusterPlan.next(Self.seen(data, try Self.file(7, status), .postmaster)) == plan)
        }
        // Its programs may be gone meanwhile: a running server needs none.
        let file = try Self.file(7, "ready")
        #expect(ClusterPlan.next(Self.seen(data, file, .postmaster, installed: [])) == .adopt(process: 7))
    }

    @Test("lets PostgreSQL clear what a killed server left, and clears what a stranger's number hides")
    func killed() throws {
        let data = ClusterObservation.Data.initialised(major: 15)
        let file = try Self.file(7, "ready")
        #expect(ClusterPlan.next(Self.seen(data, file, .nobody)) == .start(major: 15, clearing: false))
        #expect(ClusterPlan.next(Self.seen(data, file, .stranger)) == .start(major: 15, clearing: true))
    }

    @Test("starts nothing while children of a killed server live", arguments: [true, false])
    func orphans(hasFile: Bool) throws {
        let file = hasFile ? try Self.file(7, "ready") : nil
        let data = ClusterObservation.Data.initialised(major: 15)
        for holder in [ClusterObservation.Holder.nobody, .stranger] {
            #expect(ClusterPlan.next(Self.seen(data, file, holder, others: [8, 9])) == .endOrphans([8, 9]))
        }
    }

    @Test(
        "reads postmaster.pid, whole or in part",
        arguments: [
            ("", nil, nil, nil), ("x\n", nil, nil, nil), ("0\n", nil, nil, nil),
            ("99999999999\n", nil, nil, nil),
            ("12\n", 12, nil, nil), ("-12\n/data\n", 12, nil, nil),
            ("12\n/d\n1\n5432\n", 12, nil, nil),
            ("12\n/d\n1\n5432\n/s\n\n  9 8\nready   \n", 12, "/s", .ready),
            ("12\n/d\n1\n5432\n/my s\n\n", 12, "/my s", nil),
            ("12\n/d\n1\n5432\n\nlocalhost\n 9 8\nstopping\n", 12, nil, .stopping),
        ] as [(String, Int32?, String?, PostmasterFile.Status?)])
    func postmasterFile(text: String, process: Int32?, folder: String?, status: PostmasterFile.Status?) {
        let file = PostmasterFile(text)
        #expect(file?.process == process)
        #expect(file?.socketFolder == folder)
        #expect(file?.status == status)
    }

    @Test(
        "reads a version",
        arguments: [
            ("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n", 15), ("postgres (PostgreSQL) 18beta1", 18),
            ("postgres", nil), ("(PostgreSQL) x", nil), ("", nil),
        ] as [(String, Int?)])
    func version(text: String, major: Int?) { #expect(PostgresPrograms.major(in: text) == major) }
}

import Kernel
import Postgres
import SQL
import TestKit
import Testing

@Suite("An injected statement")
struct PayloadTests {
    @Test("shows no foreign row, changes none, and is not felt by who comes next")
    func payloads() async throws {
        try await SampleSchema.with { walled in
            #expect(Payloads.all.count >= 200)
            // One connection, so that whatever a payload leaves behind meets the next borrower.
            let tally = try await walled.database.withDriver(as: "konak_app", { $0.connectionsPerLoop = 1 }) {
                driver, _ in
                var victim = Victim(driver: driver)
                try await victim.remember()
                for payload in Payloads.all {
                    for door in Victim.Door.allCases { try await victim.bear(payload, through: door) }
                }
                return victim.tally
            }
            #expect(tally.foreign == 0)
            #expect(tally.refused + tally.answered == Payloads.all.count * Victim.Door.allCases.count)
            // A test in which nothing got as far as the server would prove nothing of the wall.
            #expect(tally.answered > 100)
            #expect(tally.refusedByServer > 200)
            #expect(try WallHole.find(on: walled.connect("konak_control")) == [])
            print(
                "wall payloads: statements=\(Payloads.all.count) sent=\(tally.refused + tally.answered)",
                "answered=\(tally.answered) refusedByServer=\(tally.refusedByServer) foreign=\(tally.foreign)")
        }
    }
}

/// Two tenants on one connection, one of whom has let an attacker in.
private struct Victim {
    /// The ways a statement reaches the server.
    enum Door: CaseIterable { case alone, amongOthers, inTransaction }

    struct Tally {
        var (answered, refused, refusedByServer, foreign) = (0, 0, 0, 0)
    }

    let driver: PostgresDatabase
    var tally = Tally()
    private var theirRows = ""

    init(driver: PostgresDatabase) { self.driver = driver }

    /// What the other tenant has before anything happens.
    mutating func remember() async throws {
        theirRows = try await digest(of: WalledDatabase.theirs)
        #expect(theirRows.contains("canary theirs") && !theirRows.contains("canary ours"))
    }

    /// The payload, a normal query of the same tenant, and the next borrower's.
    mutating func bear(_ payload: String, through door: Door) async throws {
        do {
            let answer = try await send(Query(unsafeSQL: payload), through: door)
            tally.answered += 1
            if Self.isForeign(answer) { found("rows", payload) }
        } catch let error as PostgresError where error.code != .unavailable {
            tally.refused += 1
            tally.refusedByServer += error.sqlState == nil ? 0 : 1
        } catch let error as TransactionError {
            tally.refused += 1
            tally.refusedByServer += (error.first as? PostgresError)?.sqlState == nil ? 0 : 1
        }
        // What the attacker did to their own tenant is put right, so that there is something to see each time.
        let ours = try await digest(of: WalledDatabase.ours, mending: true)
        if !ours.contains("canary ours") || ours.contains("theirs") { found("in the same tenant", payload) }
        if try await digest(of: WalledDatabase.theirs) != theirRows { found("with the next borrower", payload) }
        if try await !driver.perform("SELECT FROM crm.deal").isEmpty { found("without a tenant", payload) }
    }

    private mutating func found(_ place: String, _ payload: String) {
        tally.foreign += 1
        Issue.record("a leak \(place) after: \(payload)")
    }

    private func send(_ payload: Query, through door: Door) async throws -> [[String]] {
        let enter: Query = "SELECT kernel.enter(\(Self.ours)::uuid)"
        let patience = Duration.milliseconds(200)
        switch door {
        case .alone: return Self.cells(try await driver.perform(after: enter, payload, timeout: patience))
        case .amongOthers:
            let answers = try await driver.perform(after: enter, all: [payload, Self.look], timeout: patience)
            return answers.flatMap { Self.cells($0) }
        case .inTransaction:
            return try await driver.withTransaction(after: enter) { connection in
                let first = Self.cells(try await connection.query(payload, timeout: patience))
                return first + Self.cells(try await connection.query(Self.look))
            }
        }
    }

    /// All that a tenant sees, as one text.
    private func digest(of tenant: String, mending: Bool = false) async throws -> String {
        let enter = Query(unsafeSQL: "SELECT kernel.enter('\(tenant)')")
        if mending {
            let statements = SampleSchema.rows(of: tenant, saying: "ours").split(separator: ";")
            _ = try await driver.perform(after: enter, all: statements.map { Query(unsafeSQL: String($0)) })
        }
        return Self.cells(try await driver.perform(after: enter, Self.look)).joined().joined(separator: "\n")
    }

    private static let ours = WalledDatabase.ours
    private static let look: Query = """
        SELECT t::text FROM crm.customer t UNION ALL SELECT t::text FROM crm.deal t UNION ALL SELECT t::text FROM crm.note t
        UNION ALL SELECT t::text FROM crm.invoice t UNION ALL SELECT t::text FROM crm.article t
        UNION ALL SELECT t.kind FROM kernel.errand t ORDER BY 1
        """

    /// Their rows say so in every text; their tenant's id alone may be an echo of the payload.
    private static func isForeign(_ rows: [[String]]) -> Bool {
        rows.contains { $0.contains { $0.contains("canary theirs") || $0.contains("canary-theirs") } }
    }

    private static func cells(_ rows: Rows) -> [[String]] {
        rows.map { row in
            (0..<rows.columnCount).map { column in
                unsafe row.withText(column) { bytes in
                    unsafe bytes.map { unsafe String(decoding: $0, as: UTF8.self) } ?? ""
                }
            }
        }
    }
}

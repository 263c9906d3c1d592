public import Core
public import Crypto
import ModuleKit

/// Answers a person who asks what a tenant knows of them, and forgets them: over all modules, by what these declared.
/// Blocking; in a server on a thread for such work.
public struct PersonalDataEngine: Sendable {
    private let plan: PersonalDataPlan
    private let key: HeldSecret?

    /// An engine for a plan. With a key of the house nobody else can make its proofs.
    public init(_ plan: PersonalDataPlan, key: HeldSecret? = nil) { (self.plan, self.key) = (plan, key) }

    /// All rows of a person as JSON: `{"tables": [{"table", "personal", "rows"}]}`, every value as the database writes it.
    public func export(
        _ person: PersonAddress, of tenant: String, on session: OwnerSession
    ) throws -> (json: [UInt8], rows: Int) {
        try session.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") {
            let found = try TenantRecord.find(tenant, on: session)
            try session.enter(found.id)
            var json = JSONWriter()
            var rows = 0
            json.beginObject()
            json.key("format")
            json.int(1)
            json.key("tenant")
            json.string(found.name)
            json.key("person")
            json.string(person.folded)
            json.key("exportedAt")
            json.timestamp(SystemClock().now())
            json.key("tables")
            json.beginArray()
            for table in plan.tables { rows += try write(table, person, session, into: &json) }
            json.endArray()
            json.endObject()
            json.newLine()
            return (json.finish(), rows)
        }
    }

    private func write(
        _ table: String, _ person: PersonAddress, _ session: OwnerSession, into json: inout JSONWriter
    ) throws -> Int {
        let steps = plan.steps.filter { $0.table.label == table }
        guard let place = steps.first?.table else { return 0 }
        var lines: [UInt8] = []
        var count = 0
        let tests = steps.map { plan.test($0, person) }.joined(separator: " OR ")
        try TableRows(place, filter: tests).forEachPage(session) { page, rows in
            lines += page
            count += rows
        }
        guard count > 0 else { return 0 }
        json.beginObject()
        json.key("table")
        json.string(table)
        json.key("personal")
        json.beginArray()
        for column in Set(steps.flatMap { $0.columns.map(\.name) }).sorted() { json.string(column) }
        json.endArray()
        json.key("rows")
        json.beginArray()
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let line = Array(line)
            json.embed(line.span)
        }
        json.endArray()
        json.endObject()
        return count
    }

    /// Takes a person's rows away, or what in them is personal, all of it or nothing; the proof names no person.
    public func erase(_ person: PersonAddress, of tenant: String, on session: OwnerSession) throws -> ErasureProof {
        try session.transaction {
            let found = try TenantRecord.find(tenant, on: session)
            try session.enter(found.id)
            let done = try plan.steps.map { step in try apply(step, where: plan.test(step, person), session) }
            return try prove(done, found, session)
        }
    }

    /// Takes away what was kept as long as its declaration says; nil when there was nothing. For a job that runs at least
    /// every six months.
    public func retire(
        _ tenant: String, now: Timestamp = SystemClock().now(), on session: OwnerSession
    ) throws -> ErasureProof? {
        try session.transaction {
            let found = try TenantRecord.find(tenant, on: session)
            try session.enter(found.id)
            let done = try plan.steps.compactMap { step -> ErasureProof.Table? in
                guard let retention = step.declaration.retention, let age = step.age else { return nil }
                let end = (now - retention).description.sqlLiteral
                return try apply(step, where: "t.\(age.quoted) < \(end)::timestamptz", session)
            }
            return done.allSatisfy { $0.rows == 0 } ? nil : try prove(done, found, session)
        }
    }

    private func apply(
        _ step: PersonalDataPlan.Step, where test: String, _ session: OwnerSession
    ) throws -> ErasureProof.Table {
        let table = step.table
        guard step.declaration.erasure == .anonymise else {
            let gone = try table.counted(session, where: test)
            if gone.rows > 0 { _ = try session.rows("DELETE FROM \(table.quoted) t WHERE \(test)") }
            return gone
        }
        let new = step.columns.map { Anonymisation(table: table, column: $0) }
        guard !new.isEmpty else { return ErasureProof.Table(table: table.label, rows: 0, ids: "") }
        let due = "(\(test)) AND (\(new.map(\.isDue).joined(separator: " OR ")))"
        let changed = try table.counted(session, where: due)
        let sets = new.map { "\($0.column.quoted) = \($0.value)" }.joined(separator: ", ")
        if changed.rows > 0 { _ = try session.rows("UPDATE \(table.quoted) t SET \(sets) WHERE \(due)") }
        return changed
    }

    private func prove(
        _ tables: [ErasureProof.Table], _ found: TenantRecord, _ session: OwnerSession
    ) throws -> ErasureProof {
        let counts = ErasureProof.Counts(tables: tables.filter { $0.rows > 0 }, reason: nil)
        let time = try session.value("SELECT clock_timestamp()::text") ?? ""
        let proof = try ErasureProof(UUIDv7.make(), found.id, .person, counts, at: time, key)
        _ = try session.rows(
            """
            INSERT INTO kernel.erasure (id, tenant_id, agency_id, subject, counts, proof, erased_at)
            VALUES ($1::uuid, $2::uuid, $3::uuid, 'person', $4::jsonb, $5, $6::timestamptz)
            """,
            [
                proof.id.description, found.id.description, found.place.agency,
                String(decoding: try JSONEncoding.encode(counts), as: UTF8.self), proof.text, time,
            ])
        return proof
    }
}

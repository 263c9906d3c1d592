import ModuleKit
import Postgres

/// Runs the module's migrations from nothing and once more, drops its schema, and runs them again: what it makes is in its
/// schema alone, and comes back the same.
struct TeardownCheck: Sendable {
    let module: ModuleID
    let files: [MigrationFile]

    private var own: [MigrationFile] { files.filter { $0.folder == module.text } }

    func finding(on owner: consuming ScriptConnection) throws -> ModuleFinding {
        var faults: [String] = []
        do {
            try run(on: owner, &faults)
        } catch let error as PostgresError {
            faults.append("its migrations do not run: \(error.unredacted)")
        } catch let found as MigrationFaults {
            faults += found.faults.map(\.description)
        }
        return finding(faults)
    }

    private func run(on owner: borrowing ScriptConnection, _ faults: inout [String]) throws {
        let runner = MigrationRunner(files: files)
        try MigrationRunner(files: files.filter { $0.folder != module.text }).apply(on: owner)
        let before = try Traces.read(on: owner)
        try runner.apply(on: owner)
        let after = try Traces.read(on: owner)
        faults += try WallHole.find(on: owner).map(\.description)
        faults += try runner.apply(on: owner).map { "\($0.label) runs again although it was applied" }
        guard !own.isEmpty else { return }
        try owner.run(script: "DROP SCHEMA IF EXISTS \(module.text) CASCADE")
        faults += Self.left(try Traces.read(on: owner), before)
        _ = try owner.rows("DELETE FROM kernel.migration WHERE folder = $1", [module.text])
        try runner.apply(on: owner)
        let again = try Traces.read(on: owner)
        if again != after { faults.append("migrated anew after its schema was dropped, not everything is back") }
    }

    private func finding(_ faults: [String]) -> ModuleFinding {
        ModuleFinding(.teardown, scope: "\(own.count) migrations", faults: faults)
    }

    private static func left(_ now: Set<String>, _ before: Set<String>) -> [String] {
        now.subtracting(before).sorted().map {
            "\($0) is left when the schema is dropped: a migration makes and grants nothing outside its schema"
        } + before.subtracting(now).sorted().map { "\($0) goes when the schema is dropped, and is not its own" }
    }
}

/// Everything in a database that a migration could leave behind, one line each.
enum Traces {
    static func read(on connection: borrowing ScriptConnection) throws -> Set<String> {
        Set(try connection.rows(query).compactMap { $0.first ?? nil })
    }

    /// Kinds, names, owners and rights; the numbers of objects differ each time.
    private static let query: StaticString = """
        SELECT 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') FROM pg_namespace WHERE nspname !~ '^pg_'
        UNION ALL SELECT 'relation ' || c.oid::regclass || ' ' || c.relkind::text || ' ' || coalesce(c.relacl::text, '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_'
        UNION ALL SELECT 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || ' ' || coalesce(a.attacl::text, '')
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^pg_' AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL SELECT 'function ' || p.oid::regprocedure || ' ' || md5(coalesce(p.prosrc, '')) || ' '
            || pg_get_userbyid(p.proowner) || ' ' || coalesce(p.proacl::text, '')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        UNION ALL SELECT 'type ' || format_type(t.oid, NULL) FROM pg_type t WHERE t.typtype <> 'p'
        UNION ALL SELECT 'constraint ' || c.conname || ' of ' || c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid)
        FROM pg_constraint c WHERE c.conrelid <> 0
        UNION ALL SELECT 'trigger ' || t.tgname || ' of ' || t.tgrelid::regclass FROM pg_trigger t WHERE NOT t.tgisinternal
        UNION ALL SELECT 'policy ' || p.polname || ' of ' || p.polrelid::regclass FROM pg_policy p
        UNION ALL SELECT 'extension ' || e.extname FROM pg_extension e
        UNION ALL SELECT 'event trigger ' || e.evtname || ' ' || e.evtenabled::text FROM pg_event_trigger e
        UNION ALL SELECT 'default rights ' || d.defaclobjtype::text || ' ' || d.defaclacl::text FROM pg_default_acl d
        UNION ALL SELECT 'operator ' || o.oid::regoperator FROM pg_operator o
        UNION ALL SELECT 'cast ' || format_type(castsource, NULL) || ' to ' || format_type(casttarget, NULL) FROM pg_cast
        """
}

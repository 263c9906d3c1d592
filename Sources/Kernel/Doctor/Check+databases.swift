internal import Core
internal import Postgres

extension Check {
    /// Connections, rights, preparation, migrations, walls and latch, as each role.
    static let databases = Check("databases") { examination in
        let addresses: DatabaseAddresses
        do {
            switch try EmbeddedCluster.sight(of: examination) {
            case .given: addresses = examination.configuration.databases
            case .running(let running): addresses = running
            case .asleep(let text): return [.ok(text)]
            case .broken(let text, let remedy): return [.failure(text, mend: remedy)]
            }
        } catch {
            return [.failure("\(error)", mend: "mend KONAK_VAR or the account we run as")]
        }
        let given: [(DatabaseRole, DatabaseURL?)] = [
            (.app, addresses.app), (.control, addresses.control), (.portal, addresses.portal),
            (.owner, addresses.owner),
        ]
        return given.flatMap { role, url in
            url.map { DatabaseExamination(role: role, url: $0, examination: examination).findings() } ?? []
        }
    }
}

/// Looks at one database as one role.
struct DatabaseExamination {
    let role: DatabaseRole
    let url: DatabaseURL
    let examination: Examination

    func findings() -> [Finding] {
        do {
            let connection = try ScriptConnection(url.secretText)
            var findings = [try Self.identity(role, connection)]
            if role == .control { findings += try server(connection) + walls(connection) }
            if role == .app || role == .portal { findings.append(try Self.latch(role, connection)) }
            return findings
        } catch let error as PostgresError where error.code == .unavailable {
            let said = error.message.split(separator: "\n").joined(separator: " ")
            return [.failure("\(role.rawValue) cannot connect to \(url): \(said)", mend: Self.connecting)]
        } catch {
            let failure = CommandFailure(error)
            return failure.problems.map { .failure("\(role.rawValue): \($0.text)", mend: Self.preparing) }
        }
    }

    private static let connecting =
        "start PostgreSQL, check KONAK_DATABASE_\u{2026}_URL and pg_hba.conf, and run `konak database prepare`"
    private static let preparing = "run `konak database prepare` as superuser, then `konak migrate`"

    /// A pool must never be more than its role.
    private static func identity(_ role: DatabaseRole, _ connection: borrowing ScriptConnection) throws -> Finding {
        let row =
            try connection.rows(
                """
                SELECT session_user, (rolsuper OR rolbypassrls)::text, pg_catalog.current_setting('row_security')
                FROM pg_catalog.pg_roles WHERE rolname = session_user
                """
            ).first?.compactMap { $0 } ?? []
        guard row == [role.rawValue, "false", "on"] else {
            return .failure(
                "the address of \(role.rawValue) leads to role \(row.first ?? "none"), or that role may too much",
                mend: "let KONAK_DATABASE_\(role.keyWord)_URL name \(role.rawValue); \(preparing)")
        }
        return .ok("\(role.rawValue) connects")
    }

    private func server(_ connection: borrowing ScriptConnection) throws -> [Finding] {
        let row =
            try connection.rows(
                """
                SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.current_setting('max_connections'),
                    pg_catalog.current_setting('fsync'), pg_catalog.current_setting('full_page_writes'),
                    pg_catalog.current_setting('synchronous_commit'), pg_catalog.current_setting('server_encoding'),
                    (EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = 'tr-x-icu'))::text,
                    (extract(epoch FROM pg_catalog.clock_timestamp()) * 1000)::bigint::text
                """
            ).first?.map { $0 ?? "" } ?? []
        guard row.count == 8 else { return [] }
        let needed = examination.configuration.neededConnections
        return ServerRules.judge(
            version: Int(row[0]) ?? 0, connections: Int(row[1]) ?? 0, needed: needed, durable: Array(row[2...4]),
            encoding: row[5], hasTurkish: row[6] == "true")
            + (Int64(row[7]).map { [ClockRules.judge(milliseconds: $0 - Self.now)] } ?? [])
    }

    private static var now: Int64 { SystemClock().now().milliseconds }

    private func walls(_ connection: borrowing ScriptConnection) throws -> [Finding] {
        do {
            let folder = try MigrationFolder.find(
                configured: examination.configuration.migrations, program: examination.program)
            try BootCheck(folder).run(on: connection)
            return [.ok("prepared and migrated by this version, and no hole in the walls")]
        } catch let faults as BootFaults {
            return faults.faults.map { .failure($0, mend: Self.preparing) }
        }
    }

    /// Tries it, in a transaction that is rolled back: binds once, refuses twice, and lets nobody around it.
    private static func latch(_ role: DatabaseRole, _ connection: borrowing ScriptConnection) throws -> Finding {
        let tenant = "00000000-0000-7000-8000-000000000000"
        // Customers come with their tenant, never as the tenant.
        let customer = role == .portal ? ", '\(tenant)'" : ""
        try connection.run(script: "BEGIN; SELECT kernel.enter('\(tenant)'\(customer))")
        let bound = try connection.rows("SELECT kernel.tenant()::text")
        let again = state(of: "SELECT kernel.enter('00000000-0000-7000-8000-000000000001'\(customer))", connection)
        try connection.run(script: "ROLLBACK")
        let around = ["SELECT pg_catalog.set_config('konak.tenant', '', false)", "DO 'BEGIN END'"]
        let doors = around.map { state(of: $0, connection) }
        let after = try connection.rows("SELECT kernel.tenant()::text")
        guard bound == [[tenant]], again == "55000", doors == ["42501", "42501"], after == [[nil]] else {
            return .failure("the latch does not hold \(role.rawValue)", mend: preparing)
        }
        return .ok("the latch holds \(role.rawValue)")
    }

    /// The server's code for the refusal; nil when it did not refuse.
    private static func state(of script: String, _ connection: borrowing ScriptConnection) -> String? {
        do throws(PostgresError) {
            try connection.run(script: script)
            return nil
        } catch {
            return error.sqlState?.text ?? "?"
        }
    }
}

extension DatabaseRole {
    /// The word in the key of its address.
    fileprivate var keyWord: String { String(rawValue.dropFirst("konak_".count)).uppercased() }
}

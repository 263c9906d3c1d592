/// What is right for a PostgreSQL server.
enum ServerRules {
    static func judge(
        version: Int, connections: Int, needed: Int, durable: [String], encoding: String, hasTurkish: Bool
    ) -> [Finding] {
        [
            judge(version: version), judge(connections: connections, needed: needed), judge(durable: durable),
            encoding == "UTF8"
                ? .ok("texts are UTF-8")
                : .failure("texts are \(encoding)", mend: "create the database with ENCODING 'UTF8'"),
            hasTurkish
                ? .ok("Turkish order is there")
                : .warning("the collation tr-x-icu is missing", mend: "use a PostgreSQL that is built with ICU"),
        ]
    }

    private static func judge(version: Int) -> Finding {
        let major = version / 10_000
        guard major >= PostgresPrograms.oldest else {
            return .failure("the server is PostgreSQL \(major)", mend: "use \(PostgresPrograms.oldest) or newer")
        }
        return .ok("the server is PostgreSQL \(major).\(version % 10_000)")
    }

    private static func judge(connections: Int, needed: Int) -> Finding {
        let text = "\(connections) connections are allowed, \(needed) may be needed"
        guard connections >= needed else {
            return .failure(text, mend: "raise max_connections, or lower KONAK_DATABASE_CONNECTIONS or KONAK_LOOPS")
        }
        return .ok(text)
    }

    private static func judge(durable: [String]) -> Finding {
        let safe = durable.prefix(2) == ["on", "on"] && !["off", "local"].contains(durable.last ?? "off")
        guard safe else {
            return .warning(
                "what is committed may be lost in a crash",
                mend: "set fsync, full_page_writes and synchronous_commit to on")
        }
        return .ok("what is committed is kept")
    }
}

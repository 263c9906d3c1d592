import Core
import Kernel
import Postgres

/// `konak tenant create`, `list`, and the turns of a tenant's life.
enum TenantLifeCommands {
    static let all = [create, list] + turns

    static let create = Command(
        "tenant create", "Enter a tenant of an agency.",
        options: [
            .value("--title", "TEXT", "The name that people read; the short name unless given."),
            .value("--plan", "KEY", "The plan (basic)."), .value("--host", "HOST", "Where its app answers."),
        ],
        operands: ["AGENCY/TENANT"]
    ) { invocation in
        let work = CommandWork(invocation)
        let words = invocation.operands[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2 else { return work.misused("“\(invocation.operands[0])” is not AGENCY/TENANT") }
        return work.onRoll { roll in
            [
                try roll.create(
                    words[1], of: words[0], title: invocation.values["--title"] ?? words[1],
                    plan: invocation.values["--plan"] ?? "basic", host: invocation.values["--host"])
            ]
        }
    }

    static let list = Command(
        "tenant list", "Show the tenants, at most a thousand.",
        options: [
            .value("--agency", "NAME", "Only those of this agency."),
            .value("--after", "NAME", "Only those whose names follow this one."),
        ]
    ) { invocation in
        CommandWork(invocation).onRoll { roll in
            try roll.list(agency: invocation.values["--agency"], after: invocation.values["--after"] ?? "")
        }
    }

    private static let turns: [Command] = [
        turn("suspend", "Close a tenant's doors for a time; nothing is lost.", .suspended),
        turn("activate", "Open a tenant's doors.", .active),
        turn("close", "Begin a tenant's moving out; its data stay until they are erased.", .closing),
    ]

    private static func turn(_ word: String, _ summary: String, _ state: TenantState) -> Command {
        Command("tenant \(word)", summary, operands: ["TENANT"]) { invocation in
            CommandWork(invocation).onRoll { roll in [try roll.turn(invocation.operands[0], to: state)] }
        }
    }
}

extension CommandWork {
    /// The databases, our own cluster brought to the state of this program's files.
    func withUpToDate(
        _ configuration: Configuration, _ work: (DatabaseAccess) throws -> ExitCode
    ) throws -> ExitCode {
        try withDatabases(configuration) { access in
            try access.bringUpToDate(migrations(configuration))
            return try work(access)
        }
    }

    /// The command line says too little, or what cannot be: nothing is done.
    func misused(_ sentence: String) -> ExitCode { terminal.fail(.usage, [("usage", sentence)]) }

    /// Work on the roll of tenants, which ends with those it was about.
    fileprivate func onRoll(_ work: (borrowing TenantRoll) throws -> [TenantRoll.Entry]) -> ExitCode {
        run { configuration in
            try withUpToDate(configuration) { access in
                show(try work(TenantRoll(control: access.control())))
                return .ok
            }
        }
    }

    private func show(_ entries: [TenantRoll.Entry]) {
        let width = entries.map(\.name.count).max() ?? 0
        for entry in entries {
            let gap = String(repeating: " ", count: width - entry.name.count + 2)
            terminal.note("\(entry.name)\(gap)\(entry.state)  \(entry.plan)  \(entry.host ?? "–")  \(entry.title)")
        }
        if entries.isEmpty { terminal.note("no tenants") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("tenants")
            json.beginArray()
            for entry in entries { Self.write(entry, into: &json) }
            json.endArray()
        }
    }

    private static func write(_ entry: TenantRoll.Entry, into json: inout JSONWriter) {
        json.beginObject()
        let members = [
            ("id", entry.id), ("name", entry.name), ("title", entry.title), ("state", entry.state),
            ("plan", entry.plan),
        ]
        for (name, value) in members {
            json.key(escaping: name)
            json.string(value)
        }
        json.key("host")
        if let host = entry.host { json.string(host) } else { json.null() }
        json.endObject()
    }
}

extension DatabaseAccess {
    /// A connection of konak_control.
    func control() throws -> ScriptConnection { try Self.connect(addresses.control, "KONAK_DATABASE_CONTROL_URL") }

    /// A connection of konak_app.
    func app() throws -> ScriptConnection { try Self.connect(addresses.app, "KONAK_DATABASE_APP_URL") }

    private static func connect(_ url: DatabaseURL?, _ name: StaticString) throws -> ScriptConnection {
        guard let url else { throw ConfigurationFaults(.missing, name.description, "must be given") }
        return try ScriptConnection(url.secretText)
    }
}

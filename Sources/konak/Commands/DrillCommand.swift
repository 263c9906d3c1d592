import Core
import Crypto
import EventLoop
import Glibc
import Kernel
import Postgres

/// `konak drill isolation`: proves on this installation that no tenant reaches another's data.
enum DrillCommand {
    static let isolation = Command(
        "drill isolation", "Ask everything that is registered for what is another tenant's, and report.",
        details: """
            Makes tenants of its own in the database, asks in this process, and takes them out again. The last line says
            how many routes and requests there were, and how many leaks. Ends with 0 only when nothing leaked and every
            route counted: a route counts when its owner is shown something.
            """,
        options: [
            .value("--requests", "N", "Requests by chance, beside those in order (20000)."),
            .value("--seed", "N", "Repeat the requests of an earlier drill."),
        ]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let order = order(invocation) else {
            return work.terminal.fail(.usage, [("usage", "--requests and --seed must be whole numbers")])
        }
        return work.run { configuration in
            try work.withUpToDate(configuration) { access in try hold(order, configuration, access, work.terminal) }
        }
    }

    private static func order(_ invocation: Invocation) -> IsolationDrill.Order? {
        var order = IsolationDrill.Order()
        if let text = invocation.values["--requests"] {
            guard let requests = Int(text), requests >= 0 else { return nil }
            order.requests = requests
        }
        if let text = invocation.values["--seed"] {
            guard let seed = UInt64(text) else { return nil }
            order.seed = seed
        }
        return order
    }

    private static func hold(
        _ order: IsolationDrill.Order, _ configuration: Configuration, _ access: DatabaseAccess, _ terminal: Terminal
    ) throws -> ExitCode {
        let loops = try LoopGroup(count: configuration.loops.resolved(cores: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 2, waiting: 1_000)
        defer { blocking.stop() }
        let drill = try DrillGround(access: access, configuration: configuration, loops: loops, blocking: blocking)
        let report = try HouseListing.withParts(configuration, houseParts) { parts in
            try loops.blockUntilDone { try await drill.hold(installedModules, parts: parts, order) }.get()
        }
        let key = try RootKey.load(configuration).derive("drill").withSecret { try SigningKey(ed25519: $0) }
        let signed = try report.signed(by: key)
        terminal.say(signed) { json in
            report.write(into: &json)
            json.key("signed")
            json.string(signed)
        }
        return report.isClean ? .ok : .failed
    }
}

import Core
import EventLoop
import Glibc
import Kernel

/// `konak database run`: the private cluster without the server, for tools that look at the same data.
enum DatabaseRunCommand {
    static let command = Command(
        "database run", "Run the private cluster until told to stop.",
        details: """
            Prepared and migrated, with its addresses printed once it answers. A server started meanwhile shares it;
            the last one out stops it.
            """
    ) { invocation in
        ProcessSignal.block()
        let work = CommandWork(invocation)
        return work.run { configuration in
            guard configuration.databases.areEmbedded else {
                throw ConfigurationFaults(
                    .conflict, "KONAK_DATABASE_*_URL",
                    "are given, so there is no private cluster to run: take them away")
            }
            return try work.withDatabases(configuration) { access in
                try access.bringUpToDate(work.migrations(configuration))
                announce(access, work.terminal)
                waitForStop()
                return .ok
            }
        }
    }

    private static func announce(_ access: DatabaseAccess, _ terminal: Terminal) {
        let addresses = [
            ("app", access.addresses.app), ("control", access.addresses.control), ("portal", access.addresses.portal),
            ("owner", access.addresses.owner), ("superuser", access.addresses.superuser),
        ]
        // The private cluster knows no passwords, so its addresses hold no secret.
        for (role, url) in addresses { if let url { terminal.note("\(role) \(url.secretText)") } }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            for (role, url) in addresses {
                guard let url else { continue }
                json.key(escaping: role)
                json.string(url.secretText)
            }
        }
    }

    private static func waitForStop() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [ProcessSignal.terminate, .interrupt] { unsafe sigaddset(&signals, signal.rawValue) }
        var received: Int32 = 0
        _ = unsafe sigwait(&signals, &received)
    }
}

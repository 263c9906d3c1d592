import Core
import Crypto
import Delivery
import HTTP
import Kernel
import ModuleKit
import Outbound

/// `konak mail route …`: the mail servers of platform, agencies and tenants.
enum MailRouteCommands {
    static let all = [set, show, test, remove]

    static let level = CommandOption.value(
        "--for", "AGENCY[/TENANT]", "Whose it is, by slugs; the platform's if left out.")

    private static let set = Command(
        "mail route set", "Set the mail server of the platform, an agency or a tenant.",
        details: """
            Who has no server of its own sends through that of the level above, under its own name. The password is the first
            line of a file, or of standard input with `--password-file -`; it is sealed under the root key.
            """,
        options: [
            level, .value("--from", "ADDRESS", "Where mail comes from. Needed."),
            .value("--name", "TEXT", "The name it comes under, where the brand has none."),
            .value("--reply-to", "ADDRESS", "Where answers go."),
            .value("--port", "NUMBER", "The port (587; 465 if implicit)."),
            .value("--security", "WORD", "implicit, starttls (the usual), opportunistic or none."),
            .value("--user", "NAME", "The account there."),
            .value("--password-file", "FILE", "Its password: the first line; - for standard input."),
        ], operands: ["HOST"]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { _ in
            guard let host = HostName(invocation.operands[0]) else {
                return work.misused("“\(invocation.operands[0])” is no name of a host")
            }
            guard let from = invocation.values["--from"].flatMap({ try? MailAddress($0) }) else {
                return work.misused("say where mail comes from: --from ADDRESS")
            }
            let word = invocation.values["--security"] ?? "starttls"
            guard let security = MailRoute.Security(rawValue: word) else {
                return work.misused("--security is implicit, starttls, opportunistic or none")
            }
            let usual: UInt16 = security == .implicit ? 465 : 587
            guard let port = invocation.values["--port"].map({ UInt16($0) }) ?? usual, port > 0 else {
                return work.misused("--port takes 1 to 65535")
            }
            var replyTo: MailAddress?
            if let text = invocation.values["--reply-to"] {
                guard let address = try? MailAddress(text) else { return work.misused("--reply-to takes an address") }
                replyTo = address
            }
            let route = MailRoute(
                host: host, port: port, security: security, user: invocation.values["--user"], senderAddress: from,
                senderName: invocation.values["--name"], replyTo: replyTo)
            let password = try invocation.values["--password-file"].map { try work.secretLine($0) }
            return work.onMail { bench in
                let house = try await bench.settings.house(invocation.values["--for"])
                try await bench.settings.set(route, password: password, for: house)
                tell(route, bench.terminal)
                return .ok
            }
        }
    }

    private static let show = Command(
        "mail route show", "Show the mail server of a level, without its password.", options: [level]
    ) { invocation in
        CommandWork(invocation).onMail { bench in
            let house = try await bench.settings.house(invocation.values["--for"])
            guard let route = try await bench.settings.route(of: house) else {
                return bench.terminal.fail(.failed, [("mail.no_route", "it has no mail server of its own")])
            }
            tell(route, bench.terminal)
            return .ok
        }
    }

    private static let test = Command(
        "mail route test", "Send a test mail at once and tell what the server says.",
        details: "Goes through the server that a mail of the level would go through. Ends with 1 when it is refused.",
        options: [
            level, .value("--to", "ADDRESS", "Where it goes. Needed."),
            .value("--language", "tr|en", "Its language (tr)."),
        ]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let address = invocation.values["--to"].flatMap({ try? MailAddress($0) }) else {
            return work.misused("say where it goes: --to ADDRESS")
        }
        guard let language = Language(rawValue: invocation.values["--language"] ?? "tr") else {
            return work.misused("--language takes tr or en")
        }
        return work.onMail { bench in
            let house = try await bench.settings.house(invocation.values["--for"])
            let probe = try MailProbe(bench.settings, bench.configuration, on: bench.loops)
            let finding = try await probe.send(to: address, from: house, in: language)
            bench.terminal.note(
                "\(finding.isAccepted ? "accepted" : "not accepted") by \(finding.server): \(finding.answer)")
            if bench.terminal.wantsJSON {
                bench.terminal.sayObject { json in
                    json.key("ok")
                    json.bool(finding.isAccepted)
                    json.key("server")
                    json.string(finding.server)
                    json.key("from")
                    json.string(finding.sender)
                    json.key("answer")
                    json.string(finding.answer)
                }
            }
            return finding.isAccepted ? .ok : .failed
        }
    }

    private static let remove = Command(
        "mail route remove", "Take a level's mail server away: the level above sends for it.", options: [level]
    ) { invocation in
        CommandWork(invocation).onMail { bench in
            let house = try await bench.settings.house(invocation.values["--for"])
            guard try await bench.settings.remove(of: house) else {
                return bench.terminal.fail(.failed, [("mail.no_route", "it has no mail server of its own")])
            }
            bench.terminal.note("removed")
            if bench.terminal.wantsJSON {
                bench.terminal.sayObject { json in
                    json.key("ok")
                    json.bool(true)
                }
            }
            return .ok
        }
    }

    private static func tell(_ route: MailRoute, _ terminal: Terminal) {
        let facts: [(String, String?)] = [
            ("host", route.host.text), ("security", route.security.rawValue),
            ("user", route.user), ("from", route.senderAddress.description), ("name", route.senderName),
            ("reply_to", route.replyTo?.description),
        ]
        for case (let name, let value?) in facts { terminal.note("\(name): \(value)") }
        terminal.note("port: \(route.port)")
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key("port")
            json.int(Int(route.port))
            for (name, value) in facts {
                json.key(escaping: name)
                if let value { json.string(value) } else { json.null() }
            }
        }
    }
}

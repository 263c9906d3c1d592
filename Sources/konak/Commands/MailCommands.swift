import Core
import Crypto
import Delivery
import HTTP
import Kernel
import ModuleKit

/// `konak mail …`: what is in the queues, and the keys that sign.
enum MailCommands {
    static let all = [list, retry] + MailRouteCommands.all + [newKey, showKeys]

    private static let states = ["waiting", "sending", "sent", "parked", "expired", "kept"]

    private static let list = Command(
        "mail list", "List the newest mails and what became of them, without what they say.",
        options: [
            .value("--for", "AGENCY[/TENANT]", "Only those of an agency with its tenants, or of one tenant."),
            .value("--state", "WORD", "Only \(states.joined(separator: ", "))."),
            .value("--most", "NUMBER", "So many at most (100)."),
        ]
    ) { invocation in
        let work = CommandWork(invocation)
        let state = invocation.values["--state"]
        guard state.map(states.contains) ?? true else {
            return work.misused("--state takes \(states.joined(separator: ", "))")
        }
        guard let most = Int(invocation.values["--most"] ?? "100"), (1...10_000).contains(most) else {
            return work.misused("--most takes 1 to 10000")
        }
        return work.onMail { bench in
            var house: MailHouse?
            if let name = invocation.values["--for"] { house = try await bench.settings.house(name) }
            show(try await bench.ledger.list(state: state, of: house, most: most), bench.terminal)
            return .ok
        }
    }

    private static let retry = Command(
        "mail retry", "Have parked mail tried again.",
        details: "ID is that of `konak mail list`, or `all`. What a parked mail says is kept for a week.",
        operands: ["ID"]
    ) { invocation in
        let work = CommandWork(invocation)
        let word = invocation.operands[0]
        guard word == "all" || UUIDv7(word) != nil else { return work.misused("“\(word)” is neither an id nor `all`") }
        return work.onMail { bench in
            var count = 0
            if let id = UUIDv7(word) {
                count = try await bench.ledger.retry(id) ? 1 : 0
                guard count == 1 else {
                    return bench.terminal.fail(
                        .failed, [("mail.not_parked", "no parked mail of this id whose contents are still there")])
                }
            } else {
                count = try await bench.ledger.retryAll()
            }
            bench.terminal.note("\(count) waiting again")
            if bench.terminal.wantsJSON {
                bench.terminal.sayObject { json in
                    json.key("ok")
                    json.bool(true)
                    json.key("retried")
                    json.int(count)
                }
            }
            return .ok
        }
    }

    // MARK: Keys

    private static let newKey = Command(
        "mail dkim new", "Make a key that signs a domain's mail, and print what its DNS must say.",
        details: """
            Mail of a level is signed with the newest keys of the level whose server sends it, when they are of its sender's
            domain. Many receivers know RSA only: make one of each kind.
            """,
        options: [
            MailRouteCommands.level, .value("--kind", "WORD", "ed25519 (the usual) or rsa."),
            .value("--selector", "WORD", "Its name below the domain (konak-ed or konak-rsa)."),
        ], operands: ["DOMAIN"]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let kind = KeyKind(rawValue: invocation.values["--kind"] ?? "ed25519"), kind == .ed25519 || kind == .rsa
        else { return work.misused("--kind takes ed25519 or rsa") }
        let usual = kind == .rsa ? "konak-rsa" : "konak-ed"
        guard let domain = HostName(invocation.operands[0]), domain.address == nil,
            let selector = HostName(invocation.values["--selector"] ?? usual), selector.address == nil
        else { return work.misused("domain and selector are names of the DNS") }
        return work.onMail { bench in
            let house = try await bench.settings.house(invocation.values["--for"])
            show(
                [try await bench.settings.makeKey(kind, domain: domain, selector: selector, for: house)], bench.terminal
            )
            return .ok
        }
    }

    private static let showKeys = Command(
        "mail dkim show", "Show a level's keys and what their DNS must say.", options: [MailRouteCommands.level]
    ) { invocation in
        CommandWork(invocation).onMail { bench in
            let house = try await bench.settings.house(invocation.values["--for"])
            show(try await bench.settings.keys(of: house), bench.terminal)
            return .ok
        }
    }

    // MARK: Telling

    private static func show(_ entries: [MailLedger.Entry], _ terminal: Terminal) {
        for entry in entries {
            let error = entry.lastError.map { "  \($0)" } ?? ""
            terminal.note(
                "\(entry.id)  \(entry.createdAt)  \(entry.state)  \(entry.house)  \(entry.template)  \(entry.address)\(error)"
            )
        }
        if entries.isEmpty { terminal.note("no mails") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key("mails")
            json.beginArray()
            for entry in entries { write(entry, &json) }
            json.endArray()
        }
    }

    private static func write(_ entry: MailLedger.Entry, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.uuid(entry.id)
        let texts: [(String, String?)] = [
            ("house", entry.house), ("template", entry.template), ("to", entry.address), ("state", entry.state),
            ("error", entry.lastError), ("message_id", entry.messageID),
        ]
        for (name, value) in texts {
            json.key(escaping: name)
            if let value { json.string(value) } else { json.null() }
        }
        json.key("attempts")
        json.int(entry.attempts)
        let times: [(String, Timestamp?)] = [
            ("created_at", entry.createdAt), ("next_at", entry.nextAt), ("ended_at", entry.endedAt),
        ]
        for (name, value) in times {
            json.key(escaping: name)
            if let value { json.timestamp(value) } else { json.null() }
        }
        json.endObject()
    }

    /// One string of a record holds 255 bytes; readers put several together.
    private static func pieces(of record: String) -> String {
        var (pieces, rest) = ([String](), record[...])
        while !rest.isEmpty {
            pieces.append("\"\(rest.prefix(255))\"")
            rest = rest.dropFirst(255)
        }
        return pieces.joined(separator: " ")
    }

    private static func show(_ keys: [MailKey], _ terminal: Terminal) {
        for key in keys { terminal.note("\(key.recordName). TXT \(pieces(of: key.record))") }
        if keys.isEmpty { terminal.note("no keys") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key("keys")
            json.beginArray()
            for key in keys {
                json.beginObject()
                let texts = [
                    ("domain", key.domain.text), ("selector", key.selector.text), ("kind", key.kind),
                    ("name", key.recordName), ("record", key.record),
                ]
                for (name, value) in texts {
                    json.key(escaping: name)
                    json.string(value)
                }
                json.endObject()
            }
            json.endArray()
        }
    }
}

import Core
import Glibc
import HTTP
import Kernel
import Postgres

/// `konak addresses …`: the addresses that are let in nowhere, for the operator.
enum AddressCommands {
    static let all = [list, deny, allow]

    private static let list = Command("addresses list", "List the addresses that are let in nowhere.") { invocation in
        let work = CommandWork(invocation)
        return work.onDenied { denied, _ in
            work.show(try denied.list())
            return .ok
        }
    }

    private static let deny = Command(
        "addresses deny", "Let nobody in from an address or a network, on any node.",
        details: """
            Every node knows within a second. This machine, KONAK_TRUSTED_PROXIES and the address that this terminal is
            reached from (SSH_CONNECTION) cannot be denied.
            """,
        options: [.value("--reason", "TEXT", "Why, for whoever reads the list.")], operands: ["ADDRESS|CIDR"]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.withBlock(invocation) { block in
            work.onDenied { denied, configuration in
                let spared = configuration.trustedProxies + [ownAddress].compactMap(\.self)
                try denied.deny(block, reason: invocation.values["--reason"] ?? "", sparing: spared)
                work.say("denied", block)
                return .ok
            }
        }
    }

    private static let allow = Command(
        "addresses allow", "Take an address or a network off the list again, as the list has it.",
        operands: ["ADDRESS|CIDR"]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.withBlock(invocation) { block in
            work.onDenied { denied, _ in
                guard try denied.allow(block) else {
                    return work.terminal.fail(.failed, [("addresses", "\(block) is not on the list")])
                }
                work.say("allowed", block)
                return .ok
            }
        }
    }

    /// Where the operator sits, if they came by SSH.
    private static var ownAddress: AddressBlock? {
        let variables = Environment.variables()
        let text = variables["SSH_CONNECTION"] ?? variables["SSH_CLIENT"] ?? ""
        return text.split(separator: " ").first.flatMap { try? AddressBlock($0) }
    }
}

extension CommandWork {
    fileprivate func withBlock(_ invocation: Invocation, _ work: (AddressBlock) -> ExitCode) -> ExitCode {
        do throws(AddressBlock.Mistake) {
            return work(try AddressBlock(invocation.operands[0]))
        } catch {
            return misused("\(error)")
        }
    }

    fileprivate func onDenied(_ work: (borrowing DeniedAddresses, Configuration) throws -> ExitCode) -> ExitCode {
        run { configuration in
            try withUpToDate(configuration) { access in
                do {
                    return try work(DeniedAddresses(control: access.control()), configuration)
                } catch let fault as DeniedAddressFault {
                    return terminal.fail(.failed, [("addresses", fault.description)])
                }
            }
        }
    }

    fileprivate func show(_ entries: [DeniedAddresses.Entry]) {
        terminal.say(TextTable.text(entries.map { [$0.block.description, $0.since, $0.reason] })) { json in
            json.key("ok")
            json.bool(true)
            json.key("denied")
            json.beginArray()
            for entry in entries {
                json.beginObject()
                json.key("block")
                json.string(entry.block.description)
                json.key("since")
                json.string(entry.since)
                json.key("reason")
                json.string(entry.reason)
                json.endObject()
            }
            json.endArray()
        }
    }

    fileprivate func say(_ what: String, _ block: AddressBlock) {
        terminal.say("\(what) \(block)\n") { json in
            json.key("ok")
            json.bool(true)
            json.key("what")
            json.string(what)
            json.key("block")
            json.string(block.description)
        }
    }
}

import Core
import Delivery
import Kernel
import ModuleKit
import Postgres
import Security

/// `konak person invite`: the way in for whoever is the first, before anybody is there who could invite them. It prints
/// the link instead of sending it, since there may be no mail server yet.
enum InviteCommand {
    static let command = Command(
        "person invite", "Ask somebody in, and show the link; it works once, within 15 minutes.",
        options: [
            .value("--to", "PLACE", "AGENCY/TENANT, AGENCY, or operator (operator)."),
            .value("--role", "ROLE", "owner, admin or member; in a tenant also manager or read_only (owner)."),
            .value("--name", "TEXT", "What they are called; the address unless given."),
            .value("--language", "WORD", "tr or en (tr)."),
        ],
        operands: ["ADDRESS"]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let address = LoginAddress(invocation.operands[0]) else {
            return work.misused("“\(invocation.operands[0])” is no mail address")
        }
        guard let language = Language(rawValue: invocation.values["--language"] ?? "tr") else {
            return work.misused("say --language tr or --language en")
        }
        let (place, role) = (invocation.values["--to"] ?? "operator", invocation.values["--role"] ?? "owner")
        let name = invocation.values["--name"] ?? address.text
        return work.onControl { [terminal = work.terminal] configuration, control, _ in
            guard let place = try await PeoplePlace.find(place, role, control) else {
                return terminal.fail(.usage, [("usage", "there is no such place, or no such role in it")])
            }
            let outcome = try await Invitations(
                control, clock: SystemClock(), operatorHost: configuration.operatorMailHost
            ).invite(address, name: name, language: language, to: place)
            return show(outcome, configuration, terminal)
        }
    }

    private static func show(
        _ outcome: Invitations.Outcome, _ configuration: Configuration, _ terminal: Terminal
    ) -> ExitCode {
        switch outcome {
        case .invited(_, let token, let host):
            let link = "\(configuration.origin(ofMailHost: host))/invitation?k=\(token.reveal())"
            terminal.say("\(link)\n") { json in
                json.key("link")
                json.string(link)
            }
            return .ok
        case .joined(_, let host):
            terminal.say("has an account already, and belongs there from now on: \(host)\n") { json in
                json.key("host")
                json.string(host)
            }
            return .ok
        case .keptOut: return terminal.fail(.failed, [("kept-out", "this person was disabled")])
        case .nowhere: return terminal.fail(.failed, [("no-host", "no host leads there: add a domain first")])
        }
    }
}

import Core
import Crypto
import EventLoop
import Kernel
import Postgres
import Security

/// `konak user`: people from the command line, for who sets a house up and for who is called when somebody cannot get in.
enum UserCommands {
    static let all = [create, list, password, disable, enable, resetFactors]

    private static let at = CommandOption.value(
        "--at", "PLACE", "AGENCY/TENANT, AGENCY, or operator (operator).")
    private static let secret: [CommandOption] = [
        .value("--password", "FILE", "The password is the first line of this file, - for standard input."),
        .flag("--generate", "Make a password, and show it this once."),
    ]

    private static let create = Command(
        "user create", "Enter somebody, or add a place to who is there already.",
        details: """
            With a password they can log in at once; without one they are let in by `konak person invite`. A role of a
            tenant's own is named as the tenant calls it. Who is there already keeps the role and the password.
            """,
        options: [at] + secret + [
            .value("--role", "ROLE", "owner, admin, manager, member, read_only, or a tenant's own (member)."),
            .value("--name", "TEXT", "What they are called; the address unless given."),
            .value("--language", "WORD", "tr or en (tr)."),
        ],
        operands: ["ADDRESS"]
    ) { invocation in
        UserWork(invocation).run { desk, address in
            guard let language = Language(rawValue: invocation.values["--language"] ?? "tr") else {
                throw UserFault("say --language tr or --language en")
            }
            let role = invocation.values["--role"] ?? "member"
            guard let place = try await PeoplePlace.find(desk.place, role, desk.control) else {
                throw UserFault("there is no place “\(desk.place)”, or no role “\(role)” in it")
            }
            let outcome = try await desk.invitations.invite(
                address, name: invocation.values["--name"] ?? address.text, language: language, to: place)
            let person: UserID
            switch outcome {
            case .invited(let id, _, _), .joined(let id, _): person = id
            case .keptOut: throw UserFault("\(address.text) was disabled: `konak user enable` first")
            case .nowhere: throw UserFault("no host leads to \(desk.place): add a domain first")
            }
            // A password that somebody has chosen is theirs.
            if case .joined = outcome { return try await desk.show(address) }
            return try await desk.show(address, generated: try await desk.setPassword(of: person))
        }
    }

    private static let list = Command(
        "user list", "Show the people of a place, or of the whole house: at most a thousand.",
        options: [.value("--at", "PLACE", "Only those of AGENCY/TENANT, AGENCY, or operator.")]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.onControl { [terminal = work.terminal] _, control, _ in
            let roll = PeopleRoll(control, clock: SystemClock())
            UserListing(try await roll.list(at: invocation.values["--at"])).show(on: terminal)
            return .ok
        }
    }

    private static let password = Command(
        "user password", "Set somebody's password; their sessions end.", options: [at] + secret, operands: ["ADDRESS"]
    ) { invocation in
        UserWork(invocation).run { desk, address in
            let person = try await desk.find(address)
            guard desk.isGivenPassword else { throw UserFault("say --password FILE or --generate") }
            return try await desk.show(address, generated: try await desk.setPassword(of: person))
        }
    }

    private static let disable = turn(
        "disable", "Keep somebody out of all of an agency's places; their sessions end."
    ) { try await $0.disable($1) }

    private static let enable = turn("enable", "Let somebody in again who was disabled.") { try await $0.enable($1) }

    private static let resetFactors = turn(
        "reset-factors", "Take somebody's second factors, passkeys and known browsers away; their sessions end."
    ) { try await $0.resetFactors(of: $1) }

    private static func turn(
        _ word: String, _ summary: String, _ act: @escaping @Sendable (PeopleRoll, UserID) async throws -> Void
    ) -> Command {
        Command("user \(word)", summary, options: [at], operands: ["ADDRESS"]) { invocation in
            UserWork(invocation).run { desk, address in
                try await act(desk.roll, try await desk.find(address))
                return try await desk.show(address)
            }
        }
    }
}

import Core
import Kernel
import ModuleKit

/// `konak person export` and `konak person erase`: what a tenant knows of one person, over all modules.
enum PersonCommands {
    static let all = [InviteCommand.command, export, erase]

    private static let whose: [CommandOption] = [
        .value("--tenant", "TENANT", "Whose data, AGENCY/TENANT or an id."),
        .value("--email", "ADDRESS", "The person's mail address; large and small letters are the same."),
    ]

    private static let export = Command(
        "person export", "Write all that a tenant knows of a person into a file, as JSON.",
        options: whose + [.value("--to", "FILE", "The new file.")]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let file = invocation.values["--to"] else { return work.misused("say --to FILE") }
        return about(invocation, work) { tenant, person, engine, session in
            guard !LocalPath(file).exists else { throw ArchiveFault.exists(file) }
            let answer = try engine.export(person, of: tenant, on: session)
            try LocalPath(file).write(String(decoding: answer.json, as: UTF8.self))
            work.terminal.say("\(answer.rows) rows, \(file)\n") { json in
                json.key("ok")
                json.bool(true)
                json.key("rows")
                json.int(answer.rows)
            }
            return .ok
        }
    }

    private static let erase = Command(
        "person erase", "Take all that a tenant knows of a person away, and keep a proof that names nobody.",
        options: whose + [.flag("--yes", "Really.")]
    ) { invocation in
        let work = CommandWork(invocation)
        guard invocation.has("--yes") else { return work.misused("this cannot be taken back: say --yes") }
        return about(invocation, work) { tenant, person, engine, session in
            work.report(try engine.erase(person, of: tenant, on: session), of: "a person of \(tenant)")
            return .ok
        }
    }

    /// Work on the person whom the command line names.
    private static func about(
        _ invocation: Invocation, _ work: CommandWork,
        _ body: (String, PersonAddress, PersonalDataEngine, OwnerSession) throws -> ExitCode
    ) -> ExitCode {
        guard let tenant = invocation.values["--tenant"], let email = invocation.values["--email"] else {
            return work.misused("say --tenant and --email")
        }
        guard let person = PersonAddress(email) else { return work.misused("“\(email)” is no mail address") }
        return work.asOwner { session, configuration in
            try body(tenant, person, engine(session, configuration), session)
        }
    }

    private static func engine(_ session: OwnerSession, _ configuration: Configuration) throws -> PersonalDataEngine {
        let registry = try HouseListing.registry(configuration, modules: installedModules, parts: houseParts)
        let declarations = registry.modules.flatMap(\.registrar.personalData)
        return PersonalDataEngine(
            try PersonalDataPlan(declarations, catalogue: session.catalogue()),
            key: try RootKey.load(configuration).derive("erasure"))
    }
}

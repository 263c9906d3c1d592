import Core
import Kernel
import ModuleKit

/// `konak person export` and `konak person erase`: what a tenant knows of one person, over all modules.
enum PersonCommands {
    static let all = [export, erase]

    private static let whose: [CommandOption] = [
        .value("--tenant", "TENANT", "Whose data, AGENCY/TENANT or an id."),
        .value("--email", "ADDRESS", "The person's mail address; large and small letters are the same."),
    ]

    private static let export = Command(
        "person export", "Write all that a tenant knows of a person into a file, as JSON.",
        options: whose + [.value("--to", "FILE", "The file.")]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.asOwner { session, root in
            let (tenant, person) = try subject(invocation)
            guard let file = invocation.values["--to"] else { throw PersonFault("say --to FILE") }
            let answer = try engine(session, root).export(person, of: tenant, on: session)
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
        return work.asOwner { session, root in
            let (tenant, person) = try subject(invocation)
            guard invocation.has("--yes") else { throw PersonFault("this cannot be taken back: say --yes") }
            work.report(try engine(session, root).erase(person, of: tenant, on: session), of: "a person of \(tenant)")
            return .ok
        }
    }

    private static func subject(_ invocation: Invocation) throws -> (String, PersonAddress) {
        guard let tenant = invocation.values["--tenant"], let email = invocation.values["--email"] else {
            throw PersonFault("say --tenant and --email")
        }
        guard let person = PersonAddress(email) else { throw PersonFault("“\(email)” is no mail address") }
        return (tenant, person)
    }

    private static func engine(_ session: OwnerSession, _ root: RootKey) throws -> PersonalDataEngine {
        let services = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
        let registry = try Registry(installedModules, services: services)
        let declarations = registry.modules.flatMap(\.registrar.personalData)
        return PersonalDataEngine(
            try PersonalDataPlan(declarations, catalogue: session.catalogue()), key: try root.derive("erasure"))
    }
}

/// What is wrong with what was asked about a person.
struct PersonFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

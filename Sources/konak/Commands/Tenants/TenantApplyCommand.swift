import Core
import Kernel
import ModuleKit
import Postgres
import Security

/// `konak tenant apply`: brings the house to what a file of `tenants/` says.
enum TenantApplyCommand {
    static let command = Command(
        "tenant apply", "Bring agencies, tenants, brands and plans to what a file says.",
        details: """
            Prints what changed; a second time there is nothing to do. It never takes a tenant away.
            With --addresses it writes down where each site answers, for people and scripts. The people of a pack come in
            with --people only, which is for demonstrations: each who is new gets a password, and it stands in the file.
            """,
        options: [
            .value("--addresses", "FILE", "Write the sites' addresses to this file, as JSON."),
            .value("--people", "FILE", "Bring the pack's people in, and write how they log in to this file, as JSON."),
        ],
        operands: ["FILE"]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            let pack = try TenantPack.read(LocalPath(invocation.operands[0]).read())
            return try work.withUpToDate(configuration) { access in
                let changes = try apply(pack, access)
                if let file = invocation.values["--addresses"] {
                    let sites = try SiteAddresses(control: access.control(), listen: configuration.listen)
                    try LocalPath(file).write(sites.json(), mode: 0o644)
                }
                if let file = invocation.values["--people"] {
                    let count = try work.onControl(configuration, access) { configuration, control, _ in
                        try await DemoPeople(control: control, configuration: configuration, file: LocalPath(file))
                            .seed(pack)
                    }
                    if count > 0 { work.terminal.note("\(count) people") }
                }
                report(changes, work.terminal)
                return .ok
            }
        }
    }

    private static func apply(_ pack: TenantPack, _ access: DatabaseAccess) throws -> [PackChange] {
        let features = Set(installedModules.compactMap { $0.manifest.planFeature?.text })
        let changes = try PackApplication(control: access.control(), knownFeatures: features).apply(pack)
        return try changes + PackContent(app: access.app(), control: access.control()).apply(pack)
    }

    private static func report(_ changes: [PackChange], _ terminal: Terminal) {
        for change in changes { terminal.note(change.description) }
        if changes.isEmpty { terminal.note("nothing to change") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key("changes")
            json.beginArray()
            for change in changes {
                json.beginObject()
                json.key("kind")
                json.string(change.kind.rawValue)
                json.key("subject")
                json.string(change.subject)
                json.key("details")
                json.beginArray()
                for detail in change.details { json.string(detail) }
                json.endArray()
                json.endObject()
            }
            json.endArray()
        }
    }
}

import Kernel

/// `konak tenant import`: brings a tenant in from another house.
enum TenantImportCommand {
    static let command = Command(
        "tenant import", "Bring a tenant in from a file of `tenant export`.",
        details: """
            Ids are kept. The file is checked before anything is written, and all of it comes in or nothing.
            The agency and the plan must be here already; a tenant of the same id, name or host must not.
            """,
        options: [
            .value("--agency", "NAME", "The agency it shall belong to, when not the one it had."),
            .value("--passphrase-file", "FILE", "Open secrets and seal with the first line of this file."),
        ],
        operands: ["FILE"]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.asOwner { session, _ in
            let place = LocalPath(invocation.operands[0])
            let manifest = try TenantArchive(house: Konak.version).import(
                place, on: session, agency: invocation.values["--agency"],
                passphrase: try work.passphrase(invocation))
            work.report(manifest, place, "imported")
            return .ok
        }
    }
}

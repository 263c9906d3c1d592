import Core
import Crypto
import Kernel
import Postgres

/// `konak tenant export`: all of a tenant in one file.
enum TenantExportCommand {
    static let command = Command(
        "tenant export", "Write all of a tenant into one file.",
        details: """
            One snapshot, while the house goes on. The file is a plain tar; docs/tenants.md says what is in it.
            It is not encrypted, but for secrets, which need a passphrase: keep it as you would keep the database.
            Works as konak_owner (KONAK_DATABASE_OWNER_URL).
            """,
        options: [
            .value("--to", "FILE", "The new file (AGENCY-TENANT.tar)."),
            .value("--passphrase-file", "FILE", "Seal secrets and manifest with the first line of this file."),
        ],
        operands: ["TENANT"]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.asOwner { session, _ in
            let name = invocation.operands[0]
            let usual = name.split(separator: "/").joined(separator: "-") + ".tar"
            let place = LocalPath(invocation.values["--to"] ?? usual)
            let manifest = try TenantArchive(house: Konak.version).export(
                name, on: session, to: place, passphrase: try work.passphrase(invocation))
            work.report(manifest, place, "exported")
            return .ok
        }
    }
}

extension CommandWork {
    /// Work on a connection of konak_owner, the tables as this program's files make them.
    func asOwner(_ work: (OwnerSession, Configuration) throws -> ExitCode) -> ExitCode {
        run { configuration in
            try withUpToDate(configuration) { access in
                guard let owner = access.addresses.owner else {
                    throw ConfigurationFaults(
                        .missing, "KONAK_DATABASE_OWNER_URL", "must be given for work on all of a tenant")
                }
                return try work(OwnerSession(ScriptConnection(owner.secretText)), configuration)
            }
        }
    }

    /// The first line of the file that was named.
    func passphrase(_ invocation: Invocation) throws -> HeldSecret? {
        guard let file = invocation.values["--passphrase-file"] else { return nil }
        var bytes = Array(try LocalPath(file).read(limit: 4096).prefix { $0 != UInt8(ascii: "\n") })
        guard bytes.count >= 12 else { throw PassphraseTooShort() }
        return HeldSecret(SecretBytes(wiping: &bytes))
    }

    /// What an archive holds.
    func report(_ manifest: ArchiveManifest, _ place: LocalPath, _ verb: String) {
        let rows = manifest.entries.reduce(0) { $0 + ($1.rows ?? 0) }
        let bytes = manifest.entries.reduce(0) { $0 + $1.bytes }
        terminal.note("\(verb) \(manifest.agency)/\(manifest.slug): \(rows) rows, \(bytes) bytes, \(place)")
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key("tenant")
            json.string(manifest.tenant.description)
            json.key("file")
            json.string(place.text)
            json.key("rows")
            json.int(rows)
            json.key("bytes")
            json.int(bytes)
        }
    }
}

/// A passphrase that could be guessed.
struct PassphraseTooShort: Error, CustomStringConvertible {
    let description = "the first line of the passphrase file has less than 12 bytes: take a longer one"
}

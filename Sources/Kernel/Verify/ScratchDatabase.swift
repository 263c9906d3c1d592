import Core
import Crypto
import Postgres

/// A database for one verification, beside the real one on the same server: prepared like it, and dropped afterwards.
struct ScratchDatabase {
    let addresses: DatabaseAddresses
    private let superuser: DatabaseURL
    private let name: String

    /// Makes it. Needs the superuser's address, so it works on the private cluster and wherever that address is given.
    static func make(beside real: DatabaseAddresses, _ preparation: Preparation) throws -> ScratchDatabase {
        guard let superuser = real.superuser else { throw PreparationFault.noAddress }
        let name = "konak_verify_" + Hex.encode(SecureRandom.bytes(4).span)
        var addresses = DatabaseAddresses()
        addresses.app = real.app?.naming(database: name)
        addresses.control = real.control?.naming(database: name)
        addresses.portal = real.portal?.naming(database: name)
        addresses.owner = real.owner?.naming(database: name)
        let scratch = ScratchDatabase(addresses: addresses, superuser: superuser, name: name)
        do {
            try preparation.run(as: superuser, database: name)
            return scratch
        } catch {
            try? scratch.drop()
            throw error
        }
    }

    /// Drops it, whoever is still connected. The name is of our own making and needs no quotes.
    func drop() throws {
        try ScriptConnection(superuser.secretText).run(script: "DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }

    /// A connection as the owner of all tables.
    func owner() throws -> ScriptConnection {
        guard let owner = addresses.owner else { throw PreparationFault.noAddress }
        return try ScriptConnection(owner.secretText)
    }
}

extension DatabaseAddresses {
    /// Addresses by the names of roles; for tests, which have a cluster of their own.
    package init(superuser: DatabaseURL, _ address: (String) -> DatabaseURL) {
        self.init()
        (app, control) = (address(DatabaseRole.app.rawValue), address(DatabaseRole.control.rawValue))
        (portal, owner) = (address(DatabaseRole.portal.rawValue), address(DatabaseRole.owner.rawValue))
        self.superuser = superuser
    }
}

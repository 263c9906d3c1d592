import Core
public import Crypto
public import HTTP
public import Kernel
public import ModuleKit
import Outbound
public import Postgres
import SQL

/// Mail servers and keys of every level, as they are set.
public struct MailSettings: Sendable {
    private let control: PostgresDatabase
    let seal: MailSeal

    /// Settings in a database, as konak_control, sealed under a key of the house's root.
    public init(_ control: PostgresDatabase, root: RootKey) throws {
        self.control = control
        seal = try MailSeal(root)
    }

    // MARK: Levels

    /// The level of `agency` or `agency/tenant`, by slugs; the platform's without a name.
    public func house(_ name: String?) async throws -> MailHouse {
        guard let name else { return .platform }
        let words = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if words.count == 1 {
            let rows = try await control.perform("SELECT id FROM kernel.agency WHERE slug = \(words[0])")
            guard let row = rows.first else { throw MailSettingsFault.unknown(name) }
            return .agency(try row.decode(0))
        }
        guard words.count == 2 else { throw MailSettingsFault.unknown(name) }
        let rows = try await control.perform(
            """
            SELECT t.id FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id
            WHERE a.slug = \(words[0]) AND t.slug = \(words[1])
            """)
        guard let row = rows.first else { throw MailSettingsFault.unknown(name) }
        return .tenant(try row.decode(0))
    }

    private static func columns(_ house: MailHouse) -> Query {
        switch house {
        case .platform: "NULL::uuid AS agency_id, NULL::uuid AS tenant_id"
        case .agency(let agency): "\(agency)::uuid AS agency_id, NULL::uuid AS tenant_id"
        case .tenant(let tenant):
            "(SELECT t.agency_id FROM kernel.tenant t WHERE t.id = \(tenant)) AS agency_id, \(tenant)::uuid AS tenant_id"
        }
    }

    private static func isOf(_ house: MailHouse) -> Query {
        switch house {
        case .platform: "(agency_id IS NULL)"
        case .agency(let agency): "(agency_id = \(agency) AND tenant_id IS NULL)"
        case .tenant(let tenant): "(tenant_id = \(tenant))"
        }
    }

    // MARK: Routes

    /// Sets the level's server in the place of what it had.
    public func set(_ route: MailRoute, password: HeldSecret?, for house: MailHouse) async throws {
        let sealed = try password.map { held in try held.withSecret { secret in try seal.seal(secret, ofRow: route.id) }
        }
        guard (sealed == nil) == (route.user == nil) else { throw MailSettingsFault.halfAnAccount }
        if route.user != nil, route.security == .opportunistic || route.security == .none {
            throw MailSettingsFault.accountInTheClear
        }
        _ = try await control.perform(
            all: [
                "DELETE FROM delivery.mail_route WHERE \(fragment: Self.isOf(house))",
                """
                INSERT INTO delivery.mail_route
                    (agency_id, tenant_id, id, host, port, security, user_name, sealed_password, sender_address,
                    sender_name, reply_to)
                SELECT w.agency_id, w.tenant_id, \(route.id), \(route.host.text), \(Int32(route.port)),
                    \(route.security.rawValue), \(route.user), \(bind: sealed.map(Bind.bytes) ?? .null(.bytea)),
                    \(route.senderAddress.description), \(route.senderName), \(route.replyTo?.description)
                FROM (SELECT \(fragment: Self.columns(house))) w
                """,
            ])
    }

    /// The level's own server.
    public func route(of house: MailHouse) async throws -> MailRoute? {
        try await scene(of: house)?.ownRoute
    }

    /// Takes the level's server away; false when it had none.
    public func remove(of house: MailHouse) async throws -> Bool {
        try await control.perform("DELETE FROM delivery.mail_route WHERE \(fragment: Self.isOf(house))").affected > 0
    }

    func scene(of house: MailHouse, for audience: MailOrder.Audience = .people) async throws -> MailScene? {
        try MailScene(try await control.perform(all: MailScene.queries(house, for: audience)), house)
    }

    /// True when any level has a server.
    func hasAnyRoute() async throws -> Bool {
        try await control.perform("SELECT 1 FROM delivery.mail_route LIMIT 1").first != nil
    }

    // MARK: Keys

    /// Makes a key for a domain, named by its selector; its record must be put into the DNS.
    public func makeKey(
        _ kind: KeyKind, domain: HostName, selector: HostName, for house: MailHouse
    ) async throws -> MailKey {
        guard kind == .ed25519 || kind == .rsa, domain.address == nil, selector.address == nil else {
            throw MailSettingsFault.badKey
        }
        let id = UUIDv7.make()
        let (sealed, published) = try Self.newKey(kind, id, seal)
        let key = MailKey(
            id: id, domain: domain, selector: selector, kind: kind.rawValue, publicKey: published, sealed: sealed)
        let rows = try await control.perform(
            """
            INSERT INTO delivery.mail_key (agency_id, tenant_id, id, domain, selector, kind, sealed_key, public_key)
            SELECT w.agency_id, w.tenant_id, \(id), \(domain.text), \(selector.text), \(kind.rawValue), \(sealed),
                \(published)
            FROM (SELECT \(fragment: Self.columns(house))) w
            ON CONFLICT DO NOTHING RETURNING id
            """)
        guard !rows.isEmpty else { throw MailSettingsFault.keyExists(key.recordName) }
        return key
    }

    /// Two thousand bits: longer records do not fit what many who run name servers let one enter.
    private static func newKey(_ kind: KeyKind, _ id: UUIDv7, _ seal: MailSeal) throws -> ([UInt8], String) {
        let key = try SigningKey.generate(kind, rsaBits: 2048)
        let whole = try key.verifyingKey().der()
        // RFC 8463 publishes the bare key of Ed25519, RFC 6376 the structure of RSA.
        let published = kind == .ed25519 ? Array(whole.suffix(32)) : whole
        return (try seal.seal(try key.der(), ofRow: id), Base64.standard.encode(published.span))
    }

    /// The level's own keys, the newest first.
    public func keys(of house: MailHouse) async throws -> [MailKey] {
        try await scene(of: house)?.ownKeys ?? []
    }
}

extension MailScene {
    fileprivate var own: Level { tenant ?? agency ?? platform }
    /// The server of the level itself.
    var ownRoute: MailRoute? { own.route }
    /// The keys of the level itself.
    var ownKeys: [MailKey] { own.keys }
}

/// Why mail cannot be set up so.
public enum MailSettingsFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// No agency or tenant of that name.
    case unknown(String)
    /// A user without a password, or the other way round.
    case halfAnAccount
    /// An account is told only to a server that has proved its name.
    case accountInTheClear
    /// Not a kind of key that signs mail, or an address in the place of a domain.
    case badKey
    /// There is a key of this name.
    case keyExists(String)
    /// No level has a server.
    case noRoute

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .unknown(let name): "there is no agency or tenant \(name): write AGENCY or AGENCY/TENANT"
        case .halfAnAccount: "an account has a user and a password: give both, or none"
        case .accountInTheClear: "an account needs --security implicit or starttls"
        case .badKey: "keys for mail are ed25519 or rsa, for a domain"
        case .keyExists(let name): "there is a key \(name) already: choose another selector"
        case .noRoute: "no mail server is set for it, nor for a level above: `konak mail route set`"
        }
    }
}

public import Core
public import Crypto
public import HTTP
public import ModuleKit

/// Whose pace is kept, at what. Only a fingerprint is kept of it: 64 bits under a key that no stranger knows, so none can
/// look for two that meet.
public struct RateKey: Sendable, Hashable {
    /// Who.
    public enum Subject: Sendable, Hashable {
        /// A caller by address. Whoever has one IPv6 address has the other 2⁶⁴ of its network as well.
        case address(IPAddress?)
        /// A person.
        case user(UserID)
        /// A customer.
        case customer(CustomerID)
        /// An API key.
        case key(UUIDv7)
        /// All of a tenant together.
        case tenant
        /// A person on a channel.
        case channel(MessageChannel, UserID)
    }

    let fingerprint: UInt64
}

/// A place that has a pace of its own: a route, by what it is called. Made once; a check costs no string.
public struct RatePlace: Sendable, Hashable {
    let mark: UInt64

    /// Anywhere.
    static let anywhere = RatePlace(mark: 0)
}

/// Makes the fingerprints: a keyed hash over words, without an allocation. Processes that share paces share its key.
public struct RateSeal: Sendable {
    private let hash: KeyedHash

    /// With the house's key for paces.
    public init(key: HeldSecret) throws {
        let purpose = Array("rates".utf8)
        let code = try key.withSecret { key throws(CryptoFault) in try HMAC.code(of: purpose.span, key: key) }
        hash = KeyedHash(code)
    }

    /// With a key that this process alone has.
    public init() { hash = KeyedHash(SecureRandom.bytes(16)) }

    /// The place of a name.
    public func place(_ name: String) -> RatePlace {
        var run = hash.begin()
        for byte in name.utf8 { run.take(UInt64(byte)) }
        return RatePlace(mark: run.finish() | 1)
    }

    /// The key of a subject in a tenant, at a place where the rule is the place's.
    public func key(_ subject: RateKey.Subject, in tenant: TenantID?, at place: RatePlace? = nil) -> RateKey {
        var run = hash.begin()
        run.take(subject)
        run.take(tenant?.uuid.high ?? 0)
        run.take(tenant?.uuid.low ?? 0)
        run.take(place?.mark ?? 0)
        // Zero is an empty place of the limiter's.
        return RateKey(fingerprint: run.finish() | 1 << 63)
    }
}

extension KeyedHash.Run {
    /// Kind and number, always three words.
    fileprivate mutating func take(_ subject: RateKey.Subject) {
        switch subject {
        case .address(let address):
            switch address?.callersNetwork {
            case .v4(let value): take(1, UInt64(value), 0)
            case .v6(let high, let low): take(2, high, low)
            case nil: take(3, 0, 0)
            }
        case .user(let user): take(4, user.uuid.high, user.uuid.low)
        case .customer(let customer): take(5, customer.uuid.high, customer.uuid.low)
        case .key(let key): take(6, key.high, key.low)
        case .tenant: take(7, 0, 0)
        case .channel(let channel, let user): take(8 + UInt64(channel.number), user.uuid.high, user.uuid.low)
        }
    }

    private mutating func take(_ kind: UInt64, _ high: UInt64, _ low: UInt64) {
        take(kind)
        take(high)
        take(low)
    }
}

extension IPAddress {
    var callersNetwork: IPAddress {
        guard case .v6(let high, _) = unmapped else { return unmapped }
        return .v6(high: high, low: 0)
    }
}

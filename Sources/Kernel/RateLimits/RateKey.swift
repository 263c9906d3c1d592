public import Core
public import HTTP

/// Whose pace is kept, at what. Only a fingerprint is kept of it: 64 bits under a key that no stranger knows, so none can
/// look for two that meet.
public struct RateKey: Sendable, Hashable {
    /// Who.
    public enum Subject: Sendable, Hashable {
        /// A caller by address. Whoever has one IPv6 address has the other 2⁶⁴ of its network as well.
        case address(IPAddress?)
        /// A person.
        case user(UserID)
        /// An API key.
        case key(UUIDv7)
        /// All of a tenant together.
        case tenant
        /// A person on a channel: mail, SMS, chat.
        case channel(String, UserID)
    }

    let fingerprint: UInt64

    /// A key of a subject in a tenant, and of one route where the rule is the route's.
    public init(_ subject: Subject, in tenant: TenantID?, route: String? = nil) {
        self.init(subject, in: tenant, routeNumber: route?.hashValue)
    }

    /// The same with the route's hash at hand, so that no text is hashed for each request.
    init(_ subject: Subject, in tenant: TenantID?, routeNumber: Int?) {
        var hasher = Hasher()
        if case .address(let address) = subject {
            hasher.combine(address?.callersNetwork)
        } else {
            hasher.combine(subject)
        }
        hasher.combine(tenant)
        hasher.combine(routeNumber)
        // Zero is an empty place.
        fingerprint = UInt64(bitPattern: Int64(hasher.finalize())) | 1 << 63
    }
}

extension IPAddress {
    var callersNetwork: IPAddress {
        guard case .v6(let high, _) = unmapped else { return unmapped }
        return .v6(high: high, low: 0)
    }
}

/// Whose word about the client is taken, and in which of the two languages.
///
/// Only one language is ever read: a proxy that writes `X-Forwarded-For` passes a client's own `Forwarded` on untouched, and
/// the other way round. The same goes for each statement: what the proxy does not overwrite must not be in `statements`.
public struct TrustedProxies: Sendable, Hashable {
    /// How proxies speak of the client.
    public enum Dialect: Sendable, Hashable {
        /// `X-Forwarded-For`, `-Proto`, `-Host`.
        case xForwarded
        /// RFC 7239.
        case forwarded
    }

    /// What is taken from them besides the address.
    public struct Statements: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8
        /// A set of statements.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// The scheme.
        public static let scheme = Statements(rawValue: 1)
        /// The host. Most proxies leave `Host` as it was, so this is seldom needed.
        public static let host = Statements(rawValue: 2)
    }

    /// Where trusted proxies live.
    public let blocks: [AddressBlock]
    /// The language they speak.
    public let dialect: Dialect
    /// What else they say.
    public let statements: Statements

    /// More hops are not walked.
    public static let maximumHops = 32

    /// Trusts whoever connects from one of `blocks`; nobody when there is none.
    public init(_ blocks: [AddressBlock], dialect: Dialect = .xForwarded, statements: Statements = .scheme) {
        (self.blocks, self.dialect, self.statements) = (blocks, dialect, statements)
    }

    /// Whether an address is a proxy of ours.
    public func trusts(_ address: IPAddress) -> Bool { blocks.contains { $0.contains(address) } }

    /// Where a request came from. Fields count only from a trusted peer, and are walked from the right, where the peer
    /// wrote, to the first address that is no proxy of ours; whatever stands left of it the client may have made up.
    /// Lines of one name are to be joined by commas.
    public func origin(peer: IPAddress, field: (FieldName) -> String?) throws(Refusal) -> RequestOrigin {
        guard trusts(peer) else { return RequestOrigin(address: peer.unmapped) }
        switch dialect {
        case .xForwarded:
            return try origin(
                peer: peer, forwardedFor: (field(.xForwardedFor) ?? "").utf8.span,
                proto: (field(.xForwardedProto) ?? "").utf8.span, host: (field(.xForwardedHost) ?? "").utf8.span)
        case .forwarded:
            return try origin(peer: peer, forwarded: (field(.forwarded) ?? "").utf8.span)
        }
    }
}

/// Where a request came from.
public struct RequestOrigin: Sendable, Hashable {
    /// The client, never written as a mapped IPv4 address.
    public let address: IPAddress
    /// How the client asked, if a proxy said so.
    public let scheme: Scheme?
    /// The host the client asked for, if a proxy said so.
    public let host: Authority?

    /// An origin as far as it is known.
    public init(address: IPAddress, scheme: Scheme? = nil, host: Authority? = nil) {
        (self.address, self.scheme, self.host) = (address, scheme, host)
    }
}

extension TrustedProxies {
    /// Why a trusted proxy's words were not taken. Guessing instead would choose a wrong tenant or a wrong client.
    public enum Refusal: String, RequestRefusal {
        case badHost = "proxy.bad-host"
        case badForwarded = "proxy.bad-forwarded"

        /// What exactly was wrong.
        public var reason: String {
            switch self {
            case .badHost: "A trusted proxy forwarded a host that is none."
            case .badForwarded: "A trusted proxy sent a Forwarded field that cannot be read."
            }
        }
    }
}

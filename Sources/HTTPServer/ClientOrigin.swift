public import HTTP

/// Where a request truly came from: its client, and how the client asked. A pure function of the request and of whom we
/// trust; nothing about it is stored in the request.
public struct ClientOrigin: Sendable, Hashable {
    /// The client's address, never a proxy of ours unless it asked for itself.
    public let address: IPAddress
    /// How the client asked.
    public let scheme: Scheme
    /// The host the client asked for.
    public let authority: Authority

    /// The origin of a request. From a peer that is not trusted, nothing but the connection and `Host` count. A peer that
    /// connected through a local socket counts as 127.0.0.1.
    public init(_ request: Request, trusting proxies: TrustedProxies) throws(Refusal) {
        guard let peer = request.peer.address else { throw .unknownPeer }
        let origin: RequestOrigin
        do {
            origin = try proxies.origin(peer: peer, field: request.head.joinedValue(of:))
        } catch {
            throw .proxy(error)
        }
        guard let authority = origin.host ?? request.head[.host].flatMap(Authority.init(_:)) else { throw .badHost }
        self.authority = authority
        address = origin.address
        scheme = origin.scheme ?? (request.peer.isSecure ? .https : .http)
    }

    /// Why no origin can be told. Guessing instead would choose a wrong tenant or a wrong client.
    public enum Refusal: RequestRefusal {
        /// A trusted proxy said what cannot be read.
        case proxy(TrustedProxies.Refusal)
        /// The connection's other end has no address.
        case unknownPeer
        /// `Host` names no host a certificate could name.
        case badHost

        /// The code for machines.
        public var code: String {
            switch self {
            case .proxy(let refusal): refusal.code
            case .unknownPeer: "origin.unknown-peer"
            case .badHost: "origin.bad-host"
            }
        }

        /// What exactly was wrong.
        public var reason: String {
            switch self {
            case .proxy(let refusal): refusal.reason
            case .unknownPeer: "The connection's other end has no address."
            case .badHost: "The Host field names no host."
            }
        }
    }
}

import Core
import Crypto
import EventLoop
import HTTP
import Outbound

/// Opens connections to mail servers: the operator's own wherever it stands, those of agencies and tenants only where the
/// house's policy lets requests go.
struct MailCarrier: Sendable {
    private let trusted: SMTPClient
    private let guarded: SMTPClient

    init(
        loops: LoopGroup, policy: DestinationPolicy, resolver: any HostResolver, helloName: HelloName,
        trust: TLSContext.Trust = .system, timeouts: SMTPTimeouts = MailCarrier.timeouts,
        blocking: BlockingPool? = nil
    ) throws {
        var settings = SMTPSettings(helloName: helloName)
        settings.timeouts = timeouts
        settings.trust = trust
        let everywhere = DestinationPolicy(opening: ["0.0.0.0/0", "::/0"].compactMap { try? AddressBlock($0) })
        trusted = try SMTPClient(
            loops: loops, policy: everywhere, resolver: resolver, settings: settings, blocking: blocking)
        guarded = trusted.limited(to: policy)
    }

    /// Shorter than the RFC's but for the verdict: a server that is silent for long is tried again later.
    static var timeouts: SMTPTimeouts {
        var times = SMTPTimeouts().scaled(by: 0.25)
        times.message = .seconds(300)
        times.goodbye = .seconds(5)
        return times
    }

    /// Lends a connection. A `MailFailure` says that there is none; other errors are the closure's own.
    func withConnection<Success: Sendable>(
        to sender: MailSender.Identity, seal: MailSeal,
        _ body: @escaping @Sendable (SMTPConnection) async throws -> Success
    ) async throws -> Success {
        let server = try Self.server(sender.route, seal)
        do {
            return try await (sender.isPlatforms ? trusted : guarded).withConnection(to: server, body)
        } catch let error as SMTPError {
            throw MailFailure(connecting: error)
        }
    }

    static func server(_ route: MailRoute, _ seal: MailSeal) throws(MailFailure) -> SMTPServer {
        var server = SMTPServer(host: route.host, port: route.port, security: route.security.smtp)
        guard let user = route.user else { return server }
        guard let box = route.sealedPassword, let secret = try? seal.open(box, ofRow: route.id) else {
            throw .routeSealed
        }
        let password = secret.withBytes { bytes in
            String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
        }
        server.credentials = .password(user: user, Redacted(password))
        return server
    }
}

extension MailRoute.Security {
    var smtp: SMTPSecurity {
        switch self {
        case .implicit: .implicit
        case .starttls: .required
        case .opportunistic: .opportunistic
        case .none: .none
        }
    }
}

import Core
import Crypto
import HTTP
import Kernel
import ModuleKit
import Security

/// From one of an agency's tenants to another without a new log-in. The host one goes to begins: it leaves a number in the
/// browser, the host one comes from answers with a token for that number, and only the browser that holds it gets in. So
/// nobody can be moved into somebody else's session by a link.
struct HandoverRoutes: Sendable {
    let ground: DoorGround
    let sites: any SiteLookup

    static let begin = "/move"
    private static let number = CookieName.host("konak-move")

    func register(into module: inout ModuleRegistrar) {
        module.route(.get, "/move", for: .open(LogInRoutes.limit)) { request, context in
            try begin(Visitor(ground, request, context))
        }
        module.route(.get, "/move/from", for: .person) { request, context in
            try await give(Visitor(ground, request, context), context)
        }
        module.route(.get, "/move/here", for: .open(LogInRoutes.limit)) { request, context in
            try await take(Visitor(ground, request, context))
        }
    }

    /// The link that leads a person of one host to another.
    static func link(to host: String, from site: Site, _ request: Request) -> String {
        "\(origin(host, request))\(begin)?from=\(site.host)"
    }

    private func begin(_ visitor: Visitor) throws -> Response {
        guard let from = visitor.query["from"], let origin = sites.entry(forHost: from)?.site, origin.surface == .app,
            visitor.site.surface == .app, origin.agency == visitor.site.agency, origin.host != visitor.site.host
        else { throw Problem(.notFound) }
        let number = SecretToken.random()
        var items = QueryItems()
        items.append("to", visitor.site.host)
        items.append("n", try Self.mark(number))
        return Self.go(
            "\(Self.origin(origin.host, visitor.request))/move/from?\(items.encoded)",
            SetCookie(Self.number, number.reveal(), maxAge: 60))
    }

    private func give(_ visitor: Visitor, _ context: any PersonContext) async throws -> Response {
        guard let host = visitor.query["to"], let number = visitor.query["n"],
            let to = sites.entry(forHost: host)?.site,
            let tenant = to.tenant, to.surface == .app, to.agency == visitor.site.agency,
            let session = try await visitor.session()
        else { throw Problem(.notFound) }
        guard let token = try await ground.handovers.make(for: session, to: tenant, host: to.host) else {
            // Not theirs, or they have to show more there: the door over there says which.
            return Self.go("\(Self.origin(to.host, visitor.request))\(DoorPath.logIn)")
        }
        var items = QueryItems()
        items.append("k", token.reveal())
        items.append("s", try seal(token, number))
        return Self.go("\(Self.origin(to.host, visitor.request))/move/here?\(items.encoded)")
    }

    private func take(_ visitor: Visitor) async throws -> Response {
        guard let key = visitor.key, let number = SessionCookie.token(Self.number, in: visitor.request),
            let given = visitor.query["s"], try isSealed(given, key, number),
            let session = try await ground.handovers.take(
                key, host: visitor.site.host, label: visitor.label, insteadOf: visitor.token)
        else { return Self.go(DoorPath.logIn, .clear(Self.number)) }
        return Self.go("/", .clear(Self.number), SessionCookie.set(session))
    }

    /// What is told of the number: whoever reads it cannot make the number of it.
    private static func mark(_ number: SecretToken) throws -> String {
        let hash = try number.hash()
        return Base64.url.encode(hash.span)
    }

    private func isSealed(_ given: String, _ token: SecretToken, _ number: SecretToken) throws -> Bool {
        let (right, given) = (Array(try seal(token, Self.mark(number)).utf8), Array(given.utf8))
        return ConstantTime.equal(right.span, given.span)
    }

    /// Ties a token to the browser that it is for.
    private func seal(_ token: SecretToken, _ number: String) throws -> String {
        let message = Array("handover.v1".utf8) + (try token.hash()) + Array(number.utf8)
        let key = try ground.identity.root().derive("handover")
        let code = try key.withSecret { key throws(CryptoFault) in try HMAC.code(of: message.span, key: key) }
        return Base64.url.encode(code.span)
    }

    private static func go(_ address: String, _ cookies: SetCookie?...) -> Response {
        var fields = Fields((.location, address), (.cacheControl, "no-store"), (.referrerPolicy, "no-referrer"))
        for cookie in cookies.compactMap(\.self) { fields.append(.setCookie, cookie.fieldValue) }
        return Response(.seeOther, fields: fields)
    }

    /// Only hosts of this machine are asked in the open, on the port that this request came to.
    private static func origin(_ host: String, _ request: Request) -> String {
        guard host == "localhost" || host.hasSuffix(".localhost"), !request.peer.isSecure else {
            return "https://\(host)"
        }
        let port = request.head[.host]?.split(separator: ":").dropFirst().first.map { ":\($0)" } ?? ""
        return "http://\(host)\(port)"
    }
}

import Core
import HTTP
import ModuleKit
import Postgres

/// `/outbox` on the operator's host: mail of a house in the making, which has no mail server. Nobody can sign in there
/// yet, so it is open, but only to this machine, and only while the house listens to nobody else.
struct MailOutbox: Sendable {
    let control: PostgresDatabase
    /// False in a house that others can reach: then there is no outbox.
    let isOpen: Bool

    func register(into registrar: inout ModuleRegistrar) {
        registrar.route(.get, "/outbox", for: .open(.pages)) { request, context in
            try check(request, context)
            return OutboxPage(language: context.language, mails: try await KeptMail.list(in: control)).response
        }
        registrar.route(.get, "/outbox/style.css", for: .open(.pages)) { request, context in
            try check(request, context)
            return OutboxStyle.response
        }
        registrar.route(.get, "/outbox/:mail", for: .open(.pages), free: ["mail"]) { request, context in
            try check(request, context)
            return LetterPage(language: context.language, mail: try await mail(context)).response
        }
        registrar.route(.get, "/outbox/:mail/page", for: .open(.pages), free: ["mail"]) { request, context in
            try check(request, context)
            return LetterPage.inner(try await mail(context))
        }
    }

    private func mail(_ context: any OpenContext) async throws -> KeptMail.Shown {
        guard let id = context.parameters["mail"].flatMap({ UUIDv7($0) }),
            let mail = try await KeptMail.find(id, in: control)
        else { throw Problem(.notFound) }
        return mail
    }

    /// A place that is not there for anybody else, and does not say so.
    private func check(_ request: Request, _ context: any OpenContext) throws {
        guard isOpen, context.site.surface == .operator, Self.isFromHere(request) else { throw Problem(.notFound) }
    }

    /// The socket's peer is this machine, and so is everybody whom a proxy says it speaks for.
    static func isFromHere(_ request: Request) -> Bool {
        guard request.peer.address?.isLoopback == true else { return false }
        guard request.head[.forwarded] == nil else { return false }
        return request.head.values(of: .xForwardedFor).flatMap { $0.split(separator: ",") }.allSatisfy { part in
            IPAddress(String(part).filter { $0 != " " }).map(\.isLoopback) ?? false
        }
    }
}

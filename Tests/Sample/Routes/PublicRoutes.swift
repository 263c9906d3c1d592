import Core
import HTTP
import ModuleKit
import SQL

/// What others than the tenant's people call.
enum PublicRoutes {
    static func register(into module: inout ModuleRegistrar) {
        module.route(.get, "/invoices", for: .portal(.seeInvoices), invoices)
        module.route(.get, "/invoices/:invoice", for: .portal(.seeInvoices), invoice)
        module.route(.post, "/hooks/sample/:endpoint", for: .webhook(verifier), free: ["endpoint"], receive)
        module.route(.get, "/sample/shared", for: .signedLink(shared), share)
        module.route(.get, "/sample/about", for: .open(.pages), about)
        module.route(.get, "/sample/me", for: .person) { _, person in .text(person.user.description) }
        module.route(.get, "/sample/agency", for: .agency) { _, agency in .text(agency.agency.description) }
        module.route(.get, "/sample/operator", for: .operator) { _, house in .text(house.user.description) }
    }

    static let shared = LinkPurpose("sample.task")

    private static let verifier = WebhookVerifier(mostBytes: 4_096) { request, message, _ in
        guard request.head[FieldName("x-sample-signature")] == "\(message.count)" else {
            throw Problem(.unauthenticated)
        }
    }

    private static func invoices(_ request: Request, _ customer: any PortalContext) async throws -> Response {
        let rows = try await customer.query(
            """
            SELECT number FROM sample.invoice \
            WHERE tenant_id = kernel.tenant() AND customer_id = kernel.customer() ORDER BY id LIMIT 50
            """)
        return .text(try rows.map { try $0.decode(0, as: String.self) }.joined(separator: "\n"))
    }

    private static func invoice(_ request: Request, _ customer: any PortalContext) async throws -> Response {
        guard let id = customer.parameters.value("invoice", as: UUIDv7.self) else { throw Problem(.notFound) }
        let rows = try await customer.query(
            """
            SELECT number FROM sample.invoice \
            WHERE tenant_id = kernel.tenant() AND customer_id = kernel.customer() AND id = \(id)
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        return .text(try row.decode(0, as: String.self))
    }

    private static func receive(_ request: Request, _ sender: any WebhookContext) async throws -> Response {
        _ = try await sender.query("SELECT id FROM sample.customer WHERE tenant_id = kernel.tenant() LIMIT 1")
        return .text("taken")
    }

    private static func share(_ request: Request, _ link: any LinkContext) async throws -> Response {
        .text(try await TaskClosure.title(of: link.subject, in: link))
    }

    private static func about(_ request: Request, _ visitor: any OpenContext) async throws -> Response {
        .text(visitor.site.brand.name)
    }
}

import Core
import HTTP
import Markup
import ModuleKit

enum VisitRoutes {
    static func register(into module: inout ModuleRegistrar) {
        module.page("/visits", for: .staff(.readVisits), page)
        module.route(.post, "/visits/visits", for: .staff(.writeVisits), taking: NewVisit.self, plan)
        module.page("/visits", for: .portal(.seeOwnVisits), ownPage)
        module.route(.get, "/visits/shared", for: .signedLink(LinkPurpose("visits.visit")), shared)
        module.route(.post, "/hooks/visits/:endpoint", for: .webhook(verifier), free: ["endpoint"], arrived)
        module.route(.get, "/visits/about", for: .open(.pages)) { _, visitor in .text(visitor.site.brand.name) }
    }

    private static func page(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let view = try await RecordList.visits.view(request, in: staff)
        let visits = try await Visit.list(at: view["place"], in: staff)
        return VisitPage(visits: visits, language: staff.language, bar: view.bar).content
    }

    private static func plan(
        _ input: NewVisit, _ request: Request, _ staff: any StaffContext
    ) async throws -> Response {
        let id = try await Visit.plan(input, by: staff.user, in: staff)
        return .text(id.description, status: .created)
    }

    private static func ownPage(_ request: Request, _ customer: any PortalContext) async throws -> PageContent {
        VisitPage(visits: try await Visit.list(of: customer), language: customer.language).content
    }

    private static func shared(_ request: Request, _ link: any LinkContext) async throws -> Response {
        .text(try await Visit.find(link.subject, in: link).place)
    }

    private static let verifier = WebhookVerifier(mostBytes: 4_096) { request, message, _ in
        guard request.head[FieldName("x-visits-length")] == "\(message.count)" else { throw Problem(.unauthenticated) }
    }

    private static func arrived(_ request: Request, _ sender: any WebhookContext) async throws -> Response {
        .text("\(sender.message.count)")
    }
}

struct NewVisit: RouteInput {
    static let fields = [
        InputField("place", title: Words(tr: "Yer", en: "Place"), .text(most: 120)),
        InputField("email", title: Words(tr: "E-posta", en: "E-mail"), .email, required: false),
    ]

    let place: String
    let email: String?
}

import Core
import HTTP
import HTTPServer
import ModuleKit
import SQL

/// Where a handler was called.
struct CallPlace: RouteContext {
    private let context: AnonymousContext
    private let entry: SiteEntry

    init(_ context: AnonymousContext, _ entry: SiteEntry) { (self.context, self.entry) = (context, entry) }

    var site: Site { entry.site }
    var parameters: PathParameters { context.parameters }

    /// Found out when it is asked for: most answers for programs never do.
    var language: Language { context.request.language(at: entry) }
}

/// A context that knows where it was called.
protocol Placed: RouteContext {
    var place: CallPlace { get }
}

extension Placed {
    var site: Site { place.site }
    var parameters: PathParameters { place.parameters }
    var language: Language { place.language }
}

/// What all contexts with a tenant and a place have in common.
protocol Room: TenantContext, Placed, Earned {
    var door: TenantDoor { get }
}

extension Room {
    var tenant: TenantID { door.tenant }

    func query(_ query: Query) async throws -> Rows { try await door.query(query) }
    func queries(_ queries: [Query]) async throws -> [Rows] { try await door.queries(queries) }
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success {
        try await door.transaction(body)
    }
}

struct StaffRoom: Room, StaffContext {
    let door: TenantDoor
    let place: CallPlace
    let principal: StaffPrincipal

    var user: UserID { principal.user }
    func may(_ permission: Permission) -> Bool { principal.permissions.contains(permission.text) }
}

struct PortalRoom: Room, PortalContext {
    let door: TenantDoor
    let place: CallPlace
    let customer: CustomerID
}

struct WebhookRoom: Room, WebhookContext {
    let door: TenantDoor
    let place: CallPlace
    let message: [UInt8]
}

struct LinkRoom: Room, LinkContext {
    let door: TenantDoor
    let place: CallPlace
    let subject: UUIDv7
}

/// The office of an agency or of the operator, and the street, where nobody is known: none has a tenant's door of its
/// own.
struct AgencyRoom: Placed, AgencyContext {
    let agency: AgencyID
    let user: UserID
    let place: CallPlace
}

struct OperatorRoom: Placed, OperatorContext {
    let user: UserID
    let place: CallPlace
}

struct OpenRoom: Placed, OpenContext {
    let tenantContext: (any TenantContext)?
    let place: CallPlace
}

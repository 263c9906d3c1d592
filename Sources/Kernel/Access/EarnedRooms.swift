import Core
import HTTP
import HTTPServer
import ModuleKit
import SQL

/// Where a handler was called.
struct CallPlace: RouteContext {
    private let context: AnonymousContext
    private let entry: SiteEntry
    private let person: PersonProfile?
    let token: PageToken?
    /// What forms went through before, and who asks.
    private let store: FormStore?
    private let user: UserID?

    init(
        _ context: AnonymousContext, _ entry: SiteEntry, person: PersonProfile? = nil, token: PageToken? = nil,
        store: FormStore? = nil, user: UserID? = nil
    ) {
        (self.context, self.entry, self.person, self.token) = (context, entry, person, token)
        (self.store, self.user) = (store, user)
    }

    var formMemory: (any FormMemory)? { store }

    func keptForm(_ request: Request) async -> [String: [String]]? {
        guard let store, let user, let cookie = request.cookie(FormStore.cookie) else { return nil }
        let owner = FormStore.Owner(person: user, entry: entry, target: request.head.target)
        return try? await store.take(cookie, for: owner)
    }

    var site: Site { entry.site }
    var parameters: PathParameters { context.parameters }

    /// Found out when it is asked for: most answers for programs never do.
    var language: Language { context.request.language(at: entry, liking: person?.language) }
    var zone: String { context.request.zone(liking: person?.timeZone) }

    var formToken: String? { token?.text }
}

/// A context that knows where it was called.
protocol Placed: FormRoom {
    var place: CallPlace { get }
}

extension Placed {
    var site: Site { place.site }
    var parameters: PathParameters { place.parameters }
    var language: Language { place.language }
    var zone: String { place.zone }
    var formToken: String? { place.formToken }
    var formMemory: (any FormMemory)? { place.formMemory }
    func keptForm(_ request: Request) async -> [String: [String]]? { await place.keptForm(request) }
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
    var teams: [TeamID] { principal.teams }
    var session: SessionID? { principal.session?.id }
    func scope(of permission: Permission) -> Scope? { principal.grants[permission.text] }
    var fieldRules: [String: FieldRule] { principal.fields }
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

/// A person's own room, the office of an agency or of the operator, and the street, where nobody is known: none has a
/// tenant's door of its own.
struct PersonRoom: Placed, PersonContext {
    let user: UserID
    let session: SessionID
    let person: PersonProfile
    let isFresh: Bool
    let place: CallPlace

    var agency: AgencyID? { place.site.agency }
    var tenant: TenantID? { place.site.tenant }
}

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

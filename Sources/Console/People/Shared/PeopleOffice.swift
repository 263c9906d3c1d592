import Core
import HTTP
import Kernel
import Localization
import ModuleKit
import Postgres
import SQL
import Security
import Synchronization

/// What all pages and operations on people work with.
struct PeopleOffice: Sendable {
    let databases: Databases
    let clock: any WallClock
    let letters: any InvitationLetters
    let shelf: RightsShelf
    let sites: any SiteLookup
    var proxies = TrustedProxies([])
    let zones = ZoneBook()

    var control: PostgresDatabase { databases.control }

    /// All of a tenant's rows, however far the one who asks reaches: who leaves hands over everything.
    func whole(_ tenant: TenantID) -> WholeTenant { WholeTenant(tenant: tenant, database: databases.app) }

    /// The permissions, fields and tables of the installed modules; there once the house stands.
    var book: RightsBook { get throws { try shelf.book } }

    /// What is on for a tenant.
    func entry(of tenant: TenantID) -> SiteEntry? { sites.entry(for: tenant) }

    /// What somebody may hand to others, as their role is at this moment. What a key of theirs does not hold, it does not
    /// hand on either.
    func ceiling(of staff: any StaffContext) async throws -> Ceiling {
        let book = try book
        let standing = try await Rights(control, book.catalogue).standing(of: staff.user, in: staff.tenant)
        let held = standing.grants.filter { name, _ in book.permission(name).map { staff.may($0) } ?? false }
        return Ceiling(grants: held, fields: standing.fields, isOwner: standing.role == .builtIn(.owner))
    }

    /// A transaction of konak_control. What made it fail comes out as it was thrown.
    func transaction<Success: Sendable>(
        _ body: @Sendable (BorrowedConnection) async throws -> Success
    ) async throws -> Success {
        do { return try await control.withTransaction(body) } catch let failure as TransactionError {
            throw failure.first ?? failure
        }
    }

    /// Another token for the session of a request, whose holder's rights have changed: the one until now opens nothing.
    func renewed(_ request: Request, at host: String) async throws -> [SetCookie] {
        guard let token = SessionCookie.token(in: request),
            let next = try await Sessions(control, clock: clock).rotate(token, host: host)
        else { return [] }
        return DoorCookies.of(next)
    }

    /// Where a request truly comes from.
    func address(of request: Request) -> IPAddress? {
        guard let peer = request.peer.address else { return nil }
        let origin = try? proxies.origin(peer: peer) { field in
            let values = request.head.values(of: field)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        return origin?.address ?? peer
    }
}

/// Holds the book of rights from the moment on at which all modules are known.
final class RightsShelf: Sendable {
    private let kept = Mutex<RightsBook?>(nil)

    /// Puts the book of a registry there.
    func put(_ registry: Registry) { kept.withLock { $0 = RightsBook(registry) } }

    var book: RightsBook {
        get throws {
            guard let book = kept.withLock({ $0 }) else { throw Problem(.unavailable, retryAfter: 1) }
            return book
        }
    }
}

/// A tenant's data as work sees them that is nobody's in particular, behind the tenant's wall.
struct WholeTenant: Sendable {
    let tenant: TenantID
    fileprivate let database: PostgresDatabase

    private var enter: Query { "SELECT kernel.enter(\(tenant))" }

    func queries(_ queries: [Query]) async throws -> [Rows] { try await database.perform(after: enter, all: queries) }

    /// One statement, in a transaction that a fence may end before it.
    func run(_ step: Query, after fence: Query?) async throws {
        _ = try await database.perform(after: enter, all: [fence, step].compactMap(\.self))
    }

    /// A job for the tenant.
    func enqueue(_ job: some Job, key: String) async throws {
        _ = try await database.perform(after: enter, try .enqueue(job, JobOrder(key: key)))
    }
}

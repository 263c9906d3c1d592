public import Core
import HTTP
import HTTPServer
import ModuleKit

/// Keeps what was typed into a form that was turned away at the door: its session is over, is to be proved anew, or is
/// another one than when the page was made.
struct FormKeeping {
    let guarded: GuardedRoute
    let request: Request
    let entry: SiteEntry

    /// What came of it: where the form stands, and the cookie that brings back what was typed.
    struct Kept {
        let target: String
        let cookie: SetCookie
    }

    private var gate: Gate { guarded.gate }

    /// Keeps it where it can. Whatever fails here, the answer is the same as without.
    func keep(after problem: Problem) async -> Kept? {
        guard let store = gate.store, isKeepable(problem), let address = LocalAddress(request.head.target) else {
            return nil
        }
        do {
            guard let (person, session) = try await sender(problem),
                let typed = TypedForm.values(try await body(session, problem), guarded.route.input)
            else { return nil }
            let owner = FormStore.Owner(person: person, entry: entry, target: address.text)
            return try await store.keep(typed, of: owner).map { Kept(target: address.text, cookie: $0) }
        } catch {
            return nil
        }
    }

    private func isKeepable(_ problem: Problem) -> Bool {
        guard guarded.route.isForm, request.method == .post, request.head[.authorization] == nil,
            request.prefersPage || request.isOfPage
        else { return false }
        if problem.underlying is StaleForm { return true }
        return problem.code == .stepUpNeeded || problem.code == .unauthenticated
    }

    /// Who sent it. A session that is over tells whose it was, and opens nothing.
    private func sender(_ problem: Problem) async throws -> (UserID, HeldSession)? {
        if problem.code == .unauthenticated {
            return try await gate.principals.departed(of: request, at: entry).map { ($0.user, $0.session) }
        }
        if entry.site.tenant != nil {
            guard let staff = try await gate.principals.staff(of: request, at: entry), let session = staff.session,
                staff.tenant == entry.site.tenant, session.visit == nil
            else { return nil }
            return (staff.user, session)
        }
        guard let person = try await gate.principals.house(of: request, at: entry), let session = person.session,
            person.agency == entry.site.agency
        else { return nil }
        return (person.user, session)
    }

    /// Only what the person meant is kept: another site's form would otherwise stand filled in before them.
    private func body(_ session: HeldSession, _ problem: Problem) async throws -> [UInt8] {
        if let stale = problem.underlying as? StaleForm { return stale.body }
        let crossSite = CrossSiteGuard(request: request, tokens: gate.forms)
        try crossSite.checkHead()
        return try await crossSite.meant(for: session).body.collect(upTo: 1 << 18)
    }
}

/// A form of this very site whose page was made for an earlier session of its reader.
struct StaleForm: Error {
    let body: [UInt8]
}

/// Somebody whose session is over, known by what their browser still carries.
public struct DepartedPrincipal: Sendable {
    /// Who.
    public let user: UserID
    /// The session that is over. It opens nothing.
    public let session: HeldSession

    /// Somebody.
    public init(user: UserID, session: HeldSession) { (self.user, self.session) = (user, session) }
}

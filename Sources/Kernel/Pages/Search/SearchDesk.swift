import Core
import HTTP
import HTTPServer
import Markup
import ModuleKit

/// `/search`: everything that the modules of a site let its reader find, as a page, and as JSON for the palette. It asks
/// only what the reader's role may search, and only modules that are on.
struct SearchDesk: Sendable {
    let gate: Gate

    /// What one table gave.
    struct Group: Sendable {
        let table: String
        let title: Words
        let hits: [SearchHit]
        /// Whether there are more.
        let hasMore: Bool
        /// Whether it could not be searched just now.
        let isBroken: Bool
    }

    static let path = "search"

    var routes: [Route] {
        // The path is sound: a test asks it.
        guard let path = try? PathTemplate("/search") else { return [] }
        return [Route(.get, path, on: [.app], isOn: gate.menu.isSearchable) { try await answer($0) }]
    }

    private func answer(_ context: AnonymousContext) async throws -> Response {
        guard let entry = context.entry, let tenant = entry.site.tenant, gate.menu.isSearchable(entry) else {
            throw Problem(.notFound)
        }
        let request = context.request
        let found = try await gate.principals.staff(of: request, at: entry)
        guard let principal = found, principal.tenant == tenant else {
            let problem = Problem(.unauthenticated)
            let way = WayIn(access: .person, request: request, entry: entry, face: gate.face)
            guard let response = way.answer(to: problem) else { throw problem }
            return response
        }
        let room = gate.room(of: principal, context, entry)
        let question = SearchQuestion(request.head.query)
        let groups = try await groups(question, room, entry)
        if !request.prefersPage { return SearchItems(groups: groups, question: question, room.language).response }
        let page = SearchPage(question: question, groups: groups, language: room.language)
        let answer = GateAnswer(.page(page.content), for: .staff(principal), gate.token(for: principal.session))
        return try await HouseAnswer(gate: gate, context: context, entry: entry, answer: answer).response
    }

    private func groups(_ question: SearchQuestion, _ room: StaffRoom, _ entry: SiteEntry) async throws -> [Group] {
        guard question.isWorthAsking else { return [] }
        let searches = gate.registry.offer(at: entry).searches.filter { search in
            room.principal.grants[search.permission.text] != nil
                && (question.table.map { $0 == search.table.text } ?? true)
        }
        var groups: [Group] = []
        for search in searches { groups.append(try await group(search, question, room)) }
        return groups
    }

    /// One table that cannot be searched keeps nobody from the others.
    private func group(
        _ search: SearchRegistration, _ question: SearchQuestion, _ room: StaffRoom
    ) async throws -> Group {
        let most = question.table == nil ? SearchQuestion.few : question.count
        do {
            let hits = try await search.find(question.text, most + 1, room)
            let isMore = hits.count > most
            return Group(
                table: search.table.text, title: search.title, hits: Array(hits.prefix(most)), hasMore: isMore,
                isBroken: false)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return Group(table: search.table.text, title: search.title, hits: [], hasMore: false, isBroken: true)
        }
    }
}

extension Gate {
    /// A tenant's data as one of its people may see them, where no route of a module asks.
    func room(of principal: StaffPrincipal, _ context: AnonymousContext, _ entry: SiteEntry) -> StaffRoom {
        let door = TenantDoor(
            tenant: principal.tenant, for: principal, reaching: scopes.reach(holding: principal.grants), databases.app)
        let place = CallPlace(
            context, entry, person: principal.person, token: token(for: principal.session), store: store,
            user: principal.session.map { _ in principal.user })
        return StaffRoom(door: door, place: place, principal: principal)
    }

    /// The form token of one answer to a session.
    func token(for session: HeldSession?) -> PageToken? {
        guard let session, let forms else { return nil }
        return PageToken(forms, for: session)
    }
}

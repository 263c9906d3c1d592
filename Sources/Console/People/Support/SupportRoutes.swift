import Core
import HTTP
import Kernel
import ModuleKit
import Security

/// Working in somebody's place: from the consoles of agency and operator into a tenant, and out again.
struct SupportRoutes: Sendable {
    let office: PeopleOffice

    /// Where a tenant's site takes the way in.
    static let entrance = "/impersonation"

    private var visits: Impersonations { Impersonations(office.control, clock: office.clock) }

    func register(into module: inout ModuleRegistrar) {
        for surface in [Site.Surface.agency, .operator] {
            module.navigation(
                NavigationItem(
                    Words(tr: "Destek erişimi", en: "Support access"), path: "/support", icon: "eye", surface: surface,
                    note: Words(
                        tr: "Bir kişinin yerine, süreli ve kayıtlı çalışma.",
                        en: "Work in somebody's place, for a while and on record.")))
        }
        console(&module, .agency, .agency.fresh) { Seat(user: $0.user, agency: $0.agency, place: $0) }
        console(&module, .operator, .operator.fresh) { Seat(user: $0.user, agency: nil, place: $0) }
        module.route(.get, "/impersonation", for: .open(.forms)) { request, context in
            try await enter(request, context)
        }
        module.action("/impersonation/end", for: .open(.forms)) { request, context in
            try await leave(request, context)
        }
    }

    // MARK: The consoles

    private func console<Context: Sendable>(
        _ module: inout ModuleRegistrar, _ access: Access<Context>, _ proven: Access<Context>,
        _ seat: @escaping @Sendable (Context) -> Seat
    ) {
        module.page("/support", for: access) { request, context in try await overview(request.items, seat(context)) }
        module.page("/support/tenants/:tenant", for: access, free: ["tenant"]) { request, context in
            try await people(request.items, seat(context))
        }
        module.form(
            "/support/tenants/:tenant/:person", for: proven, taking: VisitInput.self, free: ["tenant", "person"],
            show: { context, draft in try await form(draft, seat(context)) },
            save: { input, request, context in
                let begun = try await begin(input, request, seat(context))
                return .page(try await wayIn(begun.url, input, seat(context)))
            })
        module.action("/support/visits/:visit/end", for: access, free: ["visit"]) { _, context in
            try await end(seat(context))
            return .see("/support", Flash(Words(tr: "Destek erişimi bitirildi", en: "The support access is ended")))
        }
        module.route(.get, "/api/support/visits", for: access) { _, context in
            try .json(of: ["visits": try await visits.list(of: seat(context).agency).map(VisitBody.init)])
        }
        module.route(
            .post, "/api/support/tenants/:tenant/:person", for: proven, taking: VisitInput.self,
            free: ["tenant", "person"]
        ) { input, request, context in
            try .json(of: try await begin(input, request, seat(context)), status: .created)
        }
        module.route(.delete, "/api/support/visits/:visit", for: access, free: ["visit"]) { _, context in
            try await end(seat(context))
            return .done
        }
    }

    private func overview(_ items: QueryItems, _ seat: Seat) async throws -> PageContent {
        let desk = SupportDesk(office: office, seat: seat)
        let words = String((items["q"] ?? "").prefix(80))
        return SupportPage(
            tenants: try await desk.tenants(words, after: items["after"].flatMap { TenantID($0) }), words: words,
            visits: try await visits.list(of: seat.agency), isOperator: seat.agency == nil,
            isSenior: try await desk.isSenior(), write: office.words(for: seat)
        ).content
    }

    private func people(_ items: QueryItems, _ seat: Seat) async throws -> PageContent {
        let desk = SupportDesk(office: office, seat: seat)
        let tenant = try await desk.tenant(TenantID(seat.place.id("tenant")))
        guard try await desk.isSenior() else { throw Problem(.forbidden) }
        let words = String((items["q"] ?? "").prefix(80))
        let people = try await desk.people(of: tenant.id, words, after: items["after"].flatMap { UserID($0) })
        return SupportPeoplePage(
            tenant: tenant, people: people, words: words, write: office.words(for: seat)
        ).content
    }

    private func form(_ draft: FormDraft, _ seat: Seat) async throws -> PageContent {
        let desk = SupportDesk(office: office, seat: seat)
        let tenant = try await desk.tenant(TenantID(seat.place.id("tenant")))
        guard try await desk.isSenior() else { throw Problem(.forbidden) }
        return VisitPage(
            tenant: tenant, person: try await desk.person(seat.place.person(), of: tenant.id), draft: draft,
            write: office.words(for: seat)
        ).content
    }

    private struct Begun: Encodable {
        let id: UUIDv7
        let url: String
    }

    private func begin(_ input: VisitInput, _ request: Request, _ seat: Seat) async throws -> Begun {
        let reason = input.reason.trimmedOfBlanks
        guard Impersonations.reasonLength.contains(reason.unicodeScalars.count) else {
            throw Problem(.unprocessable, fields: [.shortReason])
        }
        // Whoever holds no session of their own has nothing that could end this one.
        let sessions = Sessions(office.control, clock: office.clock)
        guard let token = SessionCookie.token(in: request),
            let session = try await sessions.session(of: token, host: seat.place.site.host)
        else { throw Problem(.unauthenticated) }
        let visitor = Impersonations.Visitor(seat.user, of: seat.agency, by: session.id)
        let begun = try await visits.begin(
            visitor, as: seat.place.person(), in: TenantID(seat.place.id("tenant")), reason: reason,
            minutes: input.minutes)
        guard let begun else { throw Problem(.notFound) }
        let origin = PublicOrigin.of(begun.host, askedBy: request)
        return Begun(id: begun.id, url: "\(origin)\(Self.entrance)?token=\(begun.token.reveal())")
    }

    private func wayIn(_ url: String, _ input: VisitInput, _ seat: Seat) async throws -> PageContent {
        let desk = SupportDesk(office: office, seat: seat)
        let tenant = try await desk.tenant(TenantID(seat.place.id("tenant")))
        return WayInPage(
            tenant: tenant, person: try await desk.person(seat.place.person(), of: tenant.id), url: url,
            minutes: input.minutes, write: office.words(for: seat)
        ).content
    }

    private func end(_ seat: Seat) async throws {
        guard try await visits.end(seat.place.id("visit"), of: seat.agency) else { throw Problem(.notFound) }
    }

    // MARK: The tenant's door

    private func enter(_ request: Request, _ context: any OpenContext) async throws -> Response {
        guard context.site.surface == .app, let token = request.items["token"].flatMap({ SecretToken($0) }),
            let session = try await visits.enter(token, host: context.site.host),
            let cookie = SessionCookie.set(session)
        else { throw Problem(.linkInvalid) }
        return Response(
            .seeOther,
            fields: Fields(
                (.location, "/people"), (.cacheControl, "no-store"), (.referrerPolicy, "no-referrer"),
                (.setCookie, cookie.fieldValue)))
    }

    private func leave(_ request: Request, _ context: any OpenContext) async throws -> FormOutcome {
        guard context.site.surface == .app, let token = SessionCookie.token(in: request),
            try await visits.end(of: token, host: context.site.host)
        else { throw Problem(.notFound) }
        return .see(DoorPath.logIn, cookies: [.clear(SessionCookie.session)])
    }
}

/// What the form before a visit sends.
struct VisitInput: RouteInput {
    static let fields = [
        InputField("reason", title: Words(tr: "Neden", en: "Reason"), .text(most: 500)).shaped(.lines)
            .help(
                Words(
                    tr: "En az 10 harf. Firma bu nedeni adınızla birlikte görür.",
                    en: "At least 10 letters. The company reads it beside your name.")),
        InputField(
            "minutes", title: Words(tr: "Süre (dakika)", en: "Duration (minutes)"), .number(Impersonations.minutes)),
    ]

    let reason: String
    let minutes: Int
}

/// Where a host answers, as the one who asks reaches this house: over TLS, but for names that are this machine's own.
enum PublicOrigin {
    static func of(_ host: String, askedBy request: Request) -> String {
        guard host == "localhost" || host.hasSuffix(".localhost"), !request.peer.isSecure else {
            return "https://\(host)"
        }
        let port = request.head[.host].flatMap { text in
            text.split(separator: ":").count == 2 ? text.split(separator: ":").last : nil
        }
        return "http://\(host)\(port.map { ":\($0)" } ?? "")"
    }
}

extension String {
    /// Without blanks around it.
    fileprivate var trimmedOfBlanks: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}

extension FieldFault {
    static var shortReason: FieldFault {
        FieldFault("/reason", .range, Words(tr: "En az 10 harf yazın.", en: "Write at least 10 letters."))
    }
}

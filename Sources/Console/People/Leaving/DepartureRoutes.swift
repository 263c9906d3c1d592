import Core
import HTTP
import ModuleKit

/// Leaving and taking it back: pages, and the same for programs.
struct DepartureRoutes: Sendable {
    let office: PeopleOffice

    private func departures(_ staff: any StaffContext) -> Departures {
        Departures(office: office, tenant: staff.tenant)
    }

    func register(into module: inout ModuleRegistrar) {
        module.page("/people/departures", for: .staff(.manageDepartures)) { _, staff in
            DeparturesPage(departures: try await departures(staff).list(), reader: office.reader(staff))
                .content
        }
        module.form(
            "/people/members/:person/leave", for: .staff(.manageDepartures).fresh, taking: LeaveInput.self,
            free: ["person"],
            show: { staff, draft in try await page(draft, staff) },
            save: { input, staff in
                let departure = try await begin(input, staff)
                return .see(
                    "/people/departures",
                    Flash(
                        Words(alike: departure.personName) + Self.left,
                        undo: "/people/departures/\(departure.id)/undo"))
            })
        module.action(
            "/people/departures/:departure/undo", for: .staff(.manageDepartures), free: ["departure"]
        ) { _, staff in
            let departure = try await departures(staff).undo(staff.id("departure"), by: staff)
            return .see("/people/departures", Flash(Words(alike: departure.personName) + Self.back))
        }
        registerProgram(&module)
    }

    private static let left = Words(
        tr: " ayrıldı, kayıtları devredildi", en: " has left, the records are handed over")
    private static let back = Words(tr: " geri döndü", en: " is back")

    private func page(_ draft: FormDraft, _ staff: any StaffContext) async throws -> PageContent {
        let members = Members(office: office, tenant: staff.tenant)
        let member = try await members.target(staff.person(), for: staff)
        return LeavePage(
            member: member, preview: try await departures(staff).preview(member.id),
            colleagues: try await members.colleagues(of: member.id), draft: draft,
            reader: office.reader(staff)
        ).content
    }

    private func begin(_ input: LeaveInput, _ staff: any StaffContext) async throws -> Departure {
        guard let successor = UserID(input.successor) else {
            throw Problem(.unprocessable, fields: [.unknownSuccessor])
        }
        return try await departures(staff).begin(staff.person(), successor: successor, by: staff)
    }

    // MARK: For programs

    private struct DepartureBody: Encodable {
        let id: UUIDv7
        let person: UserID
        let successor: UserID
        let state: String
        let begunAt: Timestamp
        let undoUntil: Timestamp
        let moved: Int
        let returned: Int

        init(_ departure: Departure) {
            (id, person, successor) = (departure.id, departure.person, departure.successor)
            (state, begunAt, undoUntil) = (departure.state.rawValue, departure.begun, departure.undoUntil)
            (moved, returned) = (departure.moved, departure.returned)
        }
    }

    private struct PreviewBody: Encodable {
        struct Place: Encodable {
            let name: String
            let count: Int
        }

        let sessions: Int
        let keys: Int
        let teams: Int
        let records: [Place]

        init(_ preview: DeparturePreview) {
            (sessions, keys, teams) = (preview.sessions, preview.keys, preview.teams)
            records = preview.places.map { Place(name: $0.name, count: $0.count) }
        }
    }

    private func registerProgram(_ module: inout ModuleRegistrar) {
        module.route(.get, "/api/people/departures", for: .staff(.manageDepartures)) { _, staff in
            try .json(of: ["departures": try await departures(staff).list().map(DepartureBody.init)])
        }
        module.route(
            .get, "/api/people/members/:person/departure", for: .staff(.manageDepartures), free: ["person"]
        ) { _, staff in
            let member = try await Members(office: office, tenant: staff.tenant).target(staff.person(), for: staff)
            return try .json(of: PreviewBody(try await departures(staff).preview(member.id)))
        }
        module.route(
            .post, "/api/people/members/:person/departure", for: .staff(.manageDepartures).fresh,
            taking: LeaveInput.self, free: ["person"]
        ) { input, _, staff in
            try .json(of: DepartureBody(try await begin(input, staff)), status: .created)
        }
        module.route(
            .post, "/api/people/departures/:departure/undo", for: .staff(.manageDepartures), free: ["departure"]
        ) { _, staff in
            try .json(of: DepartureBody(try await departures(staff).undo(staff.id("departure"), by: staff)))
        }
    }
}

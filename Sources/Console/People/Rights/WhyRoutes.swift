import Core
import HTTP
import ModuleKit
import Security

/// May this person do this, and why or why not: a page and an operation.
struct WhyRoutes: Sendable {
    let office: PeopleOffice

    func register(into module: inout ModuleRegistrar) {
        module.page("/people/why", for: .staff(.readRoles)) { request, staff in
            let asked = WhyQuery(request.items)
            let members = Members(office: office, tenant: staff.tenant)
            return WhyPage(
                people: try await members.names(), chapters: try office.book.chapters, asked: asked,
                answer: try await answer(asked, staff), reader: office.reader(staff)
            ).content
        }
        module.route(.get, "/api/people/rights", for: .staff(.readRoles)) { request, staff in
            let items = request.items
            guard let person = items["person"].flatMap({ UserID($0) }), let permission = items["permission"] else {
                throw Problem(.badRequest, detail: "Name a person and a permission.")
            }
            var question = RightsQuestion(person: person, permission: permission, field: items["field"])
            question.address = items["address"].flatMap { IPAddress($0) }
            if items.contains("owner") || items.contains("team") {
                question.record = RecordOwnership(
                    owner: items["owner"].flatMap { UserID($0) }, team: items["team"].flatMap { TeamID($0) })
            }
            return try .json(of: AnswerBody(try await explaining(staff).answer(question), in: staff.language))
        }
    }

    private func explaining(_ staff: any StaffContext) -> Explaining {
        Explaining(office: office, tenant: staff.tenant, site: office.entry(of: staff.tenant))
    }

    private func answer(
        _ asked: WhyQuery, _ staff: any StaffContext
    ) async throws -> (isAllowed: Bool, steps: [RightsStep])? {
        guard let person = asked.person, let permission = asked.permission else { return nil }
        var question = RightsQuestion(person: person, permission: permission, field: asked.field)
        question.address = asked.address.flatMap { IPAddress($0) }
        switch asked.record {
        case .any: break
        case .own: question.record = RecordOwnership(owner: person)
        case .team:
            let teams = try await Rights(office.control, office.book.catalogue)
                .standing(of: person, in: staff.tenant).teams
            // Who is in no team has no team's records.
            question.record = RecordOwnership(owner: nil, team: teams.first)
        case .other: question.record = RecordOwnership(owner: nil)
        }
        return try await explaining(staff).answer(question)
    }

    private struct AnswerBody: Encodable {
        struct Step: Encodable {
            let code: String
            let speaksFor: Bool
            let text: String
        }

        let isAllowed: Bool
        let steps: [Step]

        init(_ answer: (isAllowed: Bool, steps: [RightsStep]), in language: Language) {
            isAllowed = answer.isAllowed
            steps = answer.steps.map { Step(code: $0.code, speaksFor: $0.isGood, text: $0.words.text(in: language)) }
        }
    }
}

extension WhyQuery {
    /// What an address asks; what it does not say is not asked.
    init(_ items: QueryItems) {
        func text(_ name: String) -> String? { items[name].flatMap { $0.isEmpty ? nil : String($0.prefix(200)) } }
        person = text("person").flatMap { UserID($0) }
        (permission, field, address) = (text("permission"), text("field"), text("address"))
        record = text("record").flatMap { Record(rawValue: $0) } ?? .any
    }
}

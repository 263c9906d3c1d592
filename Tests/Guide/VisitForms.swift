import Core
import HTTP
import ModuleKit
import UI

enum VisitForms {
    static func register(into module: inout ModuleRegistrar) {
        module.form("/visits/new", for: .staff(.writeVisits), taking: NewVisit.self, show: page, save: save)
        module.action("/visits/visits/:visit/removal", for: .staff(.writeVisits), remove)
    }

    private static func page(_ staff: any StaffContext, _ draft: FormDraft) async throws -> PageContent {
        let form = draft.form(FormFields(NewVisit.fields, draft), cancel: "/visits")
        return PageContent(title: title.text(in: draft.language), body: form.html)
    }

    private static func save(_ input: NewVisit, _ staff: any StaffContext) async throws -> FormOutcome {
        guard input.place.contains(where: \.isLetter) else { return .refused([("place", nowhere)]) }
        let id = try await Visit.plan(input, by: staff.user, in: staff)
        return .see("/visits", Flash(planned, undo: "/visits/visits/\(id)/removal"))
    }

    private static func remove(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
        guard let id = staff.parameters.value("visit", as: UUIDv7.self) else { throw Problem(.notFound) }
        try await Visit.remove(id, in: staff)
        return .see("/visits", Flash(removed))
    }

    private static let title = Words(tr: "Yeni ziyaret", en: "New visit")
    private static let nowhere = Words(tr: "Bir yer adı yazın.", en: "Write the name of a place.")
    private static let planned = Words(tr: "Ziyaret planlandı", en: "Visit planned")
    private static let removed = Words(tr: "Ziyaret kaldırıldı", en: "Visit removed")
}

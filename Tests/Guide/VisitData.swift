import Core
import ModuleKit

enum VisitData {
    static func register(into module: inout ModuleRegistrar) {
        module.resource(
            ResourceRegistration(
                Visit.table, title: Words(tr: "Ziyaret", en: "Visit"), fields: NewVisit.fields, for: .readVisits))
        module.owned(Visit.table, "owner_id")
        module.personalData(
            PersonalData(
                Visit.table, of: .email(column: "email"), columns: ["email"], erasure: .anonymise,
                retention: .seconds(365 * 86_400)))
        module.workflowStep(
            WorkflowStep(
                "visits.plan", title: Words(tr: "Ziyaret planla", en: "Plan a visit"), .action,
                fields: NewVisit.fields))
        module.templateVariable(
            TemplateVariable("visits.place", title: Words(tr: "Ziyaret yeri", en: "Place of the visit")))
        module.channel(OutgoingChannel("doorbell", title: Words(tr: "Kapı zili", en: "Doorbell")))
    }
}

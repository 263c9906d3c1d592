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
        module.template(
            TemplateRegistration(
                TemplateKey("visits.reminder"), .mail, title: Words(tr: "Hatırlatma", en: "Reminder"),
                subject: Words(tr: "{{ visit.place }} ziyareti", en: "Visit to {{ visit.place }}"),
                body: Words(
                    tr: "<p>Merhaba {{ reader }}, {{ at | time }} sizdeyiz.</p>",
                    en: "<p>Hello {{ reader }}, see you at {{ at | time }}.</p>"),
                fields: [
                    TemplateField("visit", title: Words(tr: "Ziyaret", en: "Visit"), .resource(Visit.table)),
                    TemplateField("at", title: Words(tr: "Saat", en: "Time"), .moment),
                ]))
        module.templateVariable(
            TemplateVariable("visits.count", title: Words(tr: "Ziyaret sayısı", en: "Number of visits"), .number) {
                .number(Int64(try await Visit.count(in: $0)))
            })
        module.channel(OutgoingChannel("doorbell", title: Words(tr: "Kapı zili", en: "Doorbell")))
    }
}

import Core
import ModuleKit

/// Visits to customers: the module of docs/modules.md.
struct VisitsModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("visits"), title: Words(tr: "Ziyaretler", en: "Visits"),
        summary: Words(tr: "Müşteriye gidişler.", en: "Calls on customers."),
        permissions: [.readVisits, .writeVisits, .seeOwnVisits], planFeature: PlanFeature("visits"),
        settings: [
            Setting(
                SettingKey("visits.days_kept"), title: Words(tr: "Saklama günü", en: "Days kept"),
                .number(1...3_650, default: 365))
        ],
        meters: [Meter(MeterName("visits.visits"), title: Words(tr: "Ziyaret", en: "Visits"), .stock)],
        outsideHosts: [OutsideHost("api.example.com")], secrets: [SecretName("visits.api_key")])

    private let counter: VisitCounter

    init(_ services: ModuleServices) throws { counter = VisitCounter(clock: services.clock) }

    func register(into module: inout ModuleRegistrar) {
        VisitRoutes.register(into: &module)
        VisitForms.register(into: &module)
        module.views(of: .visits, for: .staff(.readVisits))
        VisitWork.register(into: &module)
        VisitFace.register(into: &module)
        VisitData.register(into: &module)
        module.phrases("visits", [VisitPhrases.found])
        module.provide(.visitCounting, counter)
        module.require(.visitCounting)
    }
}

extension Permission {
    static let readVisits = Permission(
        "visits.visit.read", title: Words(tr: "Ziyaretleri görme", en: "See visits"), scoped: true)
    static let writeVisits = Permission(
        "visits.visit.write", title: Words(tr: "Ziyaretleri değiştirme", en: "Change visits"), scoped: true)
    static let seeOwnVisits = Permission(
        "visits.visit.see_own", title: Words(tr: "Kendi ziyaretlerini görme", en: "See one's own visits"))
}

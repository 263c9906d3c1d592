import Core
public import ModuleKit

/// A small module with a route of every kind of access, for the tests of whatever holds for all modules.
public struct SampleModule: FeatureModule {
    /// What it is.
    public static let manifest = ModuleManifest(
        id: ModuleID("sample"), title: Words(tr: "Örnek", en: "Sample"),
        summary: Words(tr: "Müşteriler, işler ve faturalar.", en: "Customers, tasks and invoices."),
        permissions: [.readCustomers, .writeCustomers, .seeInvoices], planFeature: PlanFeature("sample"),
        settings: [
            Setting(
                SettingKey("sample.greeting"), title: Words(tr: "Karşılama", en: "Greeting"),
                .text(most: 80, default: "Merhaba"))
        ])

    /// Whose customers are whose.
    public static let customers = Customer.scope

    /// Needs nothing.
    public init(_ services: ModuleServices) throws {}

    /// Adds its values.
    public func register(into module: inout ModuleRegistrar) {
        CustomerRoutes.register(into: &module)
        TaskRoutes.register(into: &module)
        PublicRoutes.register(into: &module)
        module.job(Reminder.self) { try await $0.run(in: $1) }
        module.event(TaskClosed.self, title: Words(tr: "İş kapandı", en: "Task closed"))
        module.listen(TaskClosed.self) { try await $0.mark(in: $1) }
        module.live(LiveChannel(TaskClosed.name, for: .readCustomers))
        module.navigation(
            NavigationItem(Words(tr: "Müşteriler", en: "Customers"), path: "/sample", icon: "users"))
        module.resource(
            ResourceRegistration(
                Customer.table, title: Words(tr: "Müşteri", en: "Customer"), fields: NewCustomer.fields,
                for: .readCustomers))
        module.search(Customer.table, Words(tr: "Müşteriler", en: "Customers"), for: .readCustomers) {
            try await Customer.search($0, most: $1, in: $2)
        }
        module.owned(Customer.table, "owner_id")
        module.scoped(Customer.scope)
        module.personalData(
            PersonalData(
                Customer.table, of: .email(column: "email"), columns: ["name", "email", "phone"], erasure: .delete))
        module.personalData(
            PersonalData(
                TableName("sample.task"), of: .parent(column: "customer_id", table: Customer.table),
                columns: ["title"], erasure: .anonymise))
        module.personalData(
            PersonalData(
                TableName("sample.invoice"), of: .parent(column: "customer_id", table: Customer.table),
                columns: ["number"], erasure: .delete))
    }
}

extension Permission {
    static let readCustomers = Permission(
        "sample.customer.read", title: Words(tr: "Müşterileri görme", en: "See customers"), scoped: true)
    static let writeCustomers = Permission(
        "sample.customer.write", title: Words(tr: "Müşterileri değiştirme", en: "Change customers"), scoped: true)
    static let seeInvoices = Permission(
        "sample.invoice.see", title: Words(tr: "Faturaları görme", en: "See invoices"))
}

import Core
import ModuleKit
import SQL

/// A module with a template for each channel.
struct ShopModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("shop"), title: Words(tr: "Dükkân", en: "Shop"), summary: Words(tr: "Satar.", en: "Sells."),
        permissions: [.seeShoppers])

    static let shopper = TableName("shop.shopper")
    static let order = TemplateKey("shop.order")
    static let offer = TemplateKey("shop.offer")
    static let code = TemplateKey("shop.code")

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        module.resource(
            ResourceRegistration(
                Self.shopper, title: Words(tr: "Müşteri", en: "Shopper"),
                fields: [
                    InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 80)),
                    InputField("visits", title: Words(tr: "Ziyaret", en: "Visits"), .number(0...99)),
                    InputField("debt", title: Words(tr: "Borç", en: "Debt"), .money),
                    InputField("currency", title: Words(tr: "Para birimi", en: "Currency"), .choice(["TRY", "EUR"])),
                    InputField("born", title: Words(tr: "Doğum", en: "Born"), .day),
                    InputField("seen_at", title: Words(tr: "Görüldü", en: "Seen"), .moment),
                    InputField("is_vip", title: Words(tr: "Özel", en: "VIP"), .flag),
                ], for: .seeShoppers))
        for template in Self.templates { module.template(template) }
        module.templateVariable(
            TemplateVariable("shop.shoppers", title: Words(tr: "Müşteri sayısı", en: "Shoppers"), .number) { tenant in
                let rows = try await tenant.query(
                    "SELECT count(*) FROM shop.shopper WHERE tenant_id = kernel.tenant()")
                return .number(try rows[0].decode(0))
            })
        module.templateVariable(
            TemplateVariable("shop.broken", title: Words(tr: "Bozuk", en: "Broken")) { _ in throw Problem(.internal) })
    }

    static let schema = """
        CREATE SCHEMA shop;
        GRANT USAGE ON SCHEMA shop TO konak_app;
        CREATE TABLE shop.shopper (
            tenant_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, visits bigint, debt bigint, currency text,
            born date, seen_at timestamptz, is_vip boolean, PRIMARY KEY (tenant_id, id));
        GRANT SELECT, INSERT, UPDATE, DELETE ON shop.shopper TO konak_app;
        """

    static let templates = [
        TemplateRegistration(
            order, .mail, title: Words(tr: "Sipariş", en: "Order"),
            subject: Words(tr: "Siparişiniz: {{ number }}", en: "Your order {{ number }}"),
            body: Words(
                tr: """
                    {% include "documents.head" %}<p>Merhaba {{ customer.name }},</p>
                    <ul>{% for line in lines %}<li>{{ line.title }}: {{ line.price }}</li>{% endfor %}</ul>
                    """,
                en: "<p>Hello {{ customer.name }}</p>"), fields: fields),
        TemplateRegistration(
            offer, .pdf, title: Words(tr: "Teklif", en: "Offer"), subject: Words(tr: "Teklif", en: "Offer"),
            body: same(
                """
                {% include "documents.style" %}{% include "documents.head" %}<h1>{{ customer.name }}</h1>\
                {% for line in lines %}<p>{{ line.title }} {{ line.price }}</p>{% endfor %}
                """), fields: fields),
        TemplateRegistration(
            code, .sms, title: Words(tr: "Kod", en: "Code"),
            body: Words(
                tr: "{{ brand.name }}: kodunuz {{ number }}", en: "{{ brand.name }}: your code is {{ number }}"),
            fields: fields),
    ]

    private static func same(_ text: StaticString) -> Words { Words(tr: text, en: text) }

    static let fields = [
        TemplateField("number", title: Words(tr: "Numara", en: "Number")),
        TemplateField("customer", title: Words(tr: "Müşteri", en: "Customer"), .resource(shopper)),
        TemplateField(
            "lines", title: Words(tr: "Satırlar", en: "Lines"),
            .list([
                TemplateField("title", title: Words(tr: "Ürün", en: "Item")),
                TemplateField("price", title: Words(tr: "Fiyat", en: "Price"), .money),
            ])),
    ]

    static let values: [String: TemplateValue] = [
        "number": .text("A-7"), "customer": .record(["name": .text("Işık & Oğulları")]),
        "lines": .list([
            .record(["title": .text("Şişe"), "price": .money(Money(minorUnits: 1250, .turkishLira))])
        ]),
    ]
}

extension Permission {
    static let seeShoppers = Permission(
        "shop.shopper.see", title: Words(tr: "Müşterileri görme", en: "See shoppers"))
}

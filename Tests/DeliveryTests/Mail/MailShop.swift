import Core
import Kernel
import ModuleKit
import SQL
import TestKit

@testable import Delivery

/// What a module brings along for the tests of mail: the shop, and a letter with a field of every kind.
enum MailShop {
    static let receipt = TemplateKey("shop.receipt")
    static let frame = TemplateKey("shop.frame")

    static func source() throws -> BuiltInTemplates.Source {
        var registrar = ModuleRegistrar()
        let lent = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
        try ShopModule(lent).register(into: &registrar)
        registrar.template(letter)
        registrar.template(
            TemplateRegistration(
                part: frame, .mail, title: Words(tr: "Çerçeve", en: "Frame"), body: Words(tr: "x", en: "x")))
        return BuiltInTemplates.Source(id: ModuleID("shop"), registrar: registrar)
    }

    /// The parts that the shop's templates include.
    static var papers: BuiltInTemplates.Source {
        var registrar = ModuleRegistrar()
        for part in HouseParts.all { registrar.template(part) }
        return BuiltInTemplates.Source(id: ModuleID("documents"), registrar: registrar)
    }

    private static let letter = TemplateRegistration(
        receipt, .mail, title: Words(tr: "Makbuz", en: "Receipt"),
        subject: Words(tr: "Makbuz {{ number }}", en: "Receipt {{ number }}"), body: body,
        fields: [
            TemplateField("number", title: Words(tr: "Numara", en: "Number"), .number),
            TemplateField("rate", title: Words(tr: "Oran", en: "Rate"), .number),
            TemplateField("customer", title: Words(tr: "Müşteri", en: "Customer"), .resource(ShopModule.shopper)),
            TemplateField("total", title: Words(tr: "Toplam", en: "Total"), .money),
            TemplateField("paid_at", title: Words(tr: "Ödendi", en: "Paid"), .moment),
            TemplateField("due", title: Words(tr: "Vade", en: "Due"), .day),
            TemplateField("open", title: Words(tr: "Açık", en: "Open"), .flag),
            TemplateField("tags", title: Words(tr: "Etiketler", en: "Tags"), .texts),
            TemplateField("note", title: Words(tr: "Not", en: "Note")),
            TemplateField("link", title: Words(tr: "Bağlantı", en: "Link")),
            TemplateField(
                "shop", title: Words(tr: "Dükkân", en: "Shop"),
                .record([TemplateField("city", title: Words(tr: "Şehir", en: "City"))])),
            TemplateField(
                "lines", title: Words(tr: "Satırlar", en: "Lines"),
                .list([
                    TemplateField("title", title: Words(tr: "Ürün", en: "Item")),
                    TemplateField("link", title: Words(tr: "Bağlantı", en: "Link")),
                ])),
        ])

    private static let body = Words(
        tr: """
            {% include "mail.page" %}{% include "mail.head" %}{% include "mail.greeting" %}
            <p>{{ customer.name }}|{{ total }}|{{ paid_at }}|{{ due }}|{{ rate }}|{{ tags | join }}</p>
            <p>{{ open | choose: "açık", "kapalı" }}|{{ note }}|{{ shop.city }}</p>
            {% for line in lines %}<p><a href="{{ line.link }}">{{ line.title }}</a></p>{% endfor %}
            {% include "mail.link" %}{% include "mail.foot" %}
            """,
        en: "<p>{{ customer.name }} owes {{ total }}{{ note }}</p>")

    /// All that the letter asks for.
    static func values(for customer: UUIDv7) -> [String: MailValue] {
        [
            "number": .number(7), "rate": .decimal(units: 185, places: 1), "customer": .resource(customer),
            "total": .money(Money(minorUnits: 125_000, .turkishLira)),
            "paid_at": .time(Timestamp(seconds: 1_795_000_000)),
            "due": CalendarDate(year: 2026, month: 3, day: 9).map { .day($0) } ?? .nothing, "open": .flag(true),
            "tags": .list([.text("yeni"), .text("acil")]), "note": .nothing, "link": .path("/receipts/7"),
            "shop": .record(["city": .text("İzmir")]),
            "lines": .list([.record(["title": .text("Boya <1>"), "link": .path("/items/1")])]),
        ]
    }
}

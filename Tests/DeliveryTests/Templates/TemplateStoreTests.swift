import Core
import EventLoop
import HTTP
import Kernel
import ModuleKit
import SQL
import Templating
import TestKit
import Testing

@testable import Delivery

@Suite("The store of templates")
struct TemplateStoreTests {
    private func draft(
        _ body: String, subject: String = "S", _ language: Language = .tr, _ key: TemplateKey = ShopModule.order,
        _ channel: TemplateChannel = .mail
    ) -> TemplateDraft {
        TemplateDraft(key, channel, language, subject: subject, body: body)
    }

    private func order(_ house: TemplateHouse, _ language: Language = .tr) async throws -> RenderedMessage {
        try await house.store.render(ShopModule.order, .mail, in: language, ShopModule.values, for: house.ours)
    }

    @Test("renders what the module brought along, for each channel")
    func builtIn() async throws {
        try await TemplateHouse.with { house in
            let mail = try await order(house)
            #expect(mail.subject == "Siparişiniz: A-7" && mail.level == .builtIn && mail.passedOver.isEmpty)
            let html = try #require(mail.html)
            #expect(html.contains("<p>Merhaba Işık &amp; Oğulları,</p>") && html.contains("<li>Şişe: ₺12,50</li>"))
            #expect(html.contains("The house at a.localhost</div>"))
            #expect(mail.text.hasSuffix("Merhaba Işık & Oğulları,\n\nŞişe: ₺12,50"))
            let sms = try await house.store.render(
                ShopModule.code, .sms, in: .en, ShopModule.values, for: house.ours)
            #expect(sms.text == "The house at a.localhost: your code is A-7" && sms.html == nil && sms.subject.isEmpty)
            await #expect(throws: Problem.self) {
                try await house.store.render(ShopModule.code, .pdf, in: .en, [:], for: house.ours)
            }
        }
    }

    @Test("holds up no loop with a mail, a paper or a preview of them, and no thread with a short message")
    func places() async throws {
        try await TemplateHouse.with { house in
            _ = try await order(house)
            _ = try await house.store.render(ShopModule.offer, .pdf, in: .tr, ShopModule.values, for: house.ours)
            _ = try await house.store.preview(
                draft("{{ shopper.name }}"), of: ShopModule.shopper, record: TemplateHouse.shopper, as: house.reader())
            #expect(house.places.take() == [false, false, false])
            _ = try await house.store.render(ShopModule.code, .sms, in: .tr, ShopModule.values, for: house.ours)
            #expect(house.places.take() == [true])
        }
    }

    @Test("knows what modules let every template name, and does without what is off or broken")
    func variables() async throws {
        try await TemplateHouse.with { house in
            func kept(_ text: String) async throws -> RenderedMessage {
                try await house.store.keep(draft(text), for: house.ours)
                return try await order(house)
            }
            let whole = try await kept("{{ number }}: {{ shop.shoppers }}{% if shop.shoppers > 5 %}!{% endif %}")
            #expect(whole.html == "A-7: 1" && whole.passedOver.isEmpty && whole.level == .tenant)
            let broken = try await kept("[{{ shop.broken }}] {{ shop.shoppers }}")
            #expect(broken.html == "[] 1" && broken.passedOver.map(\.code) == ["variable"] && broken.level == .tenant)
            await #expect(throws: Problem.self) { _ = try await kept("{{ shop.nobody }}") }
            let shown = try await house.store.preview(
                draft("{{ shop.shoppers }} {{ shopper.name }}"), of: ShopModule.shopper,
                record: TemplateHouse.shopper, as: house.reader())
            #expect(shown.html == "1 Çiğdem &lt;b&gt;")
            let above = try await house.store.render(
                ShopModule.code, .sms, in: .tr, ["number": .text("7")], agency: nil,
                brand: Brand(name: "Ev", hue: 1, chroma: 1))
            #expect(above.text == "Ev: kodunuz 7")
        }
    }

    @Test("reads a record of the field's resource by its id, within the tenant's wall")
    func resources() async throws {
        try await TemplateHouse.with { house in
            try await house.store.keep(
                draft("{{ customer.name }}|{{ customer.debt }}|{{ customer.born }}|{{ number }}"), for: house.ours)
            var values = ShopModule.values
            func rendered(_ name: String, _ record: UUIDv7) async throws -> String? {
                values[name] = .resource(record)
                return try await house.store.render(ShopModule.order, .mail, in: .tr, values, for: house.ours).html
            }
            let ours = try await rendered("customer", TemplateHouse.shopper)
            #expect(ours == "Çiğdem &lt;b&gt;|€123,45|05.03.1990|A-7")
            for stranger in [TemplateHouse.neighbours, .make()] {
                let nothing = try await rendered("customer", stranger)
                #expect(nothing == "|||A-7")
            }
            // A field that stands for no resource is the module's mistake.
            await #expect(throws: Problem.self) { _ = try await rendered("number", TemplateHouse.shopper) }
        }
    }

    @Test("takes the tenant's own before the agency's, the operator's and the module's, and gives back what was below")
    func cascade() async throws {
        try await TemplateHouse.with { house in
            try await house.store.keep(draft("platform"), agency: nil)
            let seen1 = try await order(house)
            #expect(seen1.level == .platform)
            try await house.store.keep(draft("agency"), agency: TemplateHouse.agency)
            let seen2 = try await order(house)
            #expect(seen2.html == "agency")
            try await house.store.keep(draft("own {{ number }}", subject: "x"), for: house.ours)
            try await house.store.keep(draft("own {{ number }}!", subject: "y {{ number }}"), for: house.ours)
            let own = try await order(house)
            #expect((own.level, own.html, own.subject) == (.tenant, "own A-7!", "y A-7"))
            let theirs = try await house.store.render(
                ShopModule.order, .mail, in: .tr, ShopModule.values, for: house.theirs)
            #expect(theirs.html == "agency")
            try await house.store.drop(ShopModule.order, .mail, .tr, for: house.ours)
            try await house.store.drop(ShopModule.order, .mail, .tr, agency: TemplateHouse.agency)
            let seen3 = try await order(house)
            #expect(seen3.html == "platform")
            try await house.store.drop(ShopModule.order, .mail, .tr, agency: nil)
            let seen4 = try await order(house)
            #expect(seen4.level == .builtIn)
        }
    }

    @Test("prefers the wanted language to a nearer level")
    func language() async throws {
        try await TemplateHouse.with { house in
            try await house.store.keep(draft("own in Turkish"), for: house.ours)
            let english = try await order(house, .en)
            #expect(english.level == .builtIn && english.language == .en)
            let seen5 = try await order(house)
            #expect(seen5.html == "own in Turkish")
        }
    }

    @Test("renders for an agency's people, who belong to no tenant")
    func agency() async throws {
        try await TemplateHouse.with { house in
            try await house.store.keep(draft("{{ brand.name }}"), agency: TemplateHouse.agency)
            let brand = Brand(name: "Ajans", hue: 20, chroma: 150)
            let message = try await house.store.render(
                ShopModule.order, .mail, in: .tr, ShopModule.values, agency: TemplateHouse.agency, brand: brand)
            #expect(message.html == "Ajans" && message.level == .agency)
            let other = try await house.store.render(
                ShopModule.order, .mail, in: .tr, ShopModule.values, agency: .make(), brand: brand)
            #expect(other.level == .builtIn)
        }
    }

    @Test("passes over a template that does not hold together, and says so")
    func broken() async throws {
        try await TemplateHouse.with { house in
            for body in ["{{ number", "{{ no.longer.there }}", "<script>x</script>", "{% include 'gone' %}"] {
                _ = try await house.ours.query(
                    """
                    INSERT INTO delivery.template (tenant_id, id, key, channel, language, subject, body) \
                    VALUES (kernel.tenant(), \(UUIDv7.make()), 'shop.order', 'mail', 'tr', 's', \(body)) \
                    ON CONFLICT (tenant_id, key, channel, language) DO UPDATE SET body = excluded.body
                    """)
                let message = try await order(house)
                #expect(message.level == .builtIn && message.passedOver.count == 1, "\(body)")
            }
        }
    }

    @Test("refuses to keep what is wrong, with every place")
    func refused() async throws {
        try await TemplateHouse.with { house in
            let bad = draft("{{ numbr }}\n{% for x in number %}{% endfor %}", subject: "{{ a }}")
            do {
                try await house.store.keep(bad, for: house.ours)
                Issue.record("it was kept")
            } catch let problem as Problem {
                #expect(problem.status == 422)
                #expect(problem.fields.map(\.pointer) == ["/subject", "/body", "/body"])
                #expect(problem.fields.last?.message == "satır 2, sütun 1: “number” bir liste değil")
            }
            let mistakes = try await house.store.mistakes(in: draft("{{ x | y }}"), for: house.ours)
            #expect(mistakes.map(\.code) == ["unknown-filter"])
            let seen6 = try await order(house)
            #expect(seen6.level == .builtIn)
        }
    }

    @Test("previews with a record of the tenant's, within the wall and for who may see it")
    func preview() async throws {
        try await TemplateHouse.with { house in
            let shown = draft(
                """
                {{ customer.name }}|{{ shopper.visits }}|{{ shopper.debt }}|{{ shopper.born }}|{{ shopper.seen_at }}|\
                {% if shopper.is_vip %}vip{% endif %}|{{ number }}|{% for line in lines %}{{ line.title }}{% endfor %}
                """)
            let message = try await house.store.preview(
                shown, of: ShopModule.shopper, record: TemplateHouse.shopper, as: house.reader())
            #expect(
                message.html == "Çiğdem &lt;b&gt;|3|€123,45|05.03.1990|21.11.2026 14:30|vip|‹Numara›|‹Ürün›‹Ürün›")
            func status(_ draft: TemplateDraft, _ table: TableName, _ record: UUIDv7, _ reader: Reader) async -> UInt16?
            {
                do {
                    _ = try await house.store.preview(draft, of: table, record: record, as: reader)
                    return nil
                } catch {
                    return (error as? Problem)?.status
                }
            }
            let table = ShopModule.shopper
            #expect(await status(shown, table, TemplateHouse.neighbours, house.reader()) == 404)
            #expect(await status(shown, table, TemplateHouse.shopper, house.reader(may: [])) == 403)
            #expect(await status(shown, TableName("kernel.tenant"), TemplateHouse.shopper, house.reader()) == 404)
            #expect(await status(draft("{{ shopper.secret }}"), table, TemplateHouse.shopper, house.reader()) == 422)
            let seen7 = try await order(house)
            #expect(seen7.level == .builtIn)
        }
    }

    @Test("is found by modules, and its tables have their walls")
    func capability() async throws {
        try await TemplateHouse.with { house in
            let table = CapabilityTable()
            table.fill(house.registry, sites: house.sites)
            let found = try await table.find(.templates, for: house.ours)
            #expect(found?.catalogue.count == ShopModule.templates.count + HouseParts.all.count)
            let holes = try await house.database.rows(
                "SELECT code, object FROM guard.holes() WHERE object LIKE '%delivery%'")
            #expect(holes.isEmpty, "\(holes)")
        }
    }

    @Test("makes documents of templates, in the brand's colour")
    func documents() async throws {
        try await TemplateHouse.with { house in
            let office = DocumentOffice(templates: house.store, printer: DocumentPrinter(on: house.loops.first))
            let document = try await office.pdf(
                ShopModule.offer, in: .tr, ShopModule.values, assets: [], for: house.ours)
            #expect(document.pages == 1 && document.title == "Teklif")
            let rig = PrinterRig(loop: house.loops.first, printer: office.printer)
            let text = try await rig.text(of: document)
            #expect(text.contains("Işık & Oğulları") && text.contains("Şişe ₺12,50"))
            let pixels = try await rig.pixels(of: document, resolution: 40)
            let accent = Brand(name: "", hue: 210, chroma: 100).accent.strong
            let isAccent: ([UInt8]) -> Bool = { pixel in
                zip(pixel, [accent.red, accent.green, accent.blue]).allSatisfy { abs(Int($0) - Int($1)) <= 8 }
            }
            #expect(pixels.contains(where: isAccent))
            await office.printer.close()
        }
    }
}

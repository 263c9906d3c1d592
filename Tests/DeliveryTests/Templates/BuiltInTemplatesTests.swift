import Core
import ModuleKit
import Templating
import Testing

@testable import Delivery
@testable import Kernel

@Suite("Registered templates")
struct BuiltInTemplatesTests {
    private func faults(_ templates: TemplateRegistration...) -> [String] {
        var registrar = ModuleRegistrar()
        registrar.resource(
            ResourceRegistration(
                ShopModule.shopper, title: Words(tr: "Müşteri", en: "Shopper"),
                fields: [InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 80))], for: .seeShoppers))
        for template in templates { registrar.template(template) }
        return BuiltInTemplates.faults(in: [RegisteredModule(manifest: ShopModule.manifest, registrar: registrar)])
    }

    private func template(
        _ key: TemplateKey = TemplateKey("shop.x"), subject: Words = Words(tr: "a", en: "a"), body: Words,
        fields: [TemplateField] = ShopModule.fields
    ) -> TemplateRegistration {
        TemplateRegistration(
            key, .mail, title: Words(tr: "x", en: "x"), subject: subject, body: body, fields: fields)
    }

    @Test("do not start the house when one does not hold together")
    func refused() {
        let good = template(body: Words(tr: "{{ number }}", en: "{{ brand.name }}"))
        #expect(faults(good).isEmpty)
        #expect(faults(good, good) == ["the template shop.x is registered twice for mail"])
        #expect(
            faults(template(TemplateKey("crm.x"), body: Words(tr: "a", en: "b")))
                == ["shop: the template crm.x must begin with “shop.”"])
        #expect(
            faults(template(body: Words(tr: "a", en: "")))
                == ["shop: the template shop.x lacks a text in Turkish or English"])
        let half = TemplateField("a", title: Words(tr: "", en: "A"))
        let nested = TemplateField("all", title: Words(tr: "Hepsi", en: "All"), .list([half]))
        #expect(
            faults(template(body: Words(tr: "a", en: "b"), fields: [nested]))
                == ["shop: the title of “a” of the template shop.x lacks Turkish or English"])
        #expect(
            faults(template(subject: .none, body: Words(tr: "a", en: "b")))
                == ["shop: the template shop.x lacks a text in Turkish or English"])
        #expect(
            faults(template(body: Words(tr: "{{ wrong }}", en: "{{ number")))
                == [
                    "shop.x (en), body: line 1, column 10: the tag does not end",
                    "shop.x (tr), body: line 1, column 4: “wrong” is not known here",
                ])
    }

    @Test("are refused with everything else that does not fit together, before anything is made")
    func registry() throws {
        var broken = ModuleRegistrar()
        broken.template(template(body: Words(tr: "{{", en: "{{"), fields: []))
        let words = Words(tr: "a", en: "b")
        let part = HousePart(
            ModuleManifest(id: ModuleID("papers"), title: words, summary: words),
            examining: { BuiltInTemplates.faults(in: $0) })
        let shop = RegisteredModule(
            manifest: ModuleManifest(id: ModuleID("shop"), title: words, summary: words), registrar: broken)
        let refusal = #expect(throws: RegistryFaults.self) { try Registry([part.module, shop]) }
        #expect(refusal?.faults.count == 2 && refusal?.description.contains("shop.x (tr), body") == true)
        #expect(try Registry([shop]).modules.count == 1)
    }

    @Test("name no resource that nobody registers")
    func resources() {
        let words = Words(tr: "a", en: "b")
        let strange = TemplateField("thing", title: words, .resource(TableName("shop.thing")))
        for fields in [[strange], [TemplateField("all", title: words, .list([strange]))]] {
            let registration = TemplateRegistration(
                TemplateKey("shop.x"), .mail, title: words, subject: words, body: words, fields: fields)
            #expect(
                faults(registration) == ["the template shop.x names the resource shop.thing, which no module registers"]
            )
        }
    }

    @Test("know the brand's colours as screens have them")
    func colours() {
        // By CSS Color 4: oklch(0.5 0.1 210) and white.
        #expect(Colour(lightness: 1, chroma: 0, hue: 0).description == "#ffffff")
        #expect(Colour(lightness: 0, chroma: 0, hue: 0).description == "#000000")
        #expect(Colour(lightness: 0.627955, chroma: 0.257683, hue: 29.2339).description == "#ff0000")
        for hue in stride(from: 0.0, to: 360, by: 15) {
            let colour = Colour(lightness: 0.5, chroma: 0.4, hue: hue)
            #expect(max(colour.red, colour.green, colour.blue) > 90)
        }
    }
}

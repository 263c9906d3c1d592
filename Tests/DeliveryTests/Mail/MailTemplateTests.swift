import Core
import ModuleKit
import TestKit
import Testing

@testable import Delivery

/// Letters that a tenant or an agency puts in the place of the house's.
@Suite(.serialized) struct MailTemplateTests {
    private static func letter(
        _ rig: MailRig, _ template: MailTemplate = .passwordReset, tenant: TenantID? = MailRig.acme
    ) async throws -> RenderedMail {
        let brand = MailBrand(name: "Acme", hue: 200, chroma: 190, origin: "https://app.acme.test")
        let values: [String: MailValue] =
            template == .newDevice
            ? ["device": .text("Firefox"), "time": .time(Timestamp(seconds: 1_795_000_000))]
            : ["link": .path("/reset?token=gizli")]
        var letter = MailLetter(template, in: .tr, brand: brand, values: values)
        (letter.agency, letter.tenant) = (MailRig.mavi, tenant)
        return try await rig.office.renderer.render(letter)
    }

    private static func put(_ rig: MailRig, _ key: String, _ body: String, subject: String = "Bizden") async throws {
        try await rig.database.run(
            """
            BEGIN; SELECT kernel.enter('\(MailRig.acme)');
            INSERT INTO delivery.template (tenant_id, id, key, channel, language, subject, body)
            VALUES ('\(MailRig.acme)', gen_random_uuid(), '\(key)', 'mail', 'tr', '\(subject)', '\(body)')
            ON CONFLICT (tenant_id, key, channel, language) DO UPDATE
            SET subject = excluded.subject, body = excluded.body; COMMIT
            """)
    }

    @Test func aBrokenOneHoldsUpNoMail() async throws {
        try await MailRig.with { rig in
            let plain = try await Self.letter(rig)
            for broken in ["{% if %}", "{{ nobody.knows }}", "<script>x</script>", "{% include \"mail.none\" %}"] {
                try await Self.put(rig, "mail.password_reset", broken)
                let mail = try await Self.letter(rig)
                #expect(mail.html == plain.html && mail.subject == plain.subject, "\(broken)")
                #expect(!mail.passedOver.isEmpty, "\(broken)")
            }
        }
    }

    @Test func theTenantsOwnCountsForItAlone() async throws {
        try await MailRig.with { rig in
            try await Self.put(rig, "mail.password_reset", "<p>Bizim: {{ link }}</p>")
            let own = try await Self.letter(rig)
            #expect(own.subject == "Bizden" && own.html.contains("Bizim: https://app.acme.test/reset?token=gizli"))
            for stranger in [MailRig.borek, MailRig.other] {
                let mail = try await Self.letter(rig, tenant: stranger)
                #expect(!mail.html.contains("Bizim") && mail.subject == "Parolanızı yenileyin")
            }
        }
    }

    @Test func theFrameIsAPartThatCanBeReplaced() async throws {
        try await MailRig.with { rig in
            let end = "</td></tr></table></td></tr></table><p>Bizim alt bilgi</p></body></html>"
            try await Self.put(rig, "mail.foot", end, subject: "")
            let mail = try await Self.letter(rig)
            #expect(mail.html.contains("Bizim alt bilgi") && mail.html.contains("Yeni parola belirle"))
            #expect(mail.text.contains("Bizim alt bilgi"))
        }
    }

    @Test func timesAreThoseOfTheTenantsZone() async throws {
        try await MailRig.with { rig in
            let istanbul = try await Self.letter(rig, .newDevice)
            #expect(istanbul.text.contains("18.11.2026 14:06"))
            try await rig.database.run("UPDATE kernel.tenant SET time_zone = 'America/New_York' WHERE slug = 'acme'")
            let newYork = try await Self.letter(rig, .newDevice)
            #expect(newYork.text.contains("18.11.2026 06:06"))
        }
    }
}

import Core
import ModuleKit

/// The parts that the house itself brings along for templates to include: the head and the foot of a mail and of a paper.
enum HouseParts {
    static let all = [mailHead, mailFoot, paperStyle, paperHead, paperFoot]

    private static let headTitle = Words(tr: "Başlık", en: "Head")
    private static let footTitle = Words(tr: "Alt bilgi", en: "Foot")

    private static let mailHead = TemplateRegistration(
        part: TemplateKey("documents.head"), .mail, title: headTitle,
        body: same(
            """
            <div style="border-bottom: 3px solid {{ brand.colour }}; padding: 16px 0; font: 600 18px sans-serif; \
            color: {{ brand.colour }}">{{ brand.name }}</div>
            """))

    private static let mailFoot = TemplateRegistration(
        part: TemplateKey("documents.foot"), .mail, title: footTitle,
        body: Words(
            tr: """
                <p style="font: 13px sans-serif; color: #667085">{{ brand.name }}{% if brand.support %} · \
                Sorularınız için: {{ brand.support }}{% endif %}</p>
                """,
            en: """
                <p style="font: 13px sans-serif; color: #667085">{{ brand.name }}{% if brand.support %} · \
                Questions? {{ brand.support }}{% endif %}</p>
                """))

    private static let paperStyle = TemplateRegistration(
        part: TemplateKey("documents.style"), .pdf, title: Words(tr: "Kâğıt biçimi", en: "Paper style"),
        body: same(
            """
            <style>
            @page { size: A4; margin: 20mm 18mm }
            body { font: 10pt/1.5 Inter, "DejaVu Sans", sans-serif; color: #1d2330 }
            h1 { font-size: 20pt; color: {{ brand.colour }}; margin: 0 0 6mm }
            table { width: 100%; border-collapse: collapse }
            th { text-align: left; background: {{ brand.tint }}; color: {{ brand.colour }} }
            th, td { padding: 2mm 3mm; border-bottom: 0.3pt solid #d0d5dd }
            .amount { text-align: right; font-variant-numeric: tabular-nums }
            </style>
            """))

    private static let paperHead = TemplateRegistration(
        part: TemplateKey("documents.head"), .pdf, title: headTitle,
        body: same(
            """
            <div style="border-bottom: 2pt solid {{ brand.colour }}; padding-bottom: 4mm; margin-bottom: 8mm; \
            font-weight: 600; color: {{ brand.colour }}">{{ brand.name }}</div>
            """))

    private static let paperFoot = TemplateRegistration(
        part: TemplateKey("documents.foot"), .pdf, title: footTitle,
        body: same(
            """
            <div style="margin-top: 10mm; font-size: 8pt; color: #667085">{{ brand.name }}\
            {% if brand.support %} · {{ brand.support }}{% endif %}</div>
            """))

    private static func same(_ text: StaticString) -> Words { Words(tr: text, en: text) }
}

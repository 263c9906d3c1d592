import Core
import Localization
import Markup
import ModuleKit
import Security
import UI

/// How strict a tenant is with its doors, and who came through them from above.
struct PolicyPage {
    let policy: DoorPolicy
    /// Who would be asked for a second factor, and has none.
    let lacking: [DoorPolicy.SecondFactor: Int]
    let address: String?
    let visits: [Impersonation]
    let factorDraft: FormDraft
    let addressDraft: FormDraft
    let reader: PeopleReader

    var content: PageContent {
        .people(
            .security, reader,
            """
            <div class="two"><div class="stack l">\(factorPanel)\(addressPanel)</div>\(advice)</div>
            \(VisitsTable(visits: visits, side: .tenant, reader: reader))
            """)
    }

    // MARK: The second factor

    private var factorPanel: Panel {
        let start = factorDraft.starting(with: [
            "factor": [policy.secondFactor.rawValue],
            "grace": policy.graceEnds.map { [String($0.description.prefix(10))] } ?? [],
        ])
        let choices = DoorPolicy.SecondFactor.allCases.map { factor in
            Choice(factor.rawValue, title(factor), note: note(factor))
        }
        let fields = FormFields(FactorInput.fields, start).control(
            "factor", Radios(choices, value: start.text("factor")))
        return Panel(reader.t("İki adımlı doğrulama", "Two-step verification"), start.form(fields).html)
    }

    private func title(_ factor: DoorPolicy.SecondFactor) -> String {
        switch factor {
        case .optional: reader.t("İsteğe bağlı", "Optional")
        case .admins: reader.t("Sahip ve yöneticilere zorunlu", "Required of owners and admins")
        case .required: reader.t("Herkese zorunlu", "Required of everybody")
        }
    }

    private func note(_ factor: DoorPolicy.SecondFactor) -> String {
        let count = lacking[factor] ?? 0
        if factor == .optional { return reader.t("Kişiler kendileri açar.", "People turn it on themselves.") }
        if count == 0 { return reader.t("Hepsinde açık.", "All of them have it.") }
        return reader.t("\(count) kişide henüz yok.", "\(count) do not have it yet.")
    }

    // MARK: The addresses

    private var addressPanel: Panel {
        let start = addressDraft.starting(with: ["addresses": policy.addresses])
        let fields = FormFields(AllowInput.fields, start).control(
            "addresses", TextArea(start.texts("addresses").joined(separator: "\n"), hint: "192.0.2.0/24"))
        return Panel(reader.t("İzin verilen adresler", "Allowed addresses"), start.form(fields).html)
    }

    private var advice: HTML {
        let here: HTML? = address.map { address in
            Panel(
                reader.t("Şu anki adresiniz", "Your address now"),
                """
                <div class="stack s"><p><code>\(address)</code></p><p class="small muted">\(reader.t(
                    "Sizi dışarıda bırakacak bir liste kaydedilmez.", "A list that would lock you out is not saved."))</p></div>
                """
            ).html
        }
        return "<div class=\"stack\">\(here)</div>"
    }
}

/// What the form of the second factor sends.
struct FactorInput: RouteInput {
    static let fields = [
        InputField(
            "factor", title: Words(tr: "Kimden istenir", en: "Of whom it is asked"),
            .choice(DoorPolicy.SecondFactor.allCases.map(\.rawValue))),
        InputField(
            "grace", title: Words(tr: "Geçiş süresinin son günü", en: "Last day of grace"), .day, required: false
        )
        .help(
            Words(
                tr: "O güne kadar ikinci adımı olmayanlar da girebilir.",
                en: "Until then those without a second step get in too.")),
    ]

    let factor: String
    let grace: String?
}

/// What the form of the addresses sends.
struct AllowInput: RouteInput {
    static let fields = [
        InputField(
            "addresses", title: Words(tr: "Adresler ve bloklar", en: "Addresses and blocks"), .list(most: 500),
            required: false
        ).help(
            Words(
                tr: "Her satıra bir tane. Boşsa her yerden girilir.", en: "One on each line. Empty means from anywhere."
            ))
    ]

    let addresses: [String]?
}

/// Who came in from above, why and for how long. Both sides read the same lines.
struct VisitsTable: Component {
    /// Whose side reads.
    enum Side { case tenant, house }

    let visits: [Impersonation]
    let side: Side
    let words: VisitWords

    init(visits: [Impersonation], side: Side, reader: PeopleReader) {
        (self.visits, self.side) = (visits, side)
        words = VisitWords(local: reader.local, now: reader.now)
    }

    init(visits: [Impersonation], side: Side, words: VisitWords) {
        (self.visits, self.side, self.words) = (visits, side, words)
    }

    var html: HTML {
        let title = words.t("Destek erişimleri", "Support access")
        let state = EmptyState(
            .eye, words.t("Kimse sizin yerinize girmedi", "Nobody came in your place"),
            words.t(
                "Sağlayıcınız birinin yerine girerse nedeni ve süresiyle burada görünür.",
                "When your provider works in somebody's place, it is shown here with reason and duration."))
        let place = Column(words.t("Firma", "Company"))
        let columns = [
            Column(words.t("Giren", "Who came")), Column(words.t("Kimin yerine", "In whose place")),
            Column(words.t("Neden", "Why")), Column(words.t("Başlangıç", "Began")), Column(words.t("Durum", "State")),
            Column(words.t("Bitir", "End")),
        ]
        let all = side == .tenant ? columns : [columns[0], place] + columns[1...]
        return """
            <section class="stack s"><h2>\(title)</h2>\(Table(
                title, columns: all, visits.isEmpty ? .empty(state) : .rows(visits.map(row)), in: words.local.language))</section>
            """
    }

    private func row(_ visit: Impersonation) -> Row {
        var cells: [Cell] = [
            .html(Person(visit.whom).html), .text(visit.reason), .html(words.at(visit.started)),
            .html(words.state(visit).html), .html(end(visit)),
        ]
        if side == .house { cells.insert(.text(visit.tenantName), at: 0) }
        return Row(
            id: visit.id.description, visit.by, lead: Avatar(visit.by, isNamed: false).html, cells: cells)
    }

    private func end(_ visit: Impersonation) -> HTML {
        guard visit.isRunning(words.now) else { return "<span class=\"muted none\">—</span>" }
        let url =
            side == .tenant
            ? SafeURL(path: "people", "visits", visit.id.description, "end")
            : SafeURL(path: "support", "visits", visit.id.description, "end")
        return Button(words.t("Bitir", "End"), .posts(url), .dangerQuiet, icon: .x, size: .small).html
    }
}

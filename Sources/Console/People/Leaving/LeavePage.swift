import Core
import Localization
import Markup
import ModuleKit
import UI

/// Letting somebody go: what will happen, counted before, and to whom their records go.
struct LeavePage {
    let member: Member
    let preview: DeparturePreview
    let colleagues: [(id: UserID, name: String)]
    let draft: FormDraft
    let reader: PeopleReader

    var content: PageContent {
        let fields = FormFields(LeaveInput.fields, draft)
            .control(
                "successor",
                Pick(
                    colleagues.map { Choice($0.id.description, $0.name) }, values: Set(draft.texts("successor")),
                    allowsSeveral: false, hint: reader.t("Kişi ara", "Find a person")))
        let form = draft.form(
            fields, save: Words(tr: "Ayrılışı tamamla", en: "Complete the departure"),
            cancel: "/people/members/\(member.id)")
        var content = PageContent.people(
            below: .members, reader, title: reader.t("\(member.name) ayrılıyor", "\(member.name) leaves"),
            "<div class=\"two\"><div class=\"stack\">\(warning)\(form)</div>\(counts)</div>")
        content.steps.append((member.name, SafeURL(path: "people", "members", member.id.description)))
        return content
    }

    private var warning: Callout {
        Callout(
            reader.t(
                "Hemen geçerli olur. 30 gün içinde “Ayrılanlar” sayfasından geri alabilirsiniz; o arada başka birine verilen kayıtlar yerinde kalır.",
                "It takes effect at once. For 30 days you can take it back under “Departures”; records that were given to somebody else meanwhile stay there."
            ), title: reader.t("Tek işlemde kapanır ve devredilir", "Closed and handed over in one act"), .warn)
    }

    private var counts: Panel {
        let doors: [(name: String, value: HTML)] = [
            (reader.t("Açık oturum", "Open sessions"), number(preview.sessions)),
            (reader.t("API anahtarı", "API keys"), number(preview.keys)),
            (reader.t("Ekip üyeliği", "Teams"), number(preview.teams)),
        ]
        let records = preview.places.filter { $0.count > 0 }.map { place in
            (name: reader(place.title), value: number(place.count))
        }
        let none: HTML? =
            records.isEmpty
            ? "<p class=\"small muted\">\(reader.t("Devredilecek kayıt yok.", "There are no records to hand over."))</p>"
            : nil
        return Panel(
            reader.t("Neler olacak", "What will happen"),
            """
            <div class="stack"><div><h3 class="small muted">\(reader.t("Kapanacak", "Will be closed"))</h3>\(Facts(doors))</div>\
            <div><h3 class="small muted">\(reader.t("Devredilecek", "Will be handed over"))</h3>\(Facts(records))\(none)</div></div>
            """)
    }

    private func number(_ count: Int) -> HTML { "<span class=\"num\">\(reader.local.number(count))</span>" }
}

/// What the form of a departure sends.
struct LeaveInput: RouteInput {
    static let fields = [
        InputField("successor", title: Words(tr: "Kayıtları devralacak kişi", en: "Who takes over"), .text(most: 40))
    ]

    let successor: String
}

/// Everybody who left, and the way back.
struct DeparturesPage {
    let departures: [Departure]
    let reader: PeopleReader

    var content: PageContent {
        let state = EmptyState(
            .logOut, reader.t("Henüz kimse ayrılmadı", "Nobody has left yet"),
            reader.t(
                "Biri ayrıldığında kapatılan kapılar ve devredilen kayıtlar burada görünür.",
                "When somebody leaves, the doors that were closed and the records that moved are shown here."))
        let table = Table(
            reader(PeopleSection.departures.title),
            columns: [
                Column(reader.t("Kişi", "Person")), Column(reader.t("Devralan", "Successor")),
                Column(reader.t("Kayıt", "Records"), isNumber: true),
                Column(reader.t("Oturum", "Sessions"), isNumber: true),
                Column(reader.t("Anahtar", "Keys"), isNumber: true), Column(reader.t("Ne zaman", "When")),
                Column(reader.t("Durum", "State")), Column(reader.t("Geri al", "Take back")),
            ],
            departures.isEmpty ? .empty(state) : .rows(departures.map(row)), in: reader.language)
        return .people(.departures, reader, table.html)
    }

    private func row(_ departure: Departure) -> Row {
        Row(
            id: departure.id.description, departure.personName, lead: Avatar(departure.personName, isNamed: false).html,
            cells: [
                .html(Person(departure.successorName).html), .number(reader.local.number(departure.moved)),
                .number(reader.local.number(departure.sessions)), .number(reader.local.number(departure.keys)),
                .html(reader.ago(departure.begun)), .html(state(departure).html), .html(wayBack(departure)),
            ])
    }

    private func state(_ departure: Departure) -> Tag {
        switch departure.state {
        case .moving: Tag(reader.t("Devrediliyor", "Handing over"), .accent, isDotted: true)
        case .done: Tag(reader.t("Tamamlandı", "Done"), .good, isDotted: true)
        case .returning: Tag(reader.t("Geri alınıyor", "Coming back"), .accent, isDotted: true)
        case .undone:
            Tag(
                reader.t(
                    "Geri alındı: \(departure.returned)/\(departure.moved)",
                    "Taken back: \(departure.returned)/\(departure.moved)"), .plain, isDotted: true)
        }
    }

    private func wayBack(_ departure: Departure) -> HTML {
        guard departure.isReversible(reader.now) else { return "<span class=\"muted none\">—</span>" }
        return Button(
            reader.t("Geri al", "Take back"),
            .posts(SafeURL(path: "people", "departures", departure.id.description, "undo")), icon: .undo, size: .small,
            attributes: [.data("tip", reader.t("Son gün: ", "Until ") + reader.local.date(departure.undoUntil))]
        ).html
    }
}

import Core
import Markup
import ModuleKit
import UI

/// May this person do this, and why or why not: the question as a form, the answer as its steps.
struct WhyPage {
    let people: [(id: UserID, name: String)]
    let chapters: [RightsBook.Chapter]
    let asked: WhyQuery
    let answer: (isAllowed: Bool, steps: [RightsStep])?
    let reader: PeopleReader

    var content: PageContent {
        .people(
            .why, reader,
            "<div class=\"two\"><div class=\"stack\">\(form)</div><div class=\"stack\">\(result)</div></div>")
    }

    private var form: Panel {
        let permissions = chapters.flatMap { chapter in
            chapter.permissions.map { Choice($0.text, reader($0.title), note: reader(chapter.title)) }
        }
        let fields = chapters.flatMap { chapter in
            chapter.fields.map { Choice($0.name, reader($0.resource) + " · " + reader($0.title)) }
        }
        let button = Button(reader.t("Sor", "Ask"), .submit, .primary)
        let field: Field? =
            fields.isEmpty
            ? nil
            : Field(
                reader.t("Hangi alanda", "In which field"), name: "field",
                Pick(fields, values: Set([asked.field].compactMap(\.self)), allowsSeveral: false), isRequired: false,
                in: reader.language)
        return Panel(
            reader.t("Soru", "The question"),
            """
            <form class="form" method="get" action="/people/why">\
            \(Field(reader.t("Kim", "Who"), name: "person", Pick(
                people.map { Choice($0.id.description, $0.name) }, values: Set([asked.person?.description].compactMap(\.self)),
                allowsSeveral: false, hint: reader.t("Kişi ara", "Find a person")), in: reader.language))\
            \(Field(reader.t("Ne yapacak", "What they would do"), name: "permission", Pick(
                permissions, values: Set([asked.permission].compactMap(\.self)), allowsSeveral: false,
                hint: reader.t("İzin ara", "Find a permission")), in: reader.language))\
            \(Field(reader.t("Kimin kaydıyla", "With whose record"), name: "record", Radios([
                Choice("any", reader.t("Fark etmez", "Any")), Choice("own", reader.t("Kendisinin", "Their own")),
                Choice("team", reader.t("Ekibinin", "Their team's")), Choice("other", reader.t("Başkasının", "Somebody else's")),
            ], value: asked.record.rawValue, layout: .segments), in: reader.language))\
            \(field)\
            \(Field(reader.t("Nereden", "From where"), name: "address", TextBox(asked.address ?? "", hint: "192.0.2.10"),
                isRequired: false, in: reader.language))\
            <div class="actions">\(button)</div></form>
            """)
    }

    private var result: HTML {
        guard let answer else {
            return EmptyState(
                .help, reader.t("Birini ve bir işi seçin", "Choose a person and an act"),
                reader.t(
                    "Kararı veren kuralın aynısına sorulur; nedenler sırasıyla yazılır.",
                    "The very rule that decides is asked; its reasons are written in order.")
            ).html
        }
        let verdict =
            answer.isAllowed
            ? Callout(reader.t("Evet, yapabilir.", "Yes, they may."), .good)
            : Callout(reader.t("Hayır, yapamaz.", "No, they may not."), .bad)
        let steps = answer.steps.map { step -> HTML in
            """
            <li><span class="node \(step.isGood ? "good" : "bad")">\(step.isGood ? Icon.check : Icon.x)</span>\
            <div><span class="what">\(reader(step.words))</span></div></li>
            """
        }
        return "\(verdict)\(Panel(reader.t("Neden", "Why"), "<ol class=\"timeline\">\(steps)</ol>"))"
    }
}

/// The question as an address says it.
struct WhyQuery: Sendable {
    /// Whose the record is, as people ask.
    enum Record: String { case any, own, team, other }

    let person: UserID?
    let permission: String?
    let record: Record
    let field: String?
    let address: String?
}

import Core
import Markup
import Testing

@testable import UI

/// Text from outside stays text in every component.
@Suite struct HostileTextTests {
    static let payloads = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</textarea><svg onload=alert(1)>",
        "javascript:alert(1)", "</style><b>", "{{7*7}}", "a\u{0}b", "--><i>",
    ]

    @Test(arguments: payloads) func componentsEscape(text: String) {
        for (name, html) in Self.all(with: text) {
            let page = html.description
            #expect(html.faults.isEmpty, "\(name): \(html.faults)")
            #expect(html.endsInText, "\(name)")
            for wrong in ["<script>alert", "<img src=x", "<svg onload", "' onmouseover='", "</style><b>", "--><i>"] {
                #expect(!page.contains(wrong), "\(name) lets \(wrong) through")
            }
        }
    }

    private static func all(with text: String) -> [(String, HTML)] {
        let id = ElementID(text)
        let tr = Language.tr
        let fault = [FieldFault(name: text, text: text)]
        func field(_ control: some Control) -> HTML {
            Field(text, name: text, control, help: text, error: text, isRequired: false, in: tr).html
        }
        let card = BoardCard(
            id: text, text, .nowhere, amount: text, note: text, tags: [Tag(text)], marks: [.init(text, .clock)],
            people: Avatar(text).html)
        return [
            ("button", Button(text, .copies(text), key: text).html),
            ("icon button", IconButton(text, .bell, key: text).html),
            ("text", field(TextBox(text, hint: text, unit: text))), ("area", field(TextArea(text, hint: text))),
            ("select", field(Select([Choice(text, text, note: text)], value: text))),
            ("pick", field(Pick([Choice(text, text, note: text)], values: [text], hint: text))),
            ("radios", field(Radios([Choice(text, text, note: text)]))), ("date", field(DateBox(text, zone: text))),
            (
                "phone",
                field(PhoneBox(text, countries: [DialCountry(code: text, dial: text, name: text)], country: text))
            ),
            ("money", field(MoneyBox(text, sign: text))), ("drop", field(FileDrop(accept: text, note: text))),
            ("check", Check(text, name: text, value: text, help: text).html),
            ("form", Form(to: .nowhere, token: text, faults: fault, fields: HTML(), actions: [], in: tr).html),
            (
                "table",
                Table(
                    text, columns: [Column(text), Column(text)],
                    .rows([
                        Row(
                            id: text, text, .nowhere,
                            cells: [.editable(Editable(text, name: text, save: .nowhere, choices: [text]))])
                    ]), bulk: [Button(text)], in: tr
                ).html
            ),
            (
                "board",
                Board(
                    text, [BoardColumn(id: text, text, .grey, count: text, sum: text, cards: [card], empty: text)],
                    move: .nowhere
                ).html
            ),
            (
                "menu",
                Menu(.icon(text, .ellipsis), name: text, [.act(text, nil, .none), .caption(text), .off(text)]).html
            ),
            ("dialog", Dialog(id, text, in: tr, HTML(text: text)).html),
            ("drawer", Drawer(id, text, note: text, in: tr, HTML(text: text)).html),
            ("toast", Toast(text, undo: (text, .nowhere), in: tr).html), ("empty", EmptyState(.inbox, text, text).html),
            ("callout", Callout(text, title: text).html),
            ("crumbs", Breadcrumbs([(text, .nowhere)], current: text, in: tr).html),
            ("tabs", Tabs(text, [.init(id, text, HTML(text: text))]).html),
            ("stat", Stats([Stat(text, text, change: text)]).html),
            ("steps", Steps([text], current: 0, title: text, doneWord: text).html),
            (
                "timeline",
                Timeline([(text, [TimelineEvent(.check, .good, HTML(text: text), when: text, instant: text)])]).html
            ),
            (
                "swipe",
                SwipeRow(text, .nowhere, note: text, acts: [.init(text, .trash, .bad, .none)], actionsWord: text).html
            ),
            ("filters", FilterBar([.on(text, change: .none, drop: .nowhere), .offered(text, .nowhere)], in: tr).html),
            ("stack", AvatarStack([text, text], title: text).html), ("person", Person(text, note: text).html),
            ("head", PageHead(text, note: text, tags: [Tag(text)]).html),
            ("progress", Progress(text, text, share: .nan).html),
        ]
    }

    @Test func shellEscapesNamesOfBrandAndPeople() throws {
        for text in Self.payloads {
            let frame = Document.Frame(
                brand: BrandFace(name: text), language: .tr, nonce: try #require(Nonce("0123456789abcdef")), token: text
            )
            let around = Shell.Surroundings(
                [PlaceGroup(text, [Place(text, .nowhere, .house, key: text)])],
                user: UserFace(name: text, note: text, settings: nil, signOut: .nowhere, languages: []))
            let page = Shell(frame, around, title: text, HTML(text: text)).html
            #expect(page.faults.isEmpty && page.endsInText)
            #expect(!page.description.contains("<script>alert") && !page.description.contains("<img src=x"))
        }
    }

    @Test(arguments: [("", "i"), ("1a", "i1a"), ("a b", "a-b"), ("ğ", "i--"), ("f-name_2", "f-name_2")])
    func idsArePlain(text: String, id: String) { #expect(ElementID(text).text == id) }

    @Test(arguments: [("ipek şen", "İŞ"), ("Ada Nur Yılmaz", "AY"), ("", ""), ("— Ege", "E"), ("3M", "3")])
    func initialsAreTurkish(name: String, letters: String) { #expect(Initials.of(name) == letters) }

    @Test func policyHoldsTheNonceAndNothingLoose() throws {
        let nonce = try #require(Nonce("0123456789abcdef"))
        let policy = ContentPolicy.header(nonce: nonce)
        #expect(policy.contains("style-src 'self' 'nonce-0123456789abcdef'"))
        #expect(!policy.contains("unsafe") && !policy.contains("*"))
        #expect(
            ContentPolicy.header(nonce: nonce, allowsStyleAttributes: true).contains("style-src-attr 'unsafe-inline'"))
    }

    @Test func manifestIsJSONAndCookiesAreRead() {
        let json = Manifest(BrandFace(name: "Ege \"Yapı\""), icons: [(.nowhere, 192, true)], in: .tr).json
        #expect(String(decoding: json, as: UTF8.self).contains("\"name\":\"Ege \\\"Yapı\\\"\""))
        let cookies = ["face-theme": "dark", "face-density": "huge", "face-side": "narrow"]
        let seen = Preferences { cookies[$0] }
        #expect(seen == Preferences(theme: .dark, density: .comfortable, isSideNarrow: true))
    }
}

import Core
import HTTP
import Markup
import ModuleKit
import UI

/// A module with one form of every kind of field, whose saving does what the title says.
struct LetterModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("letters"), title: Words(tr: "Mektuplar", en: "Letters"),
        summary: Words(tr: "Deneme formları.", en: "Forms to try."), permissions: [.writeLetters])

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        module.form("/letters/new", for: .staff(.writeLetters), taking: Letter.self, upTo: 4_096, show: page) {
            input, _ in try Self.save(input)
        }
        module.form("/letters/ask", for: .open(.forms), taking: Letter.self, show: openPage) { _, _ in
            .see("/letters/ask", Flash(Words(tr: "Alındı", en: "Received")))
        }
        module.action("/letters/burnt", for: .staff(.writeLetters)) { _, _ in
            .stay(Flash(Words(tr: "Mektup “ı” yakıldı", en: "Burnt"), undo: "/letters/kept"))
        }
        module.page("/letters", for: .staff(.writeLetters)) { _, staff in
            PageContent(title: staff.language == .tr ? "Mektuplar" : "Letters", body: "<p>…</p>")
        }
    }

    private func page(_ staff: any StaffContext, _ draft: FormDraft) async throws -> PageContent {
        let stored = draft.starting(with: ["title": "Stored", "kind": "plain", "price": "123450"])
        return PageContent(
            title: "Letter", body: stored.form(FormFields(Letter.fields, stored), cancel: "/letters").html)
    }

    private func openPage(_ visitor: any OpenContext, _ draft: FormDraft) async throws -> PageContent {
        PageContent(title: "Ask", body: draft.form(FormFields(Letter.fields, draft), traits: .inPlace).html)
    }

    private static func save(_ letter: Letter) throws -> FormOutcome {
        switch letter.title {
        case "conflict": throw Problem(.conflict)
        case "often": throw Problem(.tooMany, retryAfter: 7)
        case "own words": throw Problem(.conflict, Words(tr: "Dolu", en: "Full up"))
        case "gone": throw Problem(.notFound)
        case "broken": throw BrokenLetter()
        case "taken":
            return .refused([
                ("title", Words(tr: "Bu başlık var.", en: "There is one.")), ("", Words(tr: "Tümü", en: "All")),
            ])
        case "away": return .see("//evil.example/", Flash(Words(tr: "Gitti", en: "Away")))
        case "once": return .page(PageContent(title: "Key", body: "<p>\(UUIDv7.make().description)</p>"))
        case "long": return .see("/letters", Flash(Words(alike: String(repeating: "ğ<", count: 3_000))))
        default:
            return .see(
                "/letters?id=\(UUIDv7.make())", Flash(Words(tr: "Kaydedildi ✓", en: "Saved ✓"), undo: "/letters/burnt"))
        }
    }
}

struct BrokenLetter: Error {}

struct Letter: RouteInput {
    static let fields = [
        InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 120)),
        InputField("text", title: Words(tr: "Metin", en: "Text"), .text(most: 2_000), required: false),
        InputField("email", title: Words(tr: "E-posta", en: "E-mail"), .email, required: false),
        InputField("phone", title: Words(tr: "Telefon", en: "Phone"), .phone, required: false),
        InputField("pages", title: Words(tr: "Sayfa", en: "Pages"), .number(1...9), required: false),
        InputField("price", title: Words(tr: "Fiyat", en: "Price"), .money, required: false),
        InputField("urgent", title: Words(tr: "Acele", en: "Urgent"), .flag),
        InputField("day", title: Words(tr: "Gün", en: "Day"), .day, required: false),
        InputField(
            "kind", title: Words(tr: "Tür", en: "Kind"),
            choices: [
                "plain": Words(tr: "Düz", en: "Plain"), "sealed": Words(tr: "Mühürlü", en: "Sealed"),
            ], required: false),
        InputField(
            "ways", title: Words(tr: "Yollar", en: "Ways"),
            several: [
                "land": Words(tr: "Kara", en: "Land"), "sea": Words(tr: "Deniz", en: "Sea"),
            ], required: false),
        InputField("word", title: Words(tr: "Parola", en: "Password"), .secret(most: 64), required: false),
    ]

    let title: String
    let text: String?
    let email: String?
    let phone: String?
    let pages: Int?
    let price: Int?
    let urgent: Bool
    let day: String?
    let kind: String?
    let ways: [String]?
    let word: String?
}

extension Permission {
    static let writeLetters = Permission("letters.letter.write", title: Words(tr: "Yazma", en: "Write"))
}

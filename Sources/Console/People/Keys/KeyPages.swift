import Core
import Localization
import Markup
import ModuleKit
import UI

/// The keys of a tenant's programs.
struct KeysPage {
    let keys: [ListedKey]
    let book: RightsBook
    let reader: PeopleReader

    private var new: Button {
        Button(
            reader.t("Anahtar", "Key"), .link(SafeURL(path: "people", "keys", "new")), .primary, icon: .plus, key: "n")
    }

    var content: PageContent {
        let dialogs = keys.map(KeyRevocation.init).map { $0.dialog(reader) }
        var content = PageContent.people(.keys, reader, "\(table)\(dialogs)")
        if !keys.isEmpty { content.actions = new.html }
        return content
    }

    private var table: Table {
        let state = EmptyState(
            .key, reader.t("Henüz anahtar yok", "There is no key yet"),
            reader.t(
                "Anahtar, bir programın sizin adınıza ve en fazla sizin yetkinizle çalışmasını sağlar. Her uygulama için ayrı bir anahtar oluşturun.",
                "A key lets a program work in your name and within your rights. Make one for each application."),
            actions: [new])
        return Table(
            reader(PeopleSection.keys.title),
            columns: [
                Column(reader.t("Uygulama", "Application")), Column(reader.t("Anahtar", "Key")),
                Column(reader.t("Sahibi", "Of")), Column(reader.t("İzinler", "Permissions")),
                Column(reader.t("Adresler", "Addresses")), Column(reader.t("Son kullanım", "Last used")),
                Column(reader.t("Bitiş", "Expires")),
            ],
            keys.isEmpty ? .empty(state) : .rows(keys.map(row)), in: reader.language)
    }

    private func row(_ key: ListedKey) -> Row {
        let titles = key.permissions.map { name in book.permission(name).map { reader($0.title) } ?? name }
        let count = reader.t("\(key.permissions.count) izin", "\(key.permissions.count) permissions")
        let scopes: HTML = "<span data-tip=\"\(titles.joined(separator: ", "))\">\(count)</span>"
        return Row(
            id: key.id.description, key.name, lead: Icon.key.html,
            cells: [
                .html("<code>konak_\(key.prefix)_…</code>"), .html(Person(key.ownerName).html), .html(scopes),
                .text(
                    key.addresses.isEmpty
                        ? reader.t("Her yerden", "From anywhere") : key.addresses.joined(separator: ", ")),
                .html(reader.ago(key.lastUsed)), .html(expiry(key)),
            ], menu: .ofRow(key.name, acts(key), in: reader.language))
    }

    private func expiry(_ key: ListedKey) -> HTML {
        guard let expires = key.expires else { return HTML(text: reader.t("Süresiz", "Never")) }
        if expires <= reader.now { return Tag(reader.t("Doldu", "Expired"), .bad, isDotted: true).html }
        let isSoon = expires - reader.now < .seconds(7 * 86_400)
        let date = reader.local.date(expires)
        return isSoon ? Tag(date, .warn, isDotted: true).html : HTML(text: date)
    }

    private func acts(_ key: ListedKey) -> [Menu.Item] {
        let rotate = Menu.Item.act(
            reader.t("Yenile", "Rotate"), .refresh,
            .link(SafeURL(path: "people", "keys", key.id.description, "rotate")))
        let revoke = Menu.Item.act(
            reader.t("İptal et", "Revoke"), .trash, .opens(KeyRevocation(key: key).id), isDangerous: true)
        return key.owner == reader.staff.user ? [rotate, .line, revoke] : [revoke]
    }
}

/// The question before a key is revoked.
struct KeyRevocation {
    let key: ListedKey

    init(key: ListedKey) { self.key = key }

    var id: ElementID { ElementID("revoke-\(key.id)") }

    func dialog(_ reader: PeopleReader) -> Dialog {
        .confirm(
            id, reader.t("“\(key.name)” iptal edilsin mi?", "Revoke “\(key.name)”?"),
            reader.t(
                "Bu anahtarla çalışan program bir sonraki isteğinde geri çevrilir. Bu geri alınamaz.",
                "The program that works with it is refused at its next request. This cannot be taken back."),
            reader.t("Anahtarı iptal et", "Revoke the key"),
            .posts(SafeURL(path: "people", "keys", key.id.description, "revoke")), in: reader.language)
    }
}

/// The form of a new key.
struct NewKeyPage {
    let book: RightsBook
    let draft: FormDraft
    let reader: PeopleReader

    var content: PageContent {
        let held = book.chapters.flatMap { chapter in
            chapter.permissions.filter(reader.may).map { permission in
                Choice(permission.text, reader(permission.title), note: reader(chapter.title))
            }
        }
        let fields = FormFields(NewKeyInput.fields, draft)
            .control(
                "permissions",
                Pick(
                    held, values: Set(draft.texts("permissions")), hint: reader.t("İzin ara", "Find a permission"))
            )
            .control("addresses", TextArea(draft.texts("addresses").joined(separator: "\n"), hint: "192.0.2.0/24"))
        let text = reader.t(
            "Anahtar yalnızca bir kez gösterilir. Sizin yetkinizi aşmaz; rolünüz daralırsa o da daralır.",
            "The key is shown only once. It never goes beyond your rights; when your role narrows, so does the key.")
        let form = draft.form(
            fields, save: Words(tr: "Anahtar oluştur", en: "Make the key"), cancel: PeopleSection.keys.path,
            traits: .guarded)
        return .people(below: .keys, reader, title: reader.t("Yeni anahtar", "New key"), "\(Callout(text))\(form)")
    }
}

/// What the form of a new key sends.
struct NewKeyInput: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Uygulamanın adı", en: "Name of the application"), .text(most: 80)),
        InputField("permissions", title: Words(tr: "İzinler", en: "Permissions"), .list(most: 500)),
        InputField("expires", title: Words(tr: "Son gün", en: "Last day"), .day, required: false)
            .help(Words(tr: "Boş bırakırsanız süresizdir.", en: "Left empty, it does not end.")),
        InputField("addresses", title: Words(tr: "Adresler", en: "Addresses"), .list(most: 100), required: false)
            .help(
                Words(
                    tr: "Her satıra bir adres ya da blok. Boşsa her yerden kullanılır.",
                    en: "One address or block on each line. Empty means from anywhere.")),
    ]

    let name: String
    let permissions: [String]
    let expires: String?
    let addresses: [String]?
}

/// A key's text, the one time that it is shown.
struct KeyShownPage {
    let name: String
    let text: String
    let reader: PeopleReader

    var content: PageContent {
        let copy = Button(reader.t("Kopyala", "Copy"), .copies(text), .primary, icon: .copy)
        let back = Button(reader.t("Kopyaladım", "I have copied it"), .link(SafeURL(path: "people", "keys")))
        return .people(
            below: .keys, reader, title: name,
            """
            \(Callout(reader.t(
                "Bu anahtar bir daha gösterilmez. Şimdi kopyalayıp uygulamanızın gizli ayarlarına koyun.",
                "This key is not shown again. Copy it now, and put it into your application's secret settings."), .warn))
            \(Panel(reader.t("Anahtarınız", "Your key"), footer: "\(copy)\(back)", "<p class=\"wrap\"><code class=\"secret\">\(text)</code></p>"))
            """)
    }
}

/// The question before a key gets another text.
struct RotateKeyPage {
    let key: ListedKey
    let draft: FormDraft
    let reader: PeopleReader

    var content: PageContent {
        let text = reader.t(
            "Yeni metin bir kez gösterilir; eskisi o anda geçersiz olur. İzinler, adresler ve bitiş günü aynı kalır.",
            "The new text is shown once, and the old one is dead at that moment. Permissions, addresses and end stay.")
        let form = draft.form(
            FormFields([], draft), save: Words(tr: "Anahtarı yenile", en: "Rotate the key"),
            cancel: PeopleSection.keys.path)
        return .people(
            below: .keys, reader, title: reader.t("“\(key.name)” yenilensin mi?", "Rotate “\(key.name)”?"),
            "\(Callout(text, .warn))\(form)")
    }
}

/// Nothing but the press of the button.
struct NothingInput: RouteInput {
    static let fields: [InputField] = []
}

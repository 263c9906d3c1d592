// Long: sample data for whole pages in two languages, kept in one place.
import Core
public import Markup

/// Whole pages with made-up data: what the components look like at work.
public struct Samples: Sendable {
    let frame: Document.Frame
    let folder: String

    /// Pages in the frame's language, theme and brand, which lead to one another within a folder.
    public init(_ frame: Document.Frame, below folder: String = "") { (self.frame, self.folder) = (frame, folder) }

    /// Every sample page by its name.
    public var pages: [(name: String, html: HTML)] {
        [
            ("board", boardPage), ("list", listPage), ("record", recordPage), ("form", formPage), ("empty", emptyPage),
            ("dashboard", dashboardPage), ("signin", signInPage),
            ("error", ErrorScreen(frame, .notFound, reference: "0193f2a0-7c11-7d4e-9a52-3f6d2e1b8c77").html),
            ("closed", ErrorScreen(frame, .siteClosed).html),
        ]
    }

    var language: Language { frame.language }

    func t(_ tr: String, _ en: String) -> String { language == .tr ? tr : en }

    func page(_ name: String) -> SafeURL { SafeURL(path: folder, name + ".html") }

    func around(current: String) -> Shell.Surroundings {
        func place(_ name: String, _ tr: String, _ en: String, _ icon: Icon, count: Int = 0, key: String? = nil)
            -> Place
        {
            Place(t(tr, en), page(name), icon, count: count, key: key, isCurrent: name == current)
        }
        var all = Shell.Surroundings(
            [
                PlaceGroup([
                    place("dashboard", "Bugün", "Today", .house, key: "g b"),
                    place("empty", "Gelen kutusu", "Inbox", .inbox, count: 12, key: "g i"),
                    place("board", "Satış", "Sales", .kanban, key: "g s"),
                    place("list", "Müşteriler", "Customers", .users, key: "g m"),
                    place("record", "Ajanda", "Agenda", .calendar, count: 3, key: "g a"),
                    place("reports", "Raporlar", "Reports", .chart),
                ]),
                PlaceGroup(
                    t("Modüller", "Modules"),
                    [
                        place("mail", "E-posta", "Mail", .mail), place("chat", "WhatsApp", "WhatsApp", .message),
                        place("flows", "Akışlar", "Workflows", .workflow),
                        place("form", "Faturalar", "Invoices", .receipt),
                        place("race", "Yarışma", "Contest", .trophy),
                    ]),
            ],
            user: UserFace(
                name: t("Satış Kullanıcısı", "Sales User"), note: "ege.ajans.com.tr", settings: page("settings"),
                signOut: SafeURL(path: "sign-out"),
                languages: [
                    (.tr, SafeURL(path: "", query: ["lang": "tr"])), (.en, SafeURL(path: "", query: ["lang": "en"])),
                ]))
        all.sites = [("Ege Yapı", SafeURL.nowhere, true), ("Ege Gayrimenkul", SafeURL.nowhere, false)]
        all.viewers = ["Ada Yılmaz", "Mert Doğan", "Ege Bora", "İpek Şen"]
        all.notices = page("empty")
        all.hasNews = true
        all.commands = [
            Command(
                t("Yeni fırsat", "New deal"), .plus, .opens("new-deal"), group: t("Komutlar", "Commands"), key: "n"),
            Command(t("Yeni müşteri", "New customer"), .plus, .link(page("form")), group: t("Komutlar", "Commands")),
            Command(
                t("Koyu temaya geç", "Dark theme"), .moon, .sets("theme", "dark"), group: t("Komutlar", "Commands")),
            Command(
                t("Açık temaya geç", "Light theme"), .sun, .sets("theme", "light"), group: t("Komutlar", "Commands")),
        ]
        all.shortcuts = [
            (
                t("Pano", "Board"),
                [
                    Shortcut("n", t("Yeni fırsat", "New deal")),
                    Shortcut("Space", t("Kartı al ya da bırak", "Take or put a card")),
                    Shortcut("Esc", t("Vazgeç", "Cancel")),
                ]
            )
        ]
        return all
    }

    var newDeal: HTML {
        Dialog(
            "new-deal", t("Yeni fırsat", "New deal"), in: language,
            Form(
                to: SafeURL(path: "api", "echo"), token: frame.token, traits: [.guarded, .waits],
                fields: """
                    \(Field(t("Müşteri", "Customer"), name: "customer", TextBox(hint: t("Ad ya da firma", "Name or company")), in: language))
                    <div class="pair">\(Field(t("Tutar", "Amount"), name: "amount", MoneyBox(), isRequired: false, in: language))\
                    \(Field(t("Kapanış", "Closing"), name: "closes", DateBox(), isRequired: false, in: language))</div>
                    """,
                actions: [
                    Button(t("Fırsatı ekle", "Add the deal"), .submit, .primary),
                    Button(t("Vazgeç", "Cancel"), .closes, .quiet),
                ],
                in: language
            ).html
        ).html
    }

    private var boardPage: HTML {
        var around = around(current: "board")
        around.toasts = [
            Toast(
                t("“Lale Tekstil” Potansiyel’den Görüşülüyor’a taşındı", "“Lale Tekstil” moved from Leads to In talks"),
                undo: (t("Geri al", "Undo"), SafeURL(path: "api", "undo")), in: language)
        ]
        let head = PageHead(
            t("Konut satışı", "Home sales"), note: t("312 açık fırsat", "312 open deals"),
            actions: """
                \(Button(t("Aktar", "Export"), .none, icon: .download))\
                \(Button(t("Fırsat", "Deal"), .opens("new-deal"), .primary, icon: .plus))
                """,
            below: Stats([
                Stat(t("Açık tutar", "Open amount"), t("₺48,2 Mn", "₺48.2M"), change: t("+%12", "+12%"), .good),
                Stat(t("Bu ay kazanılan", "Won this month"), t("₺9,6 Mn", "₺9.6M"), change: t("+%4", "+4%"), .good),
                Stat(t("Dönüşüm", "Conversion"), t("%23,4", "23.4%"), change: t("−1,1", "−1.1"), .bad),
                Stat(t("Ortalama süre", "Average time"), t("18 gün", "18 days")),
                Stat(t("Geciken takip", "Late follow-ups"), "7"),
            ]).html, isClosed: false)
        let views = Segments(
            t("Görünüm", "View"),
            [
                (t("Pano", "Board"), page("board"), nil), (t("Liste", "List"), page("list"), nil),
                (t("Tahmin", "Forecast"), page("dashboard"), nil),
            ],
            current: 0)
        return Shell(
            frame, around, title: t("Konut satışı", "Home sales"), isFixed: true,
            "\(head)\(Toolbar("\(views)\(filters)"))<div class=\"content board-page\">\(board)</div>\(newDeal)"
        ).html
    }

    private var listPage: HTML {
        let head = PageHead(
            t("Müşteriler", "Customers"), note: t("1.000+ kayıt", "1,000+ records"),
            actions: """
                \(Button(t("İçe aktar", "Import"), .none, icon: .upload))\
                \(Button(t("Müşteri", "Customer"), .link(page("form")), .primary, icon: .plus))
                """, isClosed: false)
        let views = SavedViews(
            [
                (t("Tümü", "All"), page("list"), nil), (t("Bana ait", "Mine"), page("list"), "86"),
                (t("Geciken takipler", "Late follow-ups"), page("list"), "7"),
            ],
            current: 0, in: language)
        return Shell(
            frame, around(current: "list"), title: t("Müşteriler", "Customers"),
            """
            \(head)\(Toolbar("\(views)<span class=\"space\"></span>\(filters)"))<div class="content">\(customers)\
            \(Pager(previous: nil, next: SafeURL("?after=9"), note: t("1–9 / 1.000+", "1–9 / 1,000+"), in: language))</div>\(newDeal)
            """
        ).html
    }

    private var recordPage: HTML {
        Shell(
            frame, around(current: "list"), title: "Deniz Mühendislik",
            "\(PageHead(t("Müşteriler", "Customers"), note: t("1.000+ kayıt", "1,000+ records")))<div class=\"content\">\(customers)</div>\(drawer(id: "record", isOpen: true))\(newDeal)"
        ).html
    }

    private var formPage: HTML {
        let living = LivingPage(frame)
        let head = PageHead(
            t("Yeni müşteri", "New customer"),
            way: Breadcrumbs(
                [(t("Müşteriler", "Customers"), page("list"))], current: t("Yeni müşteri", "New customer"), in: language
            ))
        let form = Form(
            to: SafeURL(path: "api", "echo"), token: frame.token, traits: [.guarded],
            fields: """
                <fieldset><legend>\(t("İletişim", "Contact"))</legend>
                <div class="pair">\(Field(t("Ad soyad", "Full name"), name: "name", TextBox("", autocomplete: "name"), in: language))\
                \(Field(t("Firma", "Company"), name: "company", TextBox("", autocomplete: "organization"), isRequired: false, in: language))</div>
                <div class="pair">\(Field(t("Telefon", "Telephone"), name: "phone", PhoneBox("", countries: living.countries), in: language))\
                \(Field(t("E-posta", "E-mail"), name: "mail", TextBox("", .email, hint: "ad@firma.com.tr", icon: .mail), isRequired: false, in: language))</div></fieldset>
                <fieldset><legend>\(t("Talep", "Wish"))</legend>
                <div class="pair">\(Field(t("Bütçe", "Budget"), name: "budget", MoneyBox(), isRequired: false, in: language))\
                \(Field(t("Randevu", "Appointment"), name: "when", DateBox(isTimed: true), isRequired: false, in: language))</div>
                \(Field(t("Kaynak", "Source"), name: "source", Pick(living.sources, values: ["meta"]), isRequired: false, in: language))
                \(Field(t("Not", "Note"), name: "note", TextArea("", hint: t("3+1, deniz gören, yaza kadar taşınmak istiyor…", "Three rooms, sea view, wants to move by summer…")), isRequired: false, in: language))
                \(Field(t("Belgeler", "Documents"), name: "files", FileDrop(upload: SafeURL("/api/files"), limit: 10_000_000, note: t("PDF ya da görsel, en çok 10 MB", "PDF or picture, at most 10 MB")), isRequired: false, in: language))
                \(Check(t("Aydınlatma metni sunuldu", "The privacy notice was given"), name: "kvkk", help: t("Kişisel verilerin işlenmesi için gereklidir", "Needed before personal data are kept")))</fieldset>
                """,
            actions: [
                Button(t("Müşteriyi kaydet", "Save the customer"), .submit, .primary),
                Button(t("Vazgeç", "Cancel"), .link(page("list")), .quiet),
            ],
            in: language)
        return Shell(
            frame, around(current: "list"), title: t("Yeni müşteri", "New customer"),
            "\(head)<div class=\"content\">\(form)</div>\(newDeal)"
        ).html
    }

    private var emptyPage: HTML {
        let state = EmptyState(
            .inbox, t("Gelen kutunuz boş", "Your inbox is empty"),
            t(
                "WhatsApp ya da e-posta bağladığınızda mesajlar burada toplanır; her biri müşterinin sayfasında da görünür.",
                "Once WhatsApp or mail is connected, messages gather here and on the customer's page."),
            actions: [
                Button(t("Kanal bağla", "Connect a channel"), .link(page("form")), .primary, icon: .plus),
                Button(t("Nasıl çalışır?", "How does it work?"), .link(page("board")), .quiet),
            ])
        return Shell(
            frame, around(current: "empty"), title: t("Gelen kutusu", "Inbox"),
            "\(PageHead(t("Gelen kutusu", "Inbox")))<div class=\"content\">\(state)</div>\(newDeal)"
        ).html
    }

    private var dashboardPage: HTML {
        let head = PageHead(
            t("Günaydın, Selin", "Good morning, Selin"), note: t("21 Kasım Cumartesi", "Saturday, 21 November"),
            actions: Button(t("Fırsat", "Deal"), .opens("new-deal"), .primary, icon: .plus).html)
        return Shell(
            frame, around(current: "dashboard"), title: t("Bugün", "Today"),
            """
            \(head)<div class="content">
            \(Callout(t("SMS kotanızın %86’sı kullanıldı; ayın bitmesine 9 gün var.", "86% of your SMS quota is used; the month has 9 days to go."), .warn, actions: Button(t("Kotayı artır", "Raise it"), .link(page("form")), size: .small).html))
            \(Stats([
                Stat(t("Açık tutar", "Open amount"), t("₺48,2 Mn", "₺48.2M"), change: t("+%12", "+12%"), .good),
                Stat(t("Bugünkü randevu", "Appointments today"), "4"), Stat(t("Geciken takip", "Late follow-ups"), "7", change: "+2", .bad),
                Stat(t("Yanıt süresi", "Answer time"), t("4 dk", "4 min"), change: t("−1 dk", "−1 min"), .good),
            ], areBoxed: true))
            <div class="two">\(Panel(t("Son olanlar", "Lately"), timeline))<div class="stack">
            \(Panel(t("Kotalar", "Quotas"), "<div class=\"stack\">\(Progress(t("E-posta", "Mail"), t("4.200 / 10.000", "4,200 / 10,000"), share: 0.42, isQuota: true))\(Progress("SMS", t("860 / 1.000", "860 / 1,000"), share: 0.86, isQuota: true))\(Progress(t("Depolama", "Storage"), "31 / 50 GB", share: 0.62, isQuota: true))</div>"))
            \(Panel(t("Ekip", "Team"), "<div class=\"stack\">\(Person("Ada Yılmaz", note: t("2 randevu", "2 appointments")))\(Person("Mert Doğan", note: t("5 takip", "5 follow-ups")))\(Person("Işıl Çetin", note: t("izinli", "on leave")))</div>"))
            </div></div></div>\(newDeal)
            """
        ).html
    }

    private var signInPage: HTML {
        let form = Form(
            to: SafeURL(path: "api", "echo"), token: frame.token,
            fields: """
                \(Field(t("E-posta", "E-mail"), name: "mail", TextBox("", .email, autocomplete: "username"), in: language))
                \(Field(t("Parola", "Password"), name: "secret", TextBox("", .password, autocomplete: "current-password"), in: language))
                \(Check(t("Bu cihazda oturumum açık kalsın", "Keep me signed in on this device"), name: "stay"))
                """,
            actions: [Button(t("Oturum aç", "Sign in"), .submit, .primary, size: .large).wide()], in: language)
        return PlainScreen.card(
            frame, title: t("Oturum açın", "Sign in"),
            text: t("Ege Yapı çalışma alanına", "to the workspace of Ege Yapı"),
            footer: "<a href=\"/help\">\(t("Yardım", "Help"))</a><a href=\"/privacy\">\(t("Gizlilik", "Privacy"))</a>",
            """
            \(form)<div class="or">\(t("ya da", "or"))</div>\(Button(t("Geçiş anahtarıyla", "With a passkey"), .none, icon: .key).wide())\
            <p class="small">\(TextLink(t("Parolamı unuttum", "I forgot my password"), SafeURL(path: "forgot")))</p>
            """
        ).html
    }
}

// Long: made-up records in two languages.
import Core
import Markup

extension Samples {
    var columns: [Column] {
        [
            Column(t("Müşteri", "Customer"), sort: SafeURL("?sort=name"), order: .up), Column(t("Aşama", "Stage")),
            Column(t("Telefon", "Telephone")),
            Column(t("Tutar", "Amount"), isNumber: true, sort: SafeURL("?sort=amount")),
            Column(t("Kaynak", "Source")), Column(t("Sorumlu", "Owner")),
            Column(t("Son temas", "Last contact"), sort: SafeURL("?sort=last")),
        ]
    }

    var customers: Table {
        let rows: [(String, String, Meaning, String, String, String, String, String)] = [
            (
                "Çınar Sigorta Acentesi", t("Görüşülüyor", "In talks"), .accent, "0532 118 40 12",
                t("₺1.200.000", "₺1,200,000"), "Instagram", "Ada Yılmaz", t("3 gün önce", "3 days ago")
            ),
            (
                "Deniz Mühendislik", t("Potansiyel", "Lead"), .plain, "0533 204 77 31", t("₺1.850.000", "₺1,850,000"),
                t("Meta / Sonbahar kampanyası", "Meta / autumn campaign"), "Selin Kaya", t("2 saat önce", "2 hours ago")
            ),
            (
                "Göl Mimarlık", t("Randevu", "Appointment"), .good, "0212 555 03 18", t("₺4.250.000", "₺4,250,000"),
                "Meta", "Ege Bora", t("24 Kas 21.00", "24 Nov 9:00 PM")
            ),
            (
                "Güneydoğu Anadolu Uluslararası Taşımacılık ve Lojistik Hizmetleri Anonim Şirketi",
                t("Potansiyel", "Lead"), .plain, "0342 220 11 90", t("₺12.400.000", "₺12,400,000"),
                t("Web formu", "Web form"), "Mert Doğan", t("dün", "yesterday")
            ),
            (
                "İnci Kuyumculuk", t("Randevu", "Appointment"), .warn, "0216 330 48 29", t("₺1.750.000", "₺1,750,000"),
                "Web", "Selin Kaya", t("25 Kas 11.30", "25 Nov 11:30 AM")
            ),
            (
                "Kuzey Lojistik", t("Potansiyel", "Lead"), .plain, "0462 321 65 40", t("₺2.400.000", "₺2,400,000"),
                t("Web formu", "Web form"), "Ada Yılmaz", t("dün", "yesterday")
            ),
            (
                "Mavi Diş Kliniği", t("Kazanıldı", "Won"), .good, "0224 246 80 15", t("₺2.050.000", "₺2,050,000"),
                t("Tavsiye", "Referral"), "Ada Yılmaz", t("20 Kas", "20 Nov")
            ),
            (
                "Park Eczanesi", t("3 gün gecikti", "3 days late"), .bad, "0312 417 22 06", t("₺980.000", "₺980,000"),
                t("Tavsiye", "Referral"), "Mert Doğan", t("Bugün 14.00", "Today 2:00 PM")
            ),
            (
                "Şahin Otomotiv", t("Kapora", "Deposit"), .accent, "0232 489 71 33", t("₺5.600.000", "₺5,600,000"),
                t("Fuar", "Fair"), "Mert Doğan", t("4 gün önce", "4 days ago")
            ),
        ]
        let save = SafeURL(path: "api", "echo")
        let list = rows.enumerated().map { index, row in
            Row(
                id: "c\(index)", row.0, page("record"), lead: Avatar(row.0, isSquare: true, isNamed: false).html,
                cells: [
                    .html(Tag(row.1, row.2, isDotted: true).html), .number(row.3),
                    .editable(Editable(row.4, name: "amount", save: save, isNumber: true)), .text(row.5),
                    .html("<div class=\"with\">\(Avatar(row.6, isNamed: false))<span>\(row.6)</span></div>"),
                    .text(row.7),
                ],
                menu: .ofRow(
                    row.0,
                    [
                        .act(t("Aç", "Open"), .external, .link(page("record"))),
                        .act(t("Düzenle", "Edit"), .pencil, .link(page("form"))), .line,
                        .act(t("Sil", "Delete"), .trash, .none, isDangerous: true),
                    ], in: language))
        }
        return Table(
            t("Müşteriler", "Customers"), columns: columns, .rows(list),
            bulk: [
                Button(t("Ata", "Assign"), .none, icon: .user, size: .small),
                Button(t("Etiketle", "Tag"), .none, icon: .tag, size: .small),
                Button(t("Arşivle", "Archive"), .none, icon: .archive, size: .small),
            ], in: language)
    }

    var filters: FilterBar {
        FilterBar(
            [
                .on(t("Sorumlu: Ben, Ekibim", "Owner: me, my team"), change: .none, drop: .nowhere),
                .on(t("Kaynak: Meta, Web", "Source: Meta, Web"), change: .none, drop: .nowhere),
                .offered(t("Bu hafta eklenenler", "Added this week"), .nowhere),
                .offered(t("Uzun süredir aranmayanlar", "Not called for long"), .nowhere),
            ], add: Action.none, in: language)
    }

    var board: Board {
        func card(
            _ id: String, _ title: String, _ amount: String, _ note: String, _ tags: [Tag], _ marks: [BoardCard.Mark],
            _ owner: String
        ) -> BoardCard {
            BoardCard(
                id: id, title, page("record"), amount: amount, note: note, tags: tags, marks: marks,
                people: Avatar(owner).html)
        }
        let add = (text: t("Fırsat ekle", "Add a deal"), action: Action.opens("new-deal"))
        let none = t("Kart bırakın ya da ekleyin", "Drop a card or add one")
        func column(_ id: String, _ title: String, _ tone: Tone, _ count: String, _ sum: String, _ cards: [BoardCard])
            -> BoardColumn
        {
            BoardColumn(id: id, title, tone, count: count, sum: sum, cards: cards, empty: none, add: add)
        }
        return Board(
            t("Konut satışı", "Home sales"),
            [
                column(
                    "lead", t("Potansiyel", "Leads"), .grey, "86", t("₺11,4 Mn", "₺11.4M"),
                    [
                        card(
                            "d1", "Deniz Mühendislik", t("₺1,85 Mn", "₺1.85M"),
                            t("3+1, B blok · Meta / Sonbahar kampanyası", "3+1, block B · Meta / autumn campaign"),
                            [Tag(t("Niyet 82", "Intent 82"), .good), Tag(t("Yatırımcı", "Investor"))],
                            [.init(t("2 sa önce", "2 h ago"), .clock), .init("2", .message)], "Selin Kaya"),
                        card(
                            "d2", "Kuzey Lojistik", t("₺2,40 Mn", "₺2.40M"),
                            t("Dubleks · Web formu", "Duplex · web form"), [Tag(t("Niyet 54", "Intent 54"), .warn)],
                            [.init(t("dün", "yesterday"))], "Ada Yılmaz"),
                    ]),
                column(
                    "talk", t("Görüşülüyor", "In talks"), .number(8), "64", t("₺13,9 Mn", "₺13.9M"),
                    [
                        card(
                            "d3", "Lale Tekstil", t("₺3,10 Mn", "₺3.10M"),
                            t("4+1, teras · WhatsApp", "4+1, terrace · WhatsApp"),
                            [
                                Tag(t("Randevu bekliyor", "Wants a date"), .accent),
                                Tag(t("Niyet 91", "Intent 91"), .good),
                            ], [.init("5", .message), .init("3", .paperclip)], "Selin Kaya"),
                        card(
                            "d4", "Park Eczanesi", t("₺980 B", "₺980K"), t("2+1 · Tavsiye", "2+1 · referral"),
                            [Tag(t("3 gün gecikti", "3 days late"), .bad)],
                            [.init(t("Bugün 14.00 ara", "Call today 2 PM"), isLate: true)], "Mert Doğan"),
                        card(
                            "d5", "Çınar Sigorta Acentesi", t("₺1,20 Mn", "₺1.20M"),
                            t("Ofis · Instagram", "Office · Instagram"),
                            [Tag(t("Ticari", "Business")), Tag(t("Niyet 61", "Intent 61"), .warn)],
                            [.init(t("3 gün", "3 days"))], "Ada Yılmaz"),
                    ]),
                column(
                    "date", t("Randevu", "Appointment"), .number(10), "41", t("₺8,7 Mn", "₺8.7M"),
                    [
                        card(
                            "d6", "Göl Mimarlık", t("₺4,25 Mn", "₺4.25M"),
                            t("Villa tipi A · Meta", "Villa type A · Meta"),
                            [Tag(t("Teyit edildi", "Confirmed"), .good), Tag(t("Niyet 88", "Intent 88"), .good)],
                            [.init(t("24 Kas 21.00", "24 Nov 9 PM"), .calendar)], "Ege Bora"),
                        card(
                            "d7", "İnci Kuyumculuk", t("₺1,75 Mn", "₺1.75M"),
                            t("3+1, A blok · Web", "3+1, block A · web"),
                            [Tag(t("Teyit bekliyor", "Unconfirmed"), .warn)],
                            [.init(t("25 Kas 11.30", "25 Nov 11:30 AM"))], "Selin Kaya"),
                    ]),
                column(
                    "deposit", t("Kapora", "Deposit"), .number(2), "18", t("₺6,1 Mn", "₺6.1M"),
                    [
                        card(
                            "d8", "Şahin Otomotiv", t("₺5,60 Mn", "₺5.60M"),
                            t("Dükkân 2 · rezerve", "Shop 2 · reserved"),
                            [Tag(t("Stok ayrıldı", "Stock held"), .accent)],
                            [.init(t("₺250 B kapora", "₺250K deposit"))], "Mert Doğan")
                    ]),
                column("won", t("Satış tamamlandı", "Won"), .number(4), "103", t("₺9,6 Mn", "₺9.6M"), []),
            ], move: SafeURL(path: "api", "echo"))
    }

    var timeline: HTML {
        Timeline([
            (
                t("Bugün", "Today"),
                [
                    TimelineEvent(
                        .message, .accent, "<b>Ada Yılmaz</b> \(t("WhatsApp’tan yazdı", "wrote on WhatsApp"))",
                        when: t("14.20", "2:20 PM"), instant: "2026-11-21T11:20:00Z",
                        said: HTML(
                            text: t(
                                "Merhaba Deniz Bey, cumartesi 11.00 sizin için uygun mu?",
                                "Hello, would Saturday at 11 suit you?"))),
                    TimelineEvent(
                        .check, .good, "<b>Deniz Mühendislik</b> \(t("randevuyu teyit etti", "confirmed the date"))",
                        when: t("13.05", "1:05 PM"), instant: "2026-11-21T10:05:00Z"),
                    TimelineEvent(
                        .circleX, .bad,
                        HTML(text: t("E-posta geri döndü: posta kutusu dolu", "A mail came back: the mailbox is full")),
                        when: t("09.41", "9:41 AM"), instant: "2026-11-21T06:41:00Z"),
                ]
            ),
            (
                t("Dün", "Yesterday"),
                [
                    TimelineEvent(
                        .kanban, .plain,
                        "\(t("Aşama değişti:", "Stage changed:")) \(Tag(t("Potansiyel", "Lead"))) → \(Tag(t("Görüşülüyor", "In talks"), .accent))",
                        when: t("17.30", "5:30 PM"), instant: "2026-11-20T14:30:00Z"),
                    TimelineEvent(
                        .plus, .plain, HTML(text: t("Meta formundan geldi", "Came from a Meta form")),
                        when: t("16.02", "4:02 PM"), instant: "2026-11-20T13:02:00Z"),
                ]
            ),
        ]).html
    }

    func drawer(id: ElementID, isOpen: Bool) -> Drawer {
        let facts = Facts([
            (t("Aşama", "Stage"), Tag(t("Görüşülüyor", "In talks"), .accent, isDotted: true).html),
            (t("Tutar", "Amount"), "<b class=\"num\">\(t("₺1.850.000", "₺1,850,000"))</b>"),
            (
                t("Telefon", "Telephone"),
                "\(TextLink("0533 204 77 31", SafeURL.telephone("+905332047731") ?? .nowhere))"
            ),
            (
                t("E-posta", "E-mail"),
                "\(TextLink("deniz@ornek.com.tr", SafeURL.mail(to: "deniz@ornek.com.tr") ?? .nowhere))"
            ),
            (t("Sorumlu", "Owner"), "\(Avatar("Selin Kaya", isNamed: false))Selin Kaya"),
            (t("Kaynak", "Source"), HTML(text: t("Meta / Sonbahar kampanyası", "Meta / autumn campaign"))),
            (
                t("Etiketler", "Tags"),
                "<div class=\"tags\">\(Tag(t("Yatırımcı", "Investor")))\(Tag("VIP", tone: .number(9)))</div>"
            ),
        ])
        return Drawer(
            id, "Deniz Mühendislik", note: t("Kurumsal müşteri · İzmir", "Company · İzmir"),
            lead: Avatar("Deniz Mühendislik", size: .medium, isSquare: true, isNamed: false).html,
            actions: "\(IconButton(t("Ara", "Call"), .phone))\(IconButton(t("Mesaj", "Message"), .message))",
            footer:
                "\(Button(t("Görüşme ekle", "Add a talk"), .none, .primary, icon: .plus))\(Button(t("Randevu ver", "Make a date"), .none, icon: .calendarClock))",
            isOpen: isOpen, in: language,
            Tabs(
                "Deniz Mühendislik",
                [
                    .init(id.part("sum"), t("Özet", "Summary"), facts.html),
                    .init(id.part("time"), t("Akış", "Timeline"), count: 5, timeline),
                    .init(
                        id.part("files"), t("Dosyalar", "Files"),
                        EmptyState(
                            .folder, t("Dosya yok", "No files"),
                            t("Sözleşme ve planları buraya bırakın.", "Drop contracts and plans here."),
                            actions: [Button(t("Dosya ekle", "Add a file"), .none, icon: .upload)]
                        ).html),
                ]
            ).html)
    }
}

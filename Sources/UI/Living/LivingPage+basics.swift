import Markup

extension LivingPage {
    var colours: HTML {
        let grounds = ["canvas", "surface", "sunken", "hover", "inverse"]
        let soft = ["accent", "accent-soft", "good-soft", "warn-soft", "bad-soft", "danger"]
        let swatches = (grounds + soft).map { name -> HTML in
            "<div class=\"swatch\"><div class=\"sw-\(name)\">Aa</div><p>\(name)</p></div>"
        }
        let tones = (0..<Tone.count).map { number -> HTML in "\(Tag("Ton \(number)", tone: .number(number)))" }
        return """
            <div class="swatches">\(swatches)</div>
            \(line(t("Tonlar: ayırmak için, anlamı yok", "Tones: to tell apart, without meaning"), "\(tones)\(Tag("Gri", tone: .grey))"))
            """
    }

    var type: HTML {
        let sample = t("Şığ gölde İğneada’nın ılık çığlığı: ₺1.234.567,89", "The quick brown fox owes ₺1,234,567.89")
        let sizes = ["2xl", "xl", "l", "m", "s", "xs"].map { size -> HTML in
            "<p class=\"type-\(size)\">\(sample) <span class=\"muted small\">\(size)</span></p>"
        }
        return "<div class=\"stack s\">\(sizes)</div>"
    }

    var icons: HTML {
        let all = Icon.allCases.map { icon -> HTML in "<span data-tip=\"\(icon.rawValue)\">\(icon.large)</span>" }
        return "<div class=\"row wrap icons\">\(all)</div>"
    }

    var buttons: HTML {
        let kinds = Button.Kind.allCases.map { kind -> HTML in
            "\(Button(kind.rawValue.isEmpty ? t("Düz", "Plain") : kind.rawValue, .none, kind))"
        }
        let none = Action.none
        return """
            \(line(t("Türler", "Kinds"), HTML(joining: kinds)))
            \(line(t("Simgeli, kapalı, meşgul", "With icon, disabled, busy"), """
                \(Button(t("Fırsat", "Deal"), none, .primary, icon: .plus))\(Button(t("Aktar", "Export"), none, icon: .download))\
                \(Button(t("Kapalı", "Disabled"), none).disabled())\(Button(t("Kapalı", "Disabled"), none, .primary).disabled())\
                \(Button(t("Kaydediliyor", "Saving"), none, .primary).busy())\(Button(t("Yükleniyor", "Loading"), none).busy())
                """))
            \(line(t("Boylar", "Sizes"), """
                \(Button(t("Küçük", "Small"), none, size: .small))\(Button(t("Orta", "Medium"), none))\
                \(Button(t("Büyük", "Large"), none, .primary, size: .large))
                """))
            \(line(t("Yalnız simge", "Icon only"), """
                \(IconButton(t("Bildirimler", "Notifications"), .bell, hasDot: true))\(IconButton(t("Ayarlar", "Settings"), .settings))\
                \(IconButton(t("Yıldızla", "Star"), .star, isPressed: true))\(IconButton(t("Sil", "Delete"), .trash, isDisabled: true))\
                \(IconButton(t("Kopyala", "Copy"), .copy, .copies("Konak"), isSmall: true))
                """))
            \(line(t("Grup ve bağlantı", "Group and link"), """
                \(ButtonGroup(t("Hizala", "Align"), [Button(t("Gün", "Day"), none), Button(t("Hafta", "Week"), none), Button(t("Ay", "Month"), none)]))\
                \(TextLink(t("Ayrıntıya git", "Go to the details"), .nowhere, icon: .external))
                <span>\(KeyText.html("mod+k"))</span>
                """))
            """
    }

    var figures: HTML {
        """
        \(Stats([
            Stat(t("Açık tutar", "Open amount"), t("₺48,2 Mn", "₺48.2M"), change: t("+%12", "+12%"), .good),
            Stat(t("Dönüşüm", "Conversion"), t("%23,4", "23.4%"), change: t("−1,1", "−1.1"), .bad),
            Stat(t("Ortalama süre", "Average time"), t("18 gün", "18 days")),
        ]))
        \(Stats([
            Stat(t("Bu ay kazanılan", "Won this month"), t("₺9,6 Mn", "₺9.6M"), change: t("+%4", "+4%"), .good),
            Stat(t("Geciken takip", "Late follow-ups"), "7", change: "+2", .bad),
            Stat(t("Yanıt süresi", "Answer time"), t("4 dk", "4 min")),
        ], areBoxed: true))
        \(line(t("Etiketler", "Tags"), """
            \(Tag(t("Yatırımcı", "Investor")))\(Tag(t("Niyet 82", "Intent 82"), .good))\(Tag(t("Teyit bekliyor", "Unconfirmed"), .warn))\
            \(Tag(t("3 gün gecikti", "3 days late"), .bad))\(Tag(t("Randevu", "Appointment"), .accent))\
            \(Tag(t("Etkin", "Active"), .good, isDotted: true))\(Tag(t("Kilitli", "Locked"), icon: .lock))\(Badge(12))\(Badge(140))
            """))
        <div class="cols">
        \(Progress(t("E-posta kotası", "Mail quota"), t("4.200 / 10.000", "4,200 / 10,000"), share: 0.42, isQuota: true))
        \(Progress(t("SMS kotası", "SMS quota"), t("860 / 1.000", "860 / 1,000"), share: 0.86, isQuota: true))
        \(Progress(t("Depolama", "Storage"), "50 / 50 GB", share: 1, isQuota: true))
        </div>
        """
    }

    var people: HTML {
        let names = ["Ada Yılmaz", "Mert Doğan", "Işıl Çetin", "Ege Bora", "Selin Kaya"]
        return """
            \(line(t("Kişi ve yığın", "Person and stack"), """
                \(Avatar("Ada Yılmaz"))\(Avatar("İpek Şen", size: .medium))\(Avatar("Ege Yapı", size: .large, isSquare: true))\
                \(AvatarStack(names, title: t("Ekip", "Team")))
                """))
            \(line(t("Adıyla", "With the name"), Person("Işıl Çetin", note: t("Satış danışmanı", "Sales adviser")).html))
            """
    }
}

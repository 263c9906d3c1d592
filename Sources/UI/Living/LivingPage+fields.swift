import Markup

extension LivingPage {
    var countries: [DialCountry] {
        [
            DialCountry(code: "TR", dial: "90", name: t("Türkiye", "Türkiye")),
            DialCountry(code: "DE", dial: "49", name: t("Almanya", "Germany")),
            DialCountry(code: "GB", dial: "44", name: t("Birleşik Krallık", "United Kingdom")),
            DialCountry(code: "US", dial: "1", name: t("ABD", "United States")),
            DialCountry(code: "AZ", dial: "994", name: t("Azerbaycan", "Azerbaijan")),
        ]
    }

    var sources: [Choice] {
        [
            Choice("meta", "Meta", note: t("reklam", "ads")), Choice("web", t("Web formu", "Web form")),
            Choice("whatsapp", "WhatsApp"), Choice("tavsiye", t("Tavsiye", "Referral")),
            Choice("fuar", t("Fuar", "Fair")),
            Choice("ilan", t("İlan siteleri", "Listings")), Choice("santral", t("Çağrı merkezi", "Call centre")),
        ]
    }

    var fields: HTML {
        """
        <div class="cols">
        \(Field(t("Ad soyad", "Full name"), name: "name", TextBox("Deniz Şahin", autocomplete: "name"), in: language))
        \(Field(t("E-posta", "E-mail"), name: "mail", TextBox("", .email, hint: "ad@firma.com.tr", icon: .mail), help: t("Yalnızca bildirimler için", "For notices only"), in: language))
        \(Field(t("Vergi numarası", "Tax number"), name: "tax", TextBox("12345"), error: t("On haneli olmalı", "It has ten digits"), in: language))
        \(Field(t("Parola", "Password"), name: "secret", TextBox("", .password, autocomplete: "new-password"), help: t("En az 12 karakter", "At least 12 characters"), in: language))
        \(Field(t("Alan", "Area"), name: "area", TextBox(t("142,5", "142.5"), .number, unit: "m²"), isRequired: false, in: language))
        \(Field(t("Aşama", "Stage"), name: "stage", Select([Choice("a", t("Görüşülüyor", "In talks")), Choice("b", t("Randevu", "Appointment"))]), in: language))
        \(Field(t("Kaynaklar", "Sources"), name: "sources", Pick(sources, values: ["meta", "web"]), in: language))
        \(Field(t("Sorumlu", "Owner"), name: "owner", Pick([Choice("1", "Ada Yılmaz"), Choice("2", "Işıl Çetin"), Choice("3", "İpek Şen")], values: ["2"], allowsSeveral: false), in: language))
        \(Field(t("Kilitli alan", "Locked"), name: "locked", Select([Choice("a", t("Değiştirilemez", "Fixed"))], value: "a", isDisabled: true), isRequired: false, in: language))
        \(Field(t("Not", "Note"), name: "note", TextArea("", hint: t("Görüşmede neler konuşuldu?", "What was said?")), isRequired: false, in: language))
        </div>
        """
    }

    var values: HTML {
        """
        <div class="cols">
        \(Field(t("Teslim günü", "Delivery day"), name: "day", DateBox("2026-11-24"), in: language))
        \(Field(t("Randevu", "Appointment"), name: "when", DateBox("2026-11-24T18:00:00Z", isTimed: true), help: t("İstanbul saatiyle", "Istanbul time"), in: language))
        \(Field(t("Telefon", "Telephone"), name: "phone", PhoneBox("+905321234567", countries: countries), in: language))
        \(Field(t("Bütçe", "Budget"), name: "budget", MoneyBox(t("4250000", "4250000")), in: language))
        \(Field(t("Kapora", "Deposit"), name: "deposit", MoneyBox("12a"), error: t("Tutarı 1.234,50 gibi yazın", "Write the amount like 1,234.50"), in: language))
        </div>
        \(Field(t("Belgeler", "Documents"), name: "files", FileDrop(upload: SafeURL("/api/files"), limit: 10_000_000, note: t("PDF ya da görsel, en çok 10 MB", "PDF or picture, at most 10 MB")), isRequired: false, in: language))
        """
    }

    var choices: HTML {
        """
        <div class="cols">
        <div class="choices">
        \(Check(t("Aydınlatma metnini okudum", "I have read the notice"), name: "kvkk", isOn: true))
        \(Check(t("Ticari ileti almak istiyorum", "Send me news"), name: "news", help: t("Dilediğiniz an vazgeçebilirsiniz", "You can stop at any time")))
        \(Check(t("Kapalı", "Disabled"), name: "off", isDisabled: true))
        \(Check(t("Otomatik yanıt", "Automatic answer"), name: "auto", isOn: true, isSwitch: true))
        \(Check(t("Sessiz saatler", "Quiet hours"), name: "quiet", isSwitch: true, help: t("22.00 – 08.00", "10 PM – 8 AM")))
        </div>
        \(Field(t("Kime görünür?", "Who sees it?"), name: "scope", Radios([Choice("own", t("Yalnızca ben", "Only me")), Choice("team", t("Ekibim", "My team"), note: t("Konut satışı", "Home sales")), Choice("all", t("Herkes", "Everybody"))], value: "team"), in: language))
        \(Field(t("Öncelik", "Priority"), name: "priority", Radios([Choice("1", t("Düşük", "Low")), Choice("2", "Normal"), Choice("3", t("Acil", "Urgent"))], value: "2", layout: .segments), in: language))
        \(Field(t("Kanallar", "Channels"), name: "channels", Checks([Choice("sms", "SMS"), Choice("mail", t("E-posta", "Mail"))], values: ["sms"]), in: language))
        </div>
        """
    }

    var faultyForm: HTML {
        let short = t(
            "Telefon eksik: alan koduyla on hane yazın", "The number is too short: ten digits with the area code")
        let mail = t("E-posta adresi geçerli değil", "This is no mail address")
        return Form(
            to: SafeURL(path: "api", "echo"), token: "t",
            faults: [FieldFault(name: "bphone", text: short), FieldFault(name: "bmail", text: mail)],
            traits: [.guarded, .waits],
            fields: """
                <div class="pair">
                \(Field(t("Telefon", "Telephone"), name: "bphone", PhoneBox("0532 12", countries: countries), error: short, in: language))
                \(Field(t("E-posta", "E-mail"), name: "bmail", TextBox("deniz@", .email), error: mail, in: language))
                </div>
                """,
            actions: [
                Button(t("Müşteriyi kaydet", "Save the customer"), .submit, .primary),
                Button(t("Vazgeç", "Cancel"), .none, .quiet),
            ], in: language
        ).html
    }
}

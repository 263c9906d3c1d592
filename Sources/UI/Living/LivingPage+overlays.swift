import Markup

extension LivingPage {
    var ways: HTML {
        """
        \(Breadcrumbs([(t("Müşteriler", "Customers"), .nowhere), (t("Kurumsal", "Companies"), .nowhere)], current: "Deniz Mühendislik", in: language))
        \(Tabs(t("Müşteri", "Customer"), [
            .init("tab-1", t("Özet", "Summary"), "<p>\(t("Bu müşteriyle ilgili her şey tek yerde.", "All about this customer in one place."))</p>"),
            .init("tab-2", t("Görüşmeler", "Talks"), count: 12, "<p>\(t("On iki görüşme.", "Twelve talks."))</p>"),
            .init("tab-3", t("Dosyalar", "Files"), count: 3, "<p>\(t("Üç dosya.", "Three files."))</p>"),
        ]))
        \(Steps([t("Firma", "Company"), t("Alan adı", "Domain"), t("Ekip", "Team"), t("Bitiş", "Finish")], current: 2, title: t("Kurulum", "Set-up"), doneWord: t("tamamlandı", "done")))
        """
    }

    var overlays: HTML {
        let none = Action.none
        return """
            <div class="row wrap">
            \(Menu(.button(Button(t("İşlemler", "Actions"), none).ending(with: .chevronDown)), name: t("İşlemler", "Actions"), [
                .act(t("Düzenle", "Edit"), .pencil, none, key: "e"), .act(t("Kopyala", "Copy"), .copy, .copies("K-1042")),
                .off(t("Birleştir", "Merge"), .users), .line, .caption(t("Sırala", "Sort")),
                .choice(t("Yeniden eskiye", "Newest first"), none, isOn: true), .choice(t("Ada göre", "By name"), none, isOn: false),
                .line, .act(t("Sil", "Delete"), .trash, .opens("confirm"), isDangerous: true),
            ]))
            \(Button(t("Pencere", "Dialog"), .opens("dialog")))
            \(Button(t("Onay", "Confirm"), .opens("confirm"), .dangerQuiet))
            \(Button(t("Çekmece", "Drawer"), .opens("drawer")))
            \(Button(t("Kısayollar", "Shortcuts"), .opens(ShortcutSheet.id), icon: .keyboard, key: "?"))
            \(Button(t("Geri alınabilir işlem", "Undoable action"), .posts(SafeURL(path: "api", "done")), icon: .check))
            \(Button(t("Başarısız işlem", "Failing action"), .posts(SafeURL(path: "api", "fail")), icon: .zap))
            </div>
            \(Dialog("dialog", t("Yeni fırsat", "New deal"), actions: [Button(t("Vazgeç", "Cancel"), .closes), Button(t("Kaydet", "Save"), none, .primary)], in: language, """
                <div class="stack">\(Field(t("Fırsatın adı", "Name of the deal"), name: "deal", TextBox(), in: language))\
                \(Field(t("Kapanış günü", "Closing day"), name: "closing", DateBox(), isRequired: false, in: language))</div>
                """))
            \(Dialog.confirm("confirm", t("Deniz Mühendislik silinsin mi?", "Delete Deniz Mühendislik?"), t("Görüşmeler ve dosyalar da silinir. Bu işlem geri alınamaz.", "Its talks and files go too. This cannot be undone."), t("Sil", "Delete"), .closes, in: language))
            \(sample.drawer(id: "drawer", isOpen: false))
            \(ShortcutSheet([(t("Her yerde", "Everywhere"), [Shortcut("mod+k", t("Ara ya da komut ver", "Search or command")), Shortcut("g s", t("Satışa git", "Go to sales"))]), (t("Pano", "Board"), [Shortcut("Space", t("Kartı al, bırak", "Take or put a card")), Shortcut("n", t("Yeni fırsat", "New deal"))])], in: language))
            """
    }

    var messages: HTML {
        """
        <div class="stack s">
        \(Callout(t("Alan adınız doğrulanıyor; birkaç dakika sürebilir.", "Your domain is being verified; it may take minutes.")))
        \(Callout(t("1.240 kayıt içe aktarıldı.", "1,240 records were imported."), title: t("Tamamlandı", "Done"), .good, actions: Button(t("Göster", "Show"), .link(.nowhere), .quiet, size: .small).html))
        \(Callout(t("SMS kotanızın %86’sı kullanıldı.", "86% of your SMS quota is used."), .warn))
        \(Callout(t("Fatura gönderilemedi: entegratör yanıt vermedi. Üç kez denendi.", "The invoice was not sent: no answer, three tries."), title: t("Gönderilemedi", "Not sent"), .bad, actions: Button(t("Tekrar dene", "Try again"), .none, size: .small).html))
        \(Callout(t("Bu alan yalnızca yöneticilere görünür.", "Only administrators see this."), .plain))
        \(Banner(t("Ada Yılmaz olarak görüntülüyorsunuz: destek talebi 4821", "You see this as Ada Yılmaz: ticket 4821"), .eye, action: Button(t("Bitir", "End"), .none, size: .small).html))
        </div>
        <div class="row wrap">\(Toast(t("“Lale Tekstil” Görüşülüyor’a taşındı", "“Lale Tekstil” moved to In talks"), undo: (t("Geri al", "Undo"), SafeURL(path: "api", "undo")), in: language))</div>
        """
    }

    var waiting: HTML {
        """
        <div class="cols">\(Panel(t("Metin", "Text"), Skeleton.text.html))\(Panel(t("Satırlar", "Rows"), Skeleton.rows(3).html))\
        \(Panel(t("Kartlar", "Cards"), Skeleton.cards(2).html))</div>
        <div class="row"><span class="spinner" role="img" aria-label="\(t("Yükleniyor", "Loading"))"></span>\
        <div class="space">\(Progress(t("İçe aktarılıyor", "Importing"), t("640 / 1.240", "640 / 1,240"), share: 0.52))</div></div>
        """
    }

    var nothing: HTML {
        """
        <div class="cols">
        \(Panel(EmptyState(.inbox, t("Gelen kutunuz boş", "Your inbox is empty"), t("WhatsApp ya da e-posta bağladığınızda mesajlar burada toplanır.", "Once WhatsApp or mail is connected, messages gather here."), actions: [Button(t("Kanal bağla", "Connect a channel"), .none, .primary, icon: .plus), Button(t("Örnekle dene", "Try a sample"), .none, .quiet)]).html))
        \(Panel(EmptyState(.circleAlert, t("Rapor hazırlanamadı", "The report failed"), t("Sorun bizde; kayda geçti. Birazdan yeniden deneyin.", "This is on us and was noted. Try again shortly."), actions: [Button(t("Tekrar dene", "Try again"), .none, icon: .refresh)], isFault: true).html))
        </div>
        """
    }
}

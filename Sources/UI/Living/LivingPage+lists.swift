import Markup

extension LivingPage {
    var sample: Samples { Samples(frame) }

    var tables: HTML {
        let columns = sample.columns
        return """
            \(sample.customers)
            \(Pager(previous: nil, next: SafeURL("?after=x"), note: t("1.000+ kayıt", "1,000+ records"), in: language))
            <h3>\(t("Yükleniyor", "Loading"))</h3>
            \(Table(t("Yükleniyor", "Loading"), columns: columns, .loading, in: language))
            <h3>\(t("Boş ve hatalı", "Empty and failed"))</h3>
            <div class="cols">
            \(Table(t("Boş", "Empty"), columns: columns, .empty(EmptyState(.users, t("Eşleşen müşteri yok", "No customer fits"), t("Filtrelerden birini kaldırın ya da aramayı genişletin.", "Drop a filter or search wider."), actions: [Button(t("Filtreleri temizle", "Clear filters"), .link(.nowhere))])), in: language))
            \(Table(t("Hata", "Failed"), columns: columns, .empty(EmptyState(.circleAlert, t("Liste yüklenemedi", "The list did not load"), t("Bağlantınızı denetleyip yeniden deneyin.", "Check your connection and try again."), actions: [Button(t("Yeniden dene", "Try again"), .link(.nowhere), icon: .refresh)], isFault: true)), in: language))
            </div>
            """
    }

    var filters: HTML {
        """
        \(SavedViews([(t("Tümü", "All"), .nowhere, t("1.000+", "1,000+")), (t("Bana ait", "Mine"), .nowhere, "86"), (t("Geciken takipler", "Late follow-ups"), .nowhere, "7")], current: 1, end: IconButton(t("Görünüm ekle", "Add a view"), .plus, isSmall: true).html, in: language))
        \(sample.filters)
        \(Segments(t("Görünüm", "View"), [(t("Pano", "Board"), .nowhere, .kanban), (t("Liste", "List"), .nowhere, .list), (t("Tahmin", "Forecast"), .nowhere, .chart)], current: 0))
        """
    }

    var board: HTML { sample.board.html }

    var history: HTML { sample.timeline }

    var rows: HTML {
        let people = [
            "Deniz Mühendislik", "Çınar Sigorta Acentesi ve Danışmanlık Hizmetleri Limited Şirketi", "İnci Kuyumculuk",
        ]
        let rows = people.map { name in
            SwipeRow(
                name, .nowhere,
                note: t(
                    "Son görüşme: dün · Meta / Sonbahar kampanyası", "Last talk: yesterday · Meta / autumn campaign"),
                lead: Avatar(name, size: .medium, isNamed: false).html,
                end: Tag(t("Niyet 82", "Intent 82"), .good).html,
                acts: [
                    .init(t("Ara", "Call"), .phone, .accent, .none),
                    .init(t("Arşivle", "Archive"), .archive, .plain, .none),
                    .init(t("Sil", "Delete"), .trash, .bad, .none),
                ], actionsWord: t("işlemler", "actions"))
        }
        return "<div class=\"list\">\(rows)</div>"
    }
}

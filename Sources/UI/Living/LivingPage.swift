import Core
public import Markup

/// Every component in every state, for those who build with them: the reference and the test object. It is two pages, so
/// that each weighs no more than any other page may.
public struct LivingPage: Component {
    /// The two pages.
    public enum Chapter: String, Sendable, CaseIterable {
        /// Colours, type, buttons, lists, overlays, messages.
        case living
        /// All that is filled in.
        case fields
    }

    let frame: Document.Frame
    let chapter: Chapter
    let other: SafeURL?

    /// A page in the frame's language, theme and brand; `other` is where the other one stands.
    public init(_ frame: Document.Frame, _ chapter: Chapter = .living, other: SafeURL? = nil) {
        (self.frame, self.chapter, self.other) = (frame, chapter, other)
    }

    /// The whole page.
    public var html: HTML {
        let parts = sections
        let way: HTML? = other.map {
            "<a href=\"\($0)\">\(chapter == .living ? t("Alanlar →", "Fields →") : t("← Bileşenler", "← Components"))</a>"
        }
        let links = parts.map { part -> HTML in "<a href=\"#\(part.id.text)\">\(part.title)</a>" }
        let bodies = parts.map { part -> HTML in
            "<section id=\"\(part.id.text)\"><h2>\(part.title)</h2>\(part.content)</section>\n"
        }
        return Document(
            frame, title: t("Tasarım dili", "Design language"),
            body: """
                <div class="living"><nav aria-label="\(t("Bileşenler", "Components"))">\(links)\(way)</nav>
                <main id="content"><div class="stack s"><h1>\(t("Tasarım dili", "Design language"))</h1>
                <p class="soft">\(t("Her bileşen, her hâliyle. Renk yalnızca anlam taşıdığı yerde.", "Every component in every state. Colour only where it means something."))</p>
                <div class="row wrap">\(switches)</div></div>
                \(bodies)</main></div>
                \(CommandPalette(records: nil, in: frame.language))
                <div id="toasts" class="toasts" role="status"></div><div class="wait" id="wait"></div>
                """
        ).html
    }

    struct Part {
        let id: ElementID
        let title: String
        let content: HTML
    }

    var language: Language { frame.language }

    func t(_ tr: String, _ en: String) -> String { language == .tr ? tr : en }

    /// A line of examples with the name of what they show.
    func line(_ name: String, _ content: HTML) -> HTML { "<h3>\(name)</h3><div class=\"row wrap\">\(content)</div>" }

    private var switches: HTML {
        let themes = [(Theme.light, Words.light), (.dark, .dark), (.system, .system)].map { theme, words -> HTML in
            let state: Attributes = [
                .data("set", "theme:\(theme.rawValue)"), .aria("pressed", frame.preferences.theme == theme),
            ]
            return "<button type=\"button\"\(attributes: state)>\(language(words))</button>"
        }
        let densities = [(Density.comfortable, Words.comfortable), (.compact, .compact)].map { density, words -> HTML in
            let state: Attributes = [
                .data("set", "density:\(density.rawValue)"), .aria("pressed", frame.preferences.density == density),
            ]
            return "<button type=\"button\"\(attributes: state)>\(language(words))</button>"
        }
        return """
            <div class="seg" role="group" aria-label="\(language(.theme))">\(themes)</div>\
            <div class="seg" role="group" aria-label="\(language(.density))">\(densities)</div>\
            \(Button(language(.search), .opens(CommandPalette.id), .quiet, icon: .search, key: "mod+k"))
            """
    }

    private var sections: [Part] { chapter == .living ? pieces : filledIn }

    private var filledIn: [Part] {
        [
            Part(id: "fields", title: t("Alanlar", "Fields"), content: fields),
            Part(id: "values", title: t("Tarih, telefon, para, dosya", "Dates, phones, money, files"), content: values),
            Part(id: "choices", title: t("Seçimler", "Choices"), content: choices),
            Part(id: "form", title: t("Hatalı form", "A form with faults"), content: faultyForm),
            Part(id: "filters", title: t("Filtreler ve görünümler", "Filters and views"), content: filters),
        ]
    }

    private var pieces: [Part] {
        [
            Part(id: "colours", title: t("Renkler", "Colours"), content: colours),
            Part(id: "type", title: t("Yazı", "Type"), content: type),
            Part(id: "icons", title: t("Simgeler", "Icons"), content: icons),
            Part(id: "buttons", title: t("Düğmeler", "Buttons"), content: buttons),
            Part(id: "table", title: t("Tablo", "Table"), content: tables),
            Part(id: "board", title: t("Pano", "Board"), content: board),
            Part(id: "figures", title: t("Rakamlar ve etiketler", "Figures and tags"), content: figures),
            Part(id: "people", title: t("Kişiler", "People"), content: people),
            Part(id: "ways", title: t("Yollar", "Ways"), content: ways),
            Part(id: "overlays", title: t("Menü, pencere, çekmece", "Menus, dialogs, drawers"), content: overlays),
            Part(id: "messages", title: t("Bildiriler", "Messages"), content: messages),
            Part(id: "waiting", title: t("Bekleme", "Waiting"), content: waiting),
            Part(id: "nothing", title: t("Boş yerler", "Empty places"), content: nothing),
            Part(id: "history", title: t("Zaman akışı", "Timeline"), content: history),
            Part(id: "rows", title: t("Kaydırılan satırlar", "Rows that swipe"), content: rows),
        ]
    }
}

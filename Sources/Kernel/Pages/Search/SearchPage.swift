import Core
import Markup
import ModuleKit
import UI

/// The page of the search over everything: the question, what was found of each kind, and what to do where there is
/// nothing.
struct SearchPage {
    let question: SearchQuestion
    let groups: [SearchDesk.Group]
    let language: Language

    var content: PageContent {
        PageContent(title: t("Arama", "Search"), body: "<div class=\"stack l\">\(form)\(result)</div>")
    }

    private func t(_ tr: String, _ en: String) -> String { language == .tr ? tr : en }

    private var form: HTML {
        let field = Field(
            t("Ne arıyorsunuz?", "What are you looking for?"), name: "q",
            TextBox(question.text, .search, icon: .search, autocomplete: "off"), in: language)
        return """
            <form class="form" role="search" method="get" action="/search">\(field)\
            <div class="actions">\(Button(t("Ara", "Search"), .submit, .primary))</div></form>
            """
    }

    private var result: HTML {
        if question.text.isEmpty {
            let text = t(
                "Bir ad, numara ya da adres yazın; görebildiğiniz her kayıtta aranır.",
                "Type a name, a number or an address; every record you may see is searched.")
            return EmptyState(.search, t("Henüz bir şey aranmadı", "Nothing searched yet"), text).html
        }
        guard question.isWorthAsking else {
            return EmptyState(
                .search, t("Biraz daha yazın", "Type a little more"),
                t("En az iki harf gerekir.", "It takes at least two letters.")
            ).html
        }
        let shown = groups.filter { !$0.hits.isEmpty || $0.isBroken }
        return shown.isEmpty ? nothing : HTML(joining: shown.map(group))
    }

    private var nothing: HTML {
        let whole = SafeURL(path: SearchDesk.path, query: ["q": question.text])
        let wider = question.table.map { _ in [Button(t("Her yerde ara", "Search everywhere"), .link(whole))] } ?? []
        return EmptyState(
            .search, t("“\(question.text)” için sonuç yok", "No results for “\(question.text)”"),
            t("Yazımı denetleyin ya da daha az sözcükle arayın.", "Check the spelling, or search with fewer words."),
            actions: wider
        ).html
    }

    private func group(_ group: SearchDesk.Group) -> HTML {
        if group.isBroken {
            let text = t("Şu anda aranamadı; birazdan yeniden deneyin.", "It could not be searched; try again shortly.")
            return Panel(group.title.text(in: language), Callout(text, .warn).html).html
        }
        let items = group.hits.map { hit -> HTML in
            let link = TextLink(hit.title.isEmpty ? "—" : hit.title, SafeURL(within: hit.path) ?? .nowhere)
            return "<li>\(link)</li>"
        }
        return Panel(
            group.title.text(in: language), footer: more(group), "<ul class=\"stack s\">\(items)</ul>"
        ).html
    }

    private func more(_ group: SearchDesk.Group) -> HTML? {
        guard group.hasMore else { return nil }
        let count = question.table == nil ? SearchQuestion.step : question.count + SearchQuestion.step
        guard count <= SearchQuestion.most else {
            return
                "<span class=\"muted\">\(t("Daha fazlası var; aramayı daraltın.", "There are more; narrow it down."))</span>"
        }
        let url = SafeURL(
            path: SearchDesk.path, query: ["q": question.text, "in": group.table, "n": String(count)])
        return TextLink(t("Daha fazla göster", "Show more"), url).html
    }
}

import Core
import HTTP
import Markup
import UI

/// `/readyz` for people: what works and what does not.
struct StatePage {
    let state: HouseState
    let view: PageView

    var response: Response {
        let again = Button(
            view.t("Yeniden bak", "Look again"), .link(SafeURL(path: "readyz")), .primary, icon: .refresh)
        let html = view.plain(title: heading, heading: heading, advice: advice, rows, way: again.html)
        return view.page(html, state.status)
    }

    private var heading: String {
        if state.isReady { return view.t("Her şey yolunda", "All is well") }
        if state.isDraining { return view.t("Konak kapanıyor", "Konak is stopping") }
        return view.t("Veritabanı yanıt vermiyor", "The database does not answer")
    }

    private var advice: String {
        if state.isReady { return view.t("Konak istekleri karşılıyor.", "Konak takes requests.") }
        if state.isDraining {
            return view.t(
                "Açık istekler tamamlanıyor; yenileri alınmıyor.",
                "Requests under way are finished; no new ones are wanted.")
        }
        return view.t("Geri geldiğinde kendiliğinden devam eder.", "Work goes on by itself once it is back.")
    }

    private var rows: HTML {
        """
        <dl class="states">\(row(view.t("Kiracı verileri", "Tenants' data"), isGood: state.app))\
        \(row(view.t("Siteler ve oturumlar", "Sites and sessions"), isGood: state.control))\
        \(state.portal.map { row(view.t("Müşteri portalı", "Customer portal"), isGood: $0) })</dl>
        """
    }

    private func row(_ name: String, isGood: Bool) -> HTML {
        let word = isGood ? view.t("Yanıt veriyor", "Answers") : view.t("Yanıt vermiyor", "Does not answer")
        return "<div><dt>\(name)</dt><dd>\(Tag(word, isGood ? .good : .bad, isDotted: true))</dd></div>"
    }
}

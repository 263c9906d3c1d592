import HTTP
import Markup

/// `/readyz` for people: what works and what does not.
struct StatePage {
    let state: HouseState
    let language: PageLanguage

    var response: Response {
        PlainPage(language: language, title: heading, content: content).response(state.status)
    }

    private var isTurkish: Bool { language == .turkish }

    private var heading: String {
        if state.isReady { return isTurkish ? "Her şey yolunda" : "All is well" }
        if state.isDraining { return isTurkish ? "Konak kapanıyor" : "Konak is stopping" }
        return isTurkish ? "Veritabanı yanıt vermiyor" : "The database does not answer"
    }

    private var advice: String {
        if state.isReady { return isTurkish ? "Konak istekleri karşılıyor." : "Konak takes requests." }
        if state.isDraining {
            return isTurkish
                ? "Açık istekler tamamlanıyor; yenileri alınmıyor."
                : "Requests under way are finished; no new ones are wanted."
        }
        return isTurkish
            ? "Geri geldiğinde kendiliğinden devam eder." : "Work goes on by itself once it is back."
    }

    private var content: HTML {
        """
        <h1>\(heading)</h1>
        <p>\(advice)</p>
        <dl class="state">
        \(row(isTurkish ? "Kiracı verileri" : "Tenants' data", isGood: state.app))
        \(row(isTurkish ? "Siteler ve oturumlar" : "Sites and sessions", isGood: state.control))
        \(state.portal.map { row(isTurkish ? "Müşteri portalı" : "Customer portal", isGood: $0) } ?? "")
        </dl>
        <a class="action" href="/readyz">\(isTurkish ? "Yeniden bak" : "Look again")</a>
        """
    }

    private func row(_ name: String, isGood: Bool) -> HTML {
        let word =
            switch (isGood, language) {
            case (true, .turkish): "Yanıt veriyor"
            case (true, .english): "Answers"
            case (false, .turkish): "Yanıt vermiyor"
            case (false, .english): "Does not answer"
            }
        return "<div><dt>\(name)</dt><dd class=\"\(isGood ? "good" : "bad")\">\(word)</dd></div>"
    }
}

import Core
import HTTP
import Markup

/// What a person sees when something is not there or did not work: what happened, what to do, and the number to quote.
struct ErrorPage {
    private let problem: Problem
    private let request: Request
    private let language: PageLanguage

    init(_ problem: Problem, _ request: Request) {
        (self.problem, self.request) = (problem, request)
        language = PageLanguage(request)
    }

    var response: Response {
        PlainPage(language: language, title: heading, content: content).response(Status(problem.status))
    }

    private var content: HTML {
        """
        <p class="code">\(String(problem.status))</p>
        <h1>\(heading)</h1>
        <p>\(advice)</p>
        \(wayBack)
        <p class="note">\(isTurkish ? "İstek numarası" : "Request number") <code>\(request.id.description)</code></p>
        """
    }

    /// No way leads back into a house that is not there or closed.
    private var wayBack: HTML {
        if problem.code == .misdirected || problem.code == .siteClosed { return HTML() }
        return """
            <a class="action" href="/">\(isTurkish ? "Ana sayfaya dön" : "Back to the start")</a>
            """
    }

    private var isTurkish: Bool { language == .turkish }

    private var heading: String {
        guard isTurkish else { return problem.title }
        if problem.code == .siteClosed { return "Bu site kapalı" }
        return switch problem.status {
        case 400: "İstek okunamadı"
        case 401: "Devam etmek için oturum açın"
        case 403: "Buna izniniz yok"
        case 404: "Sayfa bulunamadı"
        case 405: "Bu işlem burada yapılamaz"
        case 413: "Gönderilen çok büyük"
        case 421: "Bu adreste bir site yok"
        case 429: "Çok fazla istek"
        case 503: "Geçici olarak kullanılamıyor"
        default: problem.status < 500 ? "İstek kabul edilmedi" : "Bir şeyler ters gitti"
        }
    }

    private var advice: String {
        if problem.code == .siteClosed {
            return isTurkish
                ? "Verileriniz duruyor. Yeniden açılması için hizmet sağlayıcınıza yazın."
                : "Your data are safe. Write to your provider to have it opened again."
        }
        return switch (problem.status, language) {
        case (421, .turkish): "Adresi denetleyin; yeni bir alan adıysa doğrulanması birkaç dakika sürebilir."
        case (421, .english): "Check the address; a new domain may take some minutes to be verified."
        case (404, .turkish): "Adres taşınmış ya da hiç var olmamış olabilir."
        case (404, .english): "The address may have moved, or may never have existed."
        case (503, .turkish): "Birkaç saniye sonra yeniden deneyin; hiçbir şey kaybolmadı."
        case (503, .english): "Try again in a few seconds; nothing was lost."
        case (500..., .turkish): "Sorun bizde. Sürerse bize aşağıdaki numarayla yazın."
        case (500..., .english): "This one is on us. If it goes on, write to us with the number below."
        case (_, .turkish): problem.detail ?? "Adresi ve gönderdiğinizi denetleyin."
        case (_, .english): problem.detail ?? "Check the address and what you sent."
        }
    }
}

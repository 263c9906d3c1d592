import Core
import HTTP
import Markup

/// The page a person sees when something is not there or did not work. It needs nothing but itself.
struct ErrorPage {
    private let problem: Problem
    private let request: Request
    private let isTurkish: Bool

    init(_ problem: Problem, _ request: Request) {
        (self.problem, self.request) = (problem, request)
        // Turkish unless the reader asks for English first.
        isTurkish = request.head.withValue(of: .acceptLanguage) { unsafe !$0.starts(with: "en".utf8) } ?? true
    }

    var response: Response {
        var fields = Fields((.contentType, "text/html; charset=utf-8"))
        fields.append(
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'sha256-\(PlainPage.styleDigest)'; base-uri 'none'; frame-ancestors 'none'")
        return Response(Status(problem.status), fields: fields, body: .bytes(page.bytes))
    }

    private var page: HTML {
        PlainPage(
            language: isTurkish ? "tr" : "en", title: heading,
            content: """
                <p class="code">\(String(problem.status))</p>
                <h1>\(heading)</h1>
                <p>\(advice)</p>
                <p><a href="/">\(isTurkish ? "Ana sayfaya dön" : "Back to the start")</a></p>
                <p class="note">\(isTurkish ? "İstek numarası" : "Request") <code>\(request.id.description)</code></p>
                """
        ).html
    }

    private var heading: String {
        guard isTurkish else { return problem.title }
        return switch problem.status {
        case 400: "İstek okunamadı"
        case 401: "Devam etmek için oturum açın"
        case 403: "Buna izniniz yok"
        case 404: "Sayfa bulunamadı"
        case 405: "Bu işlem burada yapılamaz"
        case 413: "Gönderilen çok büyük"
        case 429: "Çok fazla istek"
        case 503: "Geçici olarak kullanılamıyor"
        default: problem.status < 500 ? "İstek kabul edilmedi" : "Bir şeyler ters gitti"
        }
    }

    private var advice: String {
        switch (problem.status, isTurkish) {
        case (404, true): "Adres taşınmış ya da hiç var olmamış olabilir."
        case (404, false): "The address may have moved, or never have existed."
        case (503, true): "Birkaç saniye sonra yeniden deneyin; yazdıklarınız kaybolmadı."
        case (503, false): "Try again in a few seconds; nothing was lost."
        case (500..., true): "Sorun bizde. Sürerse aşağıdaki numarayla bize yazın."
        case (500..., false): "This one is on us. If it goes on, write to us with the number below."
        case (_, true): problem.detail ?? "Adresi ve gönderdiğinizi denetleyin."
        case (_, false): problem.detail ?? "Check the address and what you sent."
        }
    }
}

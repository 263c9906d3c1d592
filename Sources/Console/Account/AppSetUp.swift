import Core
import Markup
import ModuleKit
import Security
import UI

/// Setting up an authenticator app: the picture for its camera, the secret for typing, and the first code.
struct AppSetUp: Component {
    let enrolment: AuthenticatorApps.Enrolment
    let draft: FormDraft
    let language: Language

    var html: HTML {
        """
        <ol class="howto"><li>\(language.t(
            "Google Authenticator, Microsoft Authenticator ya da 1Password gibi bir uygulama açın.",
            "Open an app such as Google Authenticator, Microsoft Authenticator or 1Password."))</li>\
        <li>\(language.t("Kodu kamerayla okutun.", "Point its camera at the code."))</li>\
        <li>\(language.t("Gösterdiği altı haneyi yazın.", "Write the six digits that it shows."))</li></ol>
        <div class="qr">\(picture)</div>\(typing)\(form)
        """
    }

    private var picture: HTML {
        let (size, name) = (enrolment.image.size, language.t("Kurulum için QR kodu", "QR code for the set-up"))
        return """
            <svg viewBox="0 0 \(size) \(size)" role="img" aria-label="\(name)" shape-rendering="crispEdges">\
            <path d="\(enrolment.image.revealPath())"/></svg>
            """
    }

    private var typing: HTML {
        let secret = enrolment.secret.reveal()
        return """
            <details class="typing"><summary>\(language.t("Kamera yok mu? Elle yazın", "No camera? Type it"))</summary>\
            <p><code>\(Self.grouped(secret))</code>\
            \(Button(language.t("Kopyala", "Copy"), .copies(secret), .quiet, icon: .copy, size: .small))</p></details>
            """
    }

    private var form: Form {
        let box = TextBox(
            "", autocomplete: "one-time-code",
            attributes: [.text("inputmode", "numeric"), .text("maxlength", "8"), .text("spellcheck", "false")])
        let fields = FormFields(AppCodeInput.fields, draft).control("code", box)
        return draft.form(of: AppCodeInput.fields, fields.html, save: Words(tr: "Kurulumu bitir", en: "Finish"))
    }

    /// Four by four, as people read letters off a page.
    private static func grouped(_ text: String) -> String {
        var (rest, groups) = (Substring(text), [Substring]())
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }
}

/// The first code of an app.
struct AppCodeInput: RouteInput {
    static let fields = [
        InputField("code", title: Words(tr: "Uygulamadaki kod", en: "Code in the app"), .secret(most: 16))
            .autocomplete("one-time-code")
    ]

    let code: String
}

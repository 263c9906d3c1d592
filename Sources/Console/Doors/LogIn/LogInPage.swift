import Core
import HTTP
import Markup
import ModuleKit
import UI

/// The page of the door: address and password, or a passkey.
struct LogInPage {
    let visitor: Visitor
    let draft: FormDraft

    /// Why somebody stands here; a word of the address.
    enum Notice: String, CaseIterable {
        /// They went out.
        case out
        /// Their session had ended.
        case ended
        /// They have a new password.
        case reset
        /// They belong here, and have to come in by what they have.
        case welcome
    }

    var content: PageContent {
        PageContent(
            title: visitor.t("Oturum açın", "Sign in"),
            body: """
                <div class="door">\(DoorLead(visitor.site.brand.name))\(notice)\(form)\
                <div class="or" hidden data-passkey-only>\(visitor.t("ya da", "or"))</div>\(passkey)\
                <p class="small">\(TextLink(visitor.t("Parolamı unuttum", "I forgot my password"), forgotten))</p></div>
                """)
    }

    private var form: Form {
        let isFirst = draft.text("address")?.isEmpty ?? true
        var more: Attributes = [.text("autocapitalize", "none"), .text("spellcheck", "false")]
        more.append(.flag("autofocus"), if: isFirst && !draft.isReturned)
        let address = TextBox(
            draft.text("address") ?? "", .email, autocomplete: "username webauthn", attributes: more)
        let fields = FormFields(LogInInput.fields, draft).control("address", address)
        return draft.form(of: LogInInput.fields, fields.html, save: Words(tr: "Oturum aç", en: "Sign in"))
    }

    /// Offered by the browser itself where it can, among the addresses it knows; and by a button.
    private var passkey: HTML {
        PasskeyButton(
            visitor.t("Passkey ile gir", "Sign in with a passkey"), .get, options: "/log-in/passkey/options",
            answer: visitor.wayOn.remembered(by: "/log-in/passkey"), isOffered: true
        ).html
    }

    private var forgotten: SafeURL { SafeURL(LinkPath.forgotten) ?? .nowhere }

    private var notice: Callout? {
        if draft.isReturned { return nil }
        guard let notice = Notice.allCases.first(where: { draft.query.contains($0.rawValue) }) else { return nil }
        return switch notice {
        case .out: Callout(visitor.t("Oturumunuz kapandı.", "You are signed out."), .good)
        case .ended:
            Callout(
                visitor.t("Oturumunuzun süresi doldu. Yeniden girin.", "Your session has ended. Sign in again."), .warn)
        case .reset:
            Callout(
                visitor.t("Parolanız değişti. Yenisiyle girin.", "Your password is changed. Sign in with it."), .good)
        case .welcome:
            Callout(
                visitor.t("Davet kabul edildi. Hesabınızla girin.", "The invitation is accepted. Sign in."), .good)
        }
    }
}

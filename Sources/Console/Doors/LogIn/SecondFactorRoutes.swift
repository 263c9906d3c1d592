import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// The second step of coming in: a code of an app, a recovery code, or a passkey.
struct SecondFactorRoutes: Sendable {
    let ground: DoorGround

    static let path = "/log-in/second-factor"
    /// The word of the address by which somebody has lost what they usually show.
    static let recovery = "recovery"

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/log-in/second-factor", for: .open(LogInRoutes.limit), taking: SecondFactorInput.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return try await page(Visitor(ground, request, context), draft)
            },
            save: { input, request, context in
                try context.checkHasPeople()
                return try await show(input, Visitor(ground, request, context))
            })
    }

    private func page(_ visitor: Visitor, _ draft: FormDraft) async throws -> PageContent {
        guard let session = try await visitor.session(), session.stage == .half, let person = session.holder.person
        else { return LogInEnded(visitor: visitor).content }
        let overview = try await FactorOverview.of(person, at: visitor.door, ground.control)
        return SecondFactorPage(visitor: visitor, draft: draft, overview: overview).content
    }

    private func show(_ input: SecondFactorInput, _ visitor: Visitor) async throws -> FormOutcome {
        guard let token = visitor.token else { return LogInEnded.outcome }
        let isRecovery = visitor.query.contains(Self.recovery)
        let proof: SecondFactorDesk.Proof = isRecovery ? .recoveryCode(input.code) : .code(input.code)
        return switch try await ground.factors.show(proof, with: token, at: visitor.door) {
        case .noSession: LogInEnded.outcome
        case .refused: .refused([("code", isRecovery ? Self.wrongRecoveryCode : Self.wrongCode)])
        case .tooMany: throw Problem.tooManyTries
        case .open(let session, let device):
            .see(visitor.wayOn.path, cookies: try await visitor.cookies(of: session, device))
        }
    }

    static let wrongCode = Words(
        tr: "Bu kod doğru değil ya da kullanıldı. Uygulamadaki yeni kodu yazın.",
        en: "This code is not right, or was used. Write the next one of your app.")
    private static let wrongRecoveryCode = Words(
        tr: "Bu kurtarma kodu doğru değil ya da kullanıldı.", en: "This recovery code is not right, or was used.")
}

/// What the form of the second step sends.
struct SecondFactorInput: RouteInput {
    static let fields = [
        InputField("code", title: Words(tr: "Kod", en: "Code"), .secret(most: 64)).autocomplete("one-time-code")
    ]

    let code: String
}

/// The page of the second step, with what the person has.
struct SecondFactorPage {
    let visitor: Visitor
    let draft: FormDraft
    let overview: FactorOverview

    var content: PageContent {
        PageContent(
            title: visitor.t("Siz olduğunuzu doğrulayın", "Confirm that it is you"),
            body: "<div class=\"door\">\(DoorLead(lead))\(passkey)\(or)\(form)\(other)</div>")
    }

    private var isRecovery: Bool { visitor.query.contains(SecondFactorRoutes.recovery) }
    private var asksForCode: Bool { overview.hasApp || isRecovery }

    private var lead: String {
        if isRecovery {
            return visitor.t(
                "Kurtarma kodlarınızdan birini yazın. Her kod bir kez kullanılır.",
                "Write one of your recovery codes. Each works once.")
        }
        return overview.hasApp
            ? visitor.t(
                "Doğrulama uygulamanızın gösterdiği altı haneyi yazın.",
                "Write the six digits that your authenticator app shows.")
            : visitor.t("Passkey’inizle devam edin.", "Go on with your passkey.")
    }

    private var passkey: HTML? {
        guard overview.passkeys > 0, !isRecovery else { return nil }
        return PasskeyButton(
            visitor.t("Passkey kullan", "Use a passkey"), .get, options: "\(SecondFactorRoutes.path)/passkey/options",
            answer: visitor.wayOn.remembered(by: "\(SecondFactorRoutes.path)/passkey"),
            overview.hasApp ? .plain : .primary
        ).html
    }

    private var or: HTML? {
        overview.passkeys > 0 && overview.hasApp && !isRecovery
            ? "<div class=\"or\">\(visitor.t("ya da", "or"))</div>" : nil
    }

    private var form: HTML? {
        guard asksForCode else { return nil }
        let fields = FormFields(SecondFactorInput.fields, draft).control("code", isRecovery ? recoveryBox : codeBox)
        return draft.form(of: SecondFactorInput.fields, fields.html, save: Words(tr: "Doğrula", en: "Confirm")).html
    }

    private var codeBox: TextBox {
        TextBox(
            "", autocomplete: "one-time-code",
            attributes: [
                .text("inputmode", "numeric"), .text("maxlength", "8"), .flag("autofocus"),
                .text("spellcheck", "false"),
            ])
    }

    private var recoveryBox: TextBox {
        TextBox(
            "", hint: "xxxx-xxxx-xxxx-xxxx", autocomplete: "off",
            attributes: [.text("autocapitalize", "none"), .text("spellcheck", "false"), .flag("autofocus")])
    }

    private var other: HTML {
        let back = visitor.wayOn.remembered(by: SecondFactorRoutes.path)
        let recovery = visitor.wayOn.remembered(by: "\(SecondFactorRoutes.path)?\(SecondFactorRoutes.recovery)")
        let (text, address) =
            isRecovery
            ? (visitor.t("Başka bir yolla doğrula", "Confirm in another way"), back)
            : (visitor.t("Kurtarma kodu kullan", "Use a recovery code"), recovery)
        let link: HTML? =
            isRecovery || overview.recoveryCodes > 0 ? TextLink(text, SafeURL(address) ?? .nowhere).html : nil
        let anew = TextLink(visitor.t("Başka bir hesapla gir", "Sign in as somebody else"), SafeURL(path: "log-in"))
        return "<p class=\"small ways\">\(link)\(anew)</p>"
    }
}

/// What was begun at the door took too long, or was begun elsewhere.
struct LogInEnded {
    let visitor: Visitor

    static let outcome = FormOutcome.see("\(DoorPath.logIn)?\(LogInPage.Notice.ended.rawValue)")

    var content: PageContent {
        PageContent(
            title: visitor.t("Bu adım sona erdi", "This step has ended"),
            body: """
                <div class="door">\(DoorLead(visitor.t(
                    "Parolanızı yazmanızın üzerinden on dakikadan fazla geçti. Baştan başlayın.",
                    "You wrote your password more than ten minutes ago. Begin anew.")))\
                \(Button(visitor.t("Oturum aç", "Sign in"), .link(again), .primary, size: .large).wide())</div>
                """)
    }

    private var again: SafeURL { SafeURL(visitor.wayOn.remembered(by: DoorPath.logIn)) ?? .nowhere }
}

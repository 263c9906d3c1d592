import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Proving anew who one is, before something dangerous: by what one has, the strongest first.
struct ProofRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/prove", for: .person, taking: ProofInput.self,
            show: { request, context, draft in
                let visitor = Visitor(ground, request, context)
                return ProofPage(
                    visitor: visitor, draft: draft, profile: try await ground.profile(of: context),
                    overview: try await FactorOverview.of(context.user, at: visitor.door, ground.control)
                ).content
            },
            save: { input, request, context in try await prove(input, Visitor(ground, request, context), context) })
        module.route(.post, "/prove/passkey/options", for: .person) { request, context in
            try await PasskeyDesk(Visitor(ground, request, context)).request(of: context.user)
        }
        module.route(.post, "/prove/passkey", for: .person, taking: PasskeyInput.self) { input, request, context in
            let visitor = Visitor(ground, request, context)
            guard try await ground.throttle.take([.secondFactor(context.user)]) else { throw Problem.tooManyTries }
            let proof = SecondFactorDesk.Proof.passkey(try input.authentication, visitor.party)
            guard try await ground.factors.isRight(proof, of: context.user) else {
                throw Problem(.secondFactorRefused)
            }
            return PasskeyDesk.on(to: visitor.wayOn.path, try await ground.raised(visitor))
        }
    }

    private func prove(
        _ input: ProofInput, _ visitor: Visitor, _ context: any PersonContext
    ) async throws -> FormOutcome {
        guard try await ground.throttle.take([.secondFactor(context.user)]) else { throw Problem.tooManyTries }
        let overview = try await FactorOverview.of(context.user, at: visitor.door, ground.control)
        if overview.hasApp {
            guard try await ground.factors.isRight(.code(input.secret), of: context.user) else {
                return .refused([("secret", SecondFactorRoutes.wrongCode)])
            }
            return .see(visitor.wayOn.path, cookies: try await ground.raised(visitor))
        }
        let isRight = try await ground.hashing { hasher in
            try await Passwords(ground.control, clock: ground.clock, hasher: hasher)
                .isCurrent(NewPassword(input.secret).secret, of: context.user)
        }
        guard isRight else {
            return .refused([("secret", Words(tr: "Parolanız bu değil.", en: "This is not your password."))])
        }
        guard let token = visitor.token,
            let next = try await ground.sessions.prove(token, host: visitor.site.host, showedSecondFactor: false)
        else { return LogInEnded.outcome }
        return .see(visitor.wayOn.path, cookies: DoorCookies.of(next))
    }
}

/// A code or a password.
struct ProofInput: RouteInput {
    static let fields = [
        InputField("secret", title: Words(tr: "Kod ya da parola", en: "Code or password"), .secret(most: 1_024))
    ]

    let secret: String
}

/// The page for proving anew who one is.
struct ProofPage {
    let visitor: Visitor
    let draft: FormDraft
    let profile: Profile
    let overview: FactorOverview

    var content: PageContent {
        var page = PageContent(
            title: visitor.t("Siz olduğunuzu doğrulayın", "Confirm that it is you"),
            body: """
                <div class="account"><section class="panel"><div class="body door"><p class="muted">\(visitor.t(
                    "Birazdan yapacağınız iş için yeniden doğrulama gerekiyor. On dakika geçerlidir.",
                    "What you are about to do asks for a proof. It is good for ten minutes."))</p>\(passkey)\(or)\(form)</div></section></div>
                """)
        page.steps = [(visitor.t("Hesabım", "My account"), AccountFrame.url(AccountPath.profile))]
        return page
    }

    private var asks: Bool { overview.hasApp || profile.hasPassword }

    private var passkey: PasskeyButton? {
        guard overview.passkeys > 0 else { return nil }
        return PasskeyButton(
            visitor.t("Passkey kullan", "Use a passkey"), .get, options: "/prove/passkey/options",
            answer: visitor.wayOn.remembered(by: "/prove/passkey"), .primary)
    }

    private var or: HTML? {
        overview.passkeys > 0 && asks ? "<div class=\"or\">\(visitor.t("ya da", "or"))</div>" : nil
    }

    private var form: HTML? {
        guard asks else { return nil }
        let code = TextBox(
            "", autocomplete: "one-time-code",
            attributes: [.text("inputmode", "numeric"), .text("maxlength", "8"), .text("spellcheck", "false")])
        let control: any Control = overview.hasApp ? code : TextBox("", .password, autocomplete: "current-password")
        let label =
            overview.hasApp ? visitor.t("Uygulamadaki kod", "Code in the app") : visitor.t("Parola", "Password")
        let field = Field(label, name: "secret", control, error: draft.fault("secret"), in: visitor.language)
        let form = draft.form(of: [], field.html, save: Words(tr: "Doğrula", en: "Confirm"))
        return overview.passkeys > 0 ? "<div class=\"plainly\">\(form)</div>" : form.html
    }
}

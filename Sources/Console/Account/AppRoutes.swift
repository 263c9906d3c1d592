import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Setting an authenticator app up, and removing it.
struct AppRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/account/app", for: .person.fresh, taking: AppCodeInput.self,
            show: { request, context, draft in try await page(Visitor(ground, request, context), context, draft) },
            save: { input, request, context in try await confirm(input, Visitor(ground, request, context), context) })
        module.action("/account/app/begin", for: .person.fresh) { request, context in
            let visitor = Visitor(ground, request, context)
            _ = try await ground.apps.begin(
                for: context.user, named: context.person.address, issuer: visitor.site.brand.name)
            return .see(AccountPath.app)
        }
        module.action("/account/app/remove", for: .person.fresh) { request, context in
            try await ground.apps.remove(of: context.user)
            let visitor = Visitor(ground, request, context)
            try await ground.letters.tell(try await ground.profile(of: context), .factorRemoved, of: visitor.door.house)
            return .see(
                AccountPath.security, Flash(Words(tr: "Uygulama kaldırıldı.", en: "The app is removed.")),
                cookies: try await ground.renewed(visitor))
        }
    }

    private func page(
        _ visitor: Visitor, _ context: any PersonContext, _ draft: FormDraft
    ) async throws -> PageContent {
        let pending = try await ground.apps.pending(
            of: context.user, named: context.person.address, issuer: visitor.site.brand.name)
        let overview = try await FactorOverview.of(context.user, at: visitor.door, ground.control)
        return AppPage(visitor: visitor, draft: draft, pending: pending, hasApp: overview.hasApp).content
    }

    private func confirm(
        _ input: AppCodeInput, _ visitor: Visitor, _ context: any PersonContext
    ) async throws -> FormOutcome {
        guard try await ground.throttle.take([.secondFactor(context.user)]) else { throw Problem.tooManyTries }
        guard try await ground.apps.confirm(input.code, of: context.user) else {
            return .refused([("code", SecondFactorRoutes.wrongCode)])
        }
        let cookies = try await ground.raised(visitor)
        try await ground.letters.tell(try await ground.profile(of: context), .factorAdded, of: visitor.door.house)
        let hasCodes = try await ground.codes.left(of: context.user) > 0
        let next = hasCodes ? AccountPath.security : "\(AccountPath.codes)?\(CodesPage.first)"
        return .see(
            next, Flash(Words(tr: "Doğrulama uygulaması açıldı.", en: "The authenticator app is on.")),
            cookies: cookies)
    }
}

extension DoorGround {
    /// Another token after what somebody signs in by has changed: whoever holds a copy of the old one is out.
    func renewed(_ visitor: Visitor) async throws -> [SetCookie] {
        guard let token = visitor.token, let next = try await sessions.rotate(token, host: visitor.site.host)
        else { return [] }
        return DoorCookies.of(next)
    }

    /// Another token for who has just shown a second factor.
    func raised(_ visitor: Visitor) async throws -> [SetCookie] {
        guard let token = visitor.token,
            let next = try await sessions.prove(token, host: visitor.site.host, showedSecondFactor: true)
        else { return [] }
        return DoorCookies.of(next)
    }
}

/// The page for an authenticator app.
struct AppPage {
    let visitor: Visitor
    let draft: FormDraft
    let pending: AuthenticatorApps.Enrolment?
    let hasApp: Bool

    var content: PageContent {
        AccountFrame(visitor, .security).inner(
            visitor.t("Doğrulama uygulaması", "Authenticator app"), Panel(inside).html)
    }

    private var inside: HTML {
        if let pending {
            let anew = FormDraft(to: "\(AccountPath.app)/begin", in: visitor.place)
            return """
                <div class="door">\(AppSetUp(enrolment: pending, draft: draft, language: visitor.language))\
                <div class="quietly">\(anew.form(of: [], HTML(), save: Words(tr: "Yeni bir kod göster", en: "Show another code")))</div></div>
                """
        }
        if hasApp {
            return EmptyState(
                .shield, visitor.t("Uygulamanız kurulu", "Your app is set up"),
                visitor.t(
                    "Başka bir telefona geçmek için önce kaldırın.", "To move to another telephone, remove it first."),
                actions: [
                    Button(
                        visitor.t("Güvenliğe dön", "Back to security"), .link(AccountFrame.url(AccountPath.security)))
                ]
            ).html
        }
        let begin = FormDraft(to: "\(AccountPath.app)/begin", in: visitor.place)
        return """
            <p class="muted">\(visitor.t(
                "Telefonunuzdaki bir uygulama her 30 saniyede yeni bir kod gösterir. Girişte parolanın ardından onu yazarsınız.",
                "An app on your telephone shows a new code every 30 seconds. You write it after the password."))</p>\
            \(begin.form(of: [], HTML(), save: Words(tr: "Kuruluma başla", en: "Begin"), cancel: AccountPath.security))
            """
    }
}

import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Asking for a link because the password is gone, and setting a new one by it.
struct ForgottenRoutes: Sendable {
    let ground: DoorGround
    let orders: LinkOrders

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/password/forgotten", for: .open(LogInRoutes.limit), taking: ForgottenInput.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return ForgottenPage(visitor: Visitor(ground, request, context), draft: draft).content
            },
            save: { input, request, context in
                try context.checkHasPeople()
                return try await order(input, Visitor(ground, request, context))
            })
        module.form(
            "/password/reset", for: .open(LogInRoutes.limit), taking: ResetInput.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return try await page(Visitor(ground, request, context), draft)
            },
            save: { input, request, context in
                try context.checkHasPeople()
                return try await reset(input, Visitor(ground, request, context))
            })
        module.page("/link-spent", for: .open(.pages)) { request, context in
            try context.checkHasPeople()
            return LinkSpentPage(visitor: Visitor(ground, request, context)).content
        }
    }

    /// The same words and the same work for every address: whose it is, is looked up after the answer.
    private func order(_ input: ForgottenInput, _ visitor: Visitor) async throws -> FormOutcome {
        guard let address = LoginAddress(input.address) else {
            return .refused([("address", LogInRoutes.noAddress)])
        }
        guard try await ground.throttle.take([.link(address, of: visitor.door.agency), .network(visitor.network)])
        else { throw Problem.tooManyTries }
        orders.add(LinkOrder(address: address, door: visitor.door))
        return .page(ForgottenPage(visitor: visitor, draft: nil).sent)
    }

    private func page(_ visitor: Visitor, _ draft: FormDraft) async throws -> PageContent {
        guard let profile = try await owner(visitor) else { return LinkSpentPage(visitor: visitor).content }
        return ResetPage(visitor: visitor, draft: draft, profile: profile).content
    }

    private func owner(_ visitor: Visitor) async throws -> Profile? {
        guard let key = visitor.key, let link = try await ground.links.look(key, for: .reset, host: visitor.site.host)
        else { return nil }
        return try await ground.profiles.find(UserID(link.subject))
    }

    private func reset(_ input: ResetInput, _ visitor: Visitor) async throws -> FormOutcome {
        guard let profile = try await owner(visitor), let key = visitor.key else { return LinkSpentPage.outcome }
        let password = NewPassword(input.password)
        if let objection = try password.objection(for: [profile.address, profile.name, visitor.site.brand.name]) {
            return .refused([("password", objection.words)])
        }
        // The link is used up once there is room for the hash, and not before.
        let isSet = try await ground.hashing { hasher in
            guard try await ground.links.take(key, for: .reset, host: visitor.site.host) != nil else { return false }
            _ = try await Passwords(ground.control, clock: ground.clock, hasher: hasher)
                .set(password, for: profile.person, house: visitor.site.brand.name)
            return true
        }
        guard isSet else { return LinkSpentPage.outcome }
        // Whoever reads the mail of an address has shown that it is theirs.
        try await ground.profiles.verify(profile.person)
        try await ground.letters.tell(profile, .password, of: visitor.door.house)
        return .see(
            "\(DoorPath.logIn)?\(LogInPage.Notice.reset.rawValue)", cookies: [.clear(SessionCookie.session)])
    }
}

/// Whose password is gone.
struct ForgottenInput: RouteInput {
    static let fields = [
        InputField("address", title: Words(tr: "E-posta", en: "E-mail"), .text(most: 254)).autocomplete("username")
    ]

    let address: String
}

/// A new password.
struct ResetInput: RouteInput {
    static let fields = [NewPasswordField.field("password")]

    let password: String
}

/// The page for who has no password at hand.
struct ForgottenPage {
    let visitor: Visitor
    let draft: FormDraft?

    var content: PageContent {
        PageContent(
            title: visitor.t("Parolanızı yenileyin", "Reset your password"),
            body: """
                <div class="door">\(DoorLead(visitor.t(
                    "Adresinizi yazın; size bir bağlantı gönderelim.", "Write your address, and we send you a link.")))\
                \(form)<p class="small">\(TextLink(visitor.t("Oturum aç", "Sign in"), SafeURL(path: "log-in")))</p></div>
                """)
    }

    private var form: Form? {
        guard let draft else { return nil }
        let box = TextBox(
            draft.text("address") ?? "", .email, autocomplete: "username",
            attributes: [.text("autocapitalize", "none"), .text("spellcheck", "false")])
        let fields = FormFields(ForgottenInput.fields, draft).control("address", box)
        return draft.form(
            of: ForgottenInput.fields, fields.html, save: Words(tr: "Bağlantı gönder", en: "Send a link"))
    }

    /// What everybody reads who has sent the form.
    var sent: PageContent {
        PageContent(
            title: visitor.t("Postanıza bakın", "Look at your mail"),
            body: """
                <div class="door"><div class="art">\(Icon.mail)</div>\(DoorLead(visitor.t(
                    "Bu adresle bir hesap varsa birkaç dakika içinde bir bağlantı gelir. Bağlantı 15 dakika geçerlidir.",
                    "If there is an account of this address, a link arrives within minutes. It is good for 15 minutes.")))\
                <p class="small">\(visitor.t(
                    "Gelmediyse istenmeyen klasörüne bakın.", "If it does not come, look into the folder for junk."))</p>\
                \(Button(visitor.t("Oturum açmaya dön", "Back to the sign-in"), .link(SafeURL(path: "log-in")), size: .large).wide())</div>
                """)
    }
}

/// The page of a link for a new password.
struct ResetPage {
    let visitor: Visitor
    let draft: FormDraft
    let profile: Profile

    var content: PageContent {
        PageContent(
            title: visitor.t("Yeni parola belirleyin", "Choose a new password"),
            body: """
                <div class="door">\(DoorLead(profile.address))\(form)<p class="small">\(visitor.t(
                    "Açık olan tüm oturumlarınız kapanır.", "All sessions that are open end."))</p></div>
                """)
    }

    private var form: Form {
        let address: HTML = """
            <input class="sr" type="email" value="\(profile.address)" autocomplete="username" tabindex="-1" \
            aria-hidden="true" readonly>
            """
        return draft.form(
            of: ResetInput.fields, "\(address)\(FormFields(ResetInput.fields, draft))",
            save: Words(tr: "Parolayı değiştir", en: "Change the password"))
    }
}

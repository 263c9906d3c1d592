import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// What somebody comes in with: password, authenticator app, passkeys, recovery codes.
struct SecurityRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.page("/account/security", for: .person) { request, context in
            let visitor = Visitor(ground, request, context)
            return SecurityPage(
                visitor: visitor, profile: try await ground.profile(of: context),
                overview: try await FactorOverview.of(context.user, at: visitor.door, ground.control),
                passkeys: try await ground.passkeys.entries(of: context.user)
            ).content
        }
        module.form(
            "/account/password", for: .person, taking: PasswordChangeInput.self,
            show: { request, context, draft in
                let profile = try await ground.profile(of: context)
                return PasswordChangePage(visitor: Visitor(ground, request, context), draft: draft, profile: profile)
                    .content
            },
            save: { input, request, context in
                try await changePassword(input, Visitor(ground, request, context), context)
            })
    }

    private func changePassword(
        _ input: PasswordChangeInput, _ visitor: Visitor, _ context: any PersonContext
    ) async throws -> FormOutcome {
        let profile = try await ground.profile(of: context)
        let fresh = NewPassword(input.password)
        return try await ground.hashing { hasher in
            let passwords = Passwords(ground.control, clock: ground.clock, hasher: hasher)
            if profile.hasPassword {
                guard try await ground.throttle.take([.secondFactor(context.user)]) else { throw Problem.tooManyTries }
                let current = NewPassword(input.current ?? "").secret
                guard try await passwords.isCurrent(current, of: context.user) else {
                    return .refused([("current", Self.notCurrent)])
                }
            } else if !context.isFresh {
                throw Problem(.stepUpNeeded)
            }
            let objection = try await passwords.set(
                fresh, for: context.user, house: visitor.site.brand.name, keeping: context.session)
            if let objection { return .refused([("password", objection.words)]) }
            try await ground.letters.tell(profile, .password, of: visitor.door.house)
            return try await proved(visitor)
        }
    }

    /// Whoever held a copy of the session's token loses it with the old password.
    private func proved(_ visitor: Visitor) async throws -> FormOutcome {
        guard let token = visitor.token,
            let next = try await ground.sessions.prove(token, host: visitor.site.host, showedSecondFactor: false)
        else { return LogInEnded.outcome }
        return .see(
            AccountPath.security,
            Flash(
                Words(
                    tr: "Parolanız değişti; diğer oturumlar kapandı.",
                    en: "Your password is changed; other sessions have ended.")), cookies: DoorCookies.of(next))
    }

    private static let notCurrent = Words(tr: "Şimdiki parolanız bu değil.", en: "This is not your current password.")
}

/// A change of password.
struct PasswordChangeInput: RouteInput {
    static let fields = [
        InputField(
            "current", title: Words(tr: "Şimdiki parola", en: "Current password"), .secret(most: 1_024),
            required: false
        ).autocomplete("current-password"),
        NewPasswordField.field("password"),
    ]

    let current: String?
    let password: String
}

/// The page for another password.
struct PasswordChangePage {
    let visitor: Visitor
    let draft: FormDraft
    let profile: Profile

    var content: PageContent {
        let fields = FormFields(PasswordChangeInput.fields, draft).without("current")
        let address: HTML = """
            <input class="sr" type="email" value="\(profile.address)" autocomplete="username" tabindex="-1" \
            aria-hidden="true" readonly>
            """
        let form = draft.form(
            of: PasswordChangeInput.fields, "\(address)\(current)\(fields)",
            save: Words(tr: "Parolayı değiştir", en: "Change the password"), cancel: AccountPath.security)
        return AccountFrame(visitor, .security).inner(visitor.t("Parola", "Password"), Panel(form.html).html)
    }

    private var current: Field? {
        guard profile.hasPassword else { return nil }
        return Field(
            visitor.t("Şimdiki parola", "Current password"), name: "current",
            TextBox("", .password, autocomplete: "current-password"), error: draft.fault("current"),
            in: visitor.language)
    }
}

import Core
import Crypto
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Coming in for the first time, by the link of an invitation: with a name, and a password or a passkey.
struct InvitationRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/invitation", for: .open(LogInRoutes.limit), taking: InvitationInput.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return try await page(Visitor(ground, request, context), draft)
            },
            save: { input, request, context in
                try context.checkHasPeople()
                return try await accept(input, Visitor(ground, request, context))
            })
        module.route(.post, "/invitation/passkey/options", for: .open(LogInRoutes.limit)) { request, context in
            let visitor = Visitor(ground, request, context)
            guard let profile = try await guest(of: visitor), profile.state == .invited else {
                throw Problem(.linkSpent)
            }
            return try await PasskeyDesk(visitor).options(for: profile)
        }
        module.route(.post, "/invitation/passkey", for: .open(LogInRoutes.limit), taking: PasskeyInput.self) {
            input, request, context in
            try await accept(input, Visitor(ground, request, context))
        }
    }

    /// Looks only: programs that read mail before people do fetch this page too.
    private func guest(of visitor: Visitor) async throws -> Profile? {
        guard let key = visitor.key,
            let link = try await ground.links.look(key, for: .invitation, host: visitor.site.host)
        else { return nil }
        return try await ground.profiles.find(UserID(link.subject))
    }

    private func page(_ visitor: Visitor, _ draft: FormDraft) async throws -> PageContent {
        guard let profile = try await guest(of: visitor), profile.state == .invited else {
            return LinkSpentPage(visitor: visitor).content
        }
        return InvitationPage(visitor: visitor, draft: draft, profile: profile).content
    }

    private func accept(_ input: InvitationInput, _ visitor: Visitor) async throws -> FormOutcome {
        guard let profile = try await guest(of: visitor), profile.state == .invited else {
            return LinkSpentPage.outcome
        }
        guard let name = PersonName(input.name) else { return .refused([("name", PersonName.wanted)]) }
        let password = NewPassword(input.password)
        if let objection = try password.objection(for: [profile.address, name.text, visitor.site.brand.name]) {
            return .refused([("password", objection.words)])
        }
        return try await ground.hashing { hasher in
            guard try await take(visitor), try await welcome(profile, name, visitor) else {
                return LinkSpentPage.outcome
            }
            _ = try await Passwords(ground.control, clock: ground.clock, hasher: hasher)
                .set(password, for: profile.person, house: visitor.site.brand.name)
            return try await comeIn(profile, password, hasher, visitor)
        }
    }

    /// By the same way as at every other time, so that what the tenant asks for is asked for now too.
    private func comeIn(
        _ profile: Profile, _ password: NewPassword, _ hasher: PasswordHasher, _ visitor: Visitor
    ) async throws -> FormOutcome {
        guard let address = LoginAddress(profile.address) else { return Self.byHand }
        let outcome = try await LogInDesk(
            ground.control, clock: ground.clock, hasher: hasher, sessions: ground.sessions
        ).logIn(
            LogInDesk.Attempt(
                address, password.secret, from: visitor.network, label: visitor.label, session: visitor.token),
            at: visitor.door)
        if case .refused = outcome { return Self.byHand }
        return try await LogInRoutes.answer(outcome, WayOn(nil), visitor)
    }

    private static let byHand = FormOutcome.see("\(DoorPath.logIn)?\(LogInPage.Notice.welcome.rawValue)")

    private func accept(_ input: PasskeyInput, _ visitor: Visitor) async throws -> Response {
        guard let profile = try await guest(of: visitor), profile.state == .invited else { throw Problem(.linkSpent) }
        guard let name = PersonName(input.name ?? "") else {
            throw Problem(.unprocessable, fields: [FieldFault("/name", .required, PersonName.wanted)])
        }
        try await PasskeyDesk(visitor).register(input, for: profile.person)
        guard try await take(visitor), try await welcome(profile, name, visitor) else { throw Problem(.linkSpent) }
        let device = try await ground.devices.know(profile.person, label: visitor.label)
        let session = try await ground.sessions.open(
            Sessions.Opening(
                visitor.door.holder(profile.person), agency: visitor.door.agency, host: visitor.site.host,
                label: visitor.label, device: device.id, showedSecondFactor: true),
            insteadOf: visitor.token)
        return PasskeyDesk.on(to: "/", DoorCookies.of(session, device.token))
    }

    private func take(_ visitor: Visitor) async throws -> Bool {
        guard let key = visitor.key else { return false }
        return try await ground.links.take(key, for: .invitation, host: visitor.site.host) != nil
    }

    private func welcome(_ profile: Profile, _ name: PersonName, _ visitor: Visitor) async throws -> Bool {
        try await ground.profiles.welcome(profile.person, name: name.text, language: visitor.language)
    }
}

/// What somebody who was invited says of themselves.
struct InvitationInput: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Adınız", en: "Your name"), .text(most: 120)).autocomplete("name"),
        NewPasswordField.field("password"),
    ]

    let name: String
    let password: String
}

/// The page of an invitation.
struct InvitationPage {
    let visitor: Visitor
    let draft: FormDraft
    let profile: Profile

    var content: PageContent {
        let brand = visitor.site.brand.name
        return PageContent(
            title: visitor.t("\(brand) sizi bekliyor", "\(brand) awaits you"),
            body: """
                <div class="door">\(DoorLead(visitor.t(
                    "Hesabınız \(profile.address) adresiyle açılacak.", "Your account will be \(profile.address).")))\
                <div id="invitation">\(form)</div><div class="or" hidden data-passkey-only>\
                \(visitor.t("ya da parola olmadan", "or without a password"))</div>\(passkey)</div>
                """)
    }

    private var form: Form {
        let draft = draft.starting(with: ["name": profile.name == profile.address ? nil : profile.name])
        let address: HTML = """
            <input class="sr" type="email" name="" value="\(profile.address)" autocomplete="username" tabindex="-1" \
            aria-hidden="true" readonly>
            """
        let fields = FormFields(InvitationInput.fields, draft)
        return draft.form(
            of: InvitationInput.fields, "\(address)\(fields)",
            save: Words(tr: "Hesabımı aç", en: "Open my account"))
    }

    private var passkey: PasskeyButton {
        let key = visitor.key.map { "?\(LinkPath.parameter)=\($0.reveal())" } ?? ""
        return PasskeyButton(
            visitor.t("Passkey ile devam et", "Go on with a passkey"), .create,
            options: "\(LinkPath.invitation)/passkey/options\(key)", answer: "\(LinkPath.invitation)/passkey\(key)",
            with: "invitation")
    }
}

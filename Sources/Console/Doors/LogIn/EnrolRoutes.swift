import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Setting a second factor up before coming in, where the tenant asks for one and the grace is over.
struct EnrolRoutes: Sendable {
    let ground: DoorGround

    static let path = "/log-in/enrol"

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/log-in/enrol", for: .open(LogInRoutes.limit), taking: AppCodeInput.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return try await page(Visitor(ground, request, context), draft)
            },
            save: { input, request, context in
                try context.checkHasPeople()
                return try await confirm(input, Visitor(ground, request, context))
            })
        module.action("/log-in/enrol/app", for: .open(LogInRoutes.limit)) { request, context in
            try context.checkHasPeople()
            return try await begin(Visitor(ground, request, context))
        }
    }

    /// Only who has nothing yet: what somebody has is shown, not replaced.
    static func person(of visitor: Visitor) async throws -> (Session, Profile)? {
        guard let session = try await visitor.session(), session.stage == .half, let person = session.holder.person,
            !(try await FactorOverview.of(person, at: visitor.door, visitor.ground.control)).hasFactor,
            let profile = try await visitor.ground.profiles.find(person)
        else { return nil }
        return (session, profile)
    }

    private func page(_ visitor: Visitor, _ draft: FormDraft) async throws -> PageContent {
        guard let (_, profile) = try await Self.person(of: visitor) else { return LogInEnded(visitor: visitor).content }
        let pending = try await ground.apps.pending(
            of: profile.person, named: profile.address, issuer: visitor.site.brand.name)
        return EnrolPage(visitor: visitor, draft: draft, pending: pending).content
    }

    private func begin(_ visitor: Visitor) async throws -> FormOutcome {
        guard let (_, profile) = try await Self.person(of: visitor) else { return LogInEnded.outcome }
        _ = try await ground.apps.begin(for: profile.person, named: profile.address, issuer: visitor.site.brand.name)
        return .see(visitor.wayOn.remembered(by: Self.path))
    }

    private func confirm(_ input: AppCodeInput, _ visitor: Visitor) async throws -> FormOutcome {
        guard let (session, profile) = try await Self.person(of: visitor) else { return LogInEnded.outcome }
        guard try await ground.throttle.take([.secondFactor(profile.person)]) else { throw Problem.tooManyTries }
        guard try await ground.apps.confirm(input.code, of: profile.person) else {
            return .refused([("code", SecondFactorRoutes.wrongCode)])
        }
        guard let cookies = try await Self.open(session, visitor) else { return LogInEnded.outcome }
        return .see(visitor.wayOn.remembered(by: "\(AccountPath.codes)?\(CodesPage.first)"), cookies: cookies)
    }

    /// Turns the half session into a whole one: the factor that was set up has just been shown.
    static func open(_ session: Session, _ visitor: Visitor) async throws -> [SetCookie]? {
        guard let token = visitor.token, let person = session.holder.person else { return nil }
        let device = try await visitor.ground.devices.know(person, label: session.label, as: session.device)
        let opened = try await visitor.ground.sessions.rotate(
            token, host: visitor.site.host, to: .open, showedSecondFactor: true, device: device.id)
        guard let opened else { return nil }
        return try await visitor.cookies(of: opened, device)
    }
}

/// The page before coming in: what is asked for, and the two ways to have it.
struct EnrolPage {
    let visitor: Visitor
    let draft: FormDraft
    let pending: AuthenticatorApps.Enrolment?

    var content: PageContent {
        PageContent(
            title: visitor.t("Hesabınızı koruyun", "Protect your account"),
            body: "<div class=\"door\">\(DoorLead(lead))\(pending.map(app) ?? choice)</div>")
    }

    private var lead: String {
        visitor.t(
            "\(visitor.site.brand.name) parolanın yanında ikinci bir doğrulama istiyor. Bir kez kurarsınız.",
            "\(visitor.site.brand.name) asks for a second step beside the password. You set it up once.")
    }

    private var choice: HTML {
        let passkey = PasskeyButton(
            visitor.t("Passkey oluştur", "Create a passkey"), .create, options: "\(EnrolRoutes.path)/passkey/options",
            answer: visitor.wayOn.remembered(by: "\(EnrolRoutes.path)/passkey"), .primary)
        let app = FormDraft(to: visitor.wayOn.remembered(by: "\(EnrolRoutes.path)/app"), in: visitor.place)
        return """
            <p class="help">\(visitor.t(
                "Passkey parmak iziniz, yüzünüz ya da cihaz kilidinizle çalışır; en hızlı yol budur.",
                "A passkey works by fingerprint, face or the lock of your device; it is the fastest way."))</p>\
            \(passkey)<div class="or">\(visitor.t("ya da", "or"))</div>\
            <div class="plainly">\(app.form(of: [], HTML(), save: Self.appButton))</div>
            """
    }

    private static let appButton = Words(tr: "Doğrulama uygulaması kur", en: "Set up an authenticator app")

    private func app(_ enrolment: AuthenticatorApps.Enrolment) -> HTML {
        AppSetUp(enrolment: enrolment, draft: draft, language: visitor.language).html
    }
}

import Core
import HTTP
import Localization
import Markup
import ModuleKit
import Security
import UI

/// What somebody is called and how they read.
struct ProfileRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/account", for: .person, taking: ProfileInput.self,
            show: { request, context, draft in
                let visitor = Visitor(ground, request, context)
                let profile = try await ground.profile(of: context)
                return ProfilePage(visitor: visitor, draft: draft, profile: profile).content
            },
            save: { input, _, context in try await save(input, context) })
    }

    private func save(_ input: ProfileInput, _ context: any PersonContext) async throws -> FormOutcome {
        guard let name = PersonName(input.name) else { return .refused([("name", PersonName.wanted)]) }
        guard ground.zones.zone(input.zone) != nil, let language = Language(rawValue: input.language) else {
            return .refused([
                ("zone", Words(tr: "Listeden bir saat dilimi seçin.", en: "Choose a time zone of the list."))
            ])
        }
        try await ground.profiles.change(context.user, name: name.text, language: language, zone: input.zone)
        return .see(AccountPath.profile, Flash(Words(tr: "Profiliniz kaydedildi.", en: "Your profile is saved.")))
    }
}

extension DoorGround {
    /// The particulars of who is signed in.
    func profile(of context: any PersonContext) async throws -> Profile {
        guard let profile = try await profiles.find(context.user) else { throw Problem(.notFound) }
        return profile
    }
}

/// What the form of a profile sends.
struct ProfileInput: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Ad soyad", en: "Full name"), .text(most: 120)).autocomplete("name"),
        InputField(
            "language", title: Words(tr: "Dil", en: "Language"),
            choices: ["tr": Words(tr: "Türkçe", en: "Türkçe"), "en": Words(tr: "English", en: "English")]),
        InputField("zone", title: Words(tr: "Saat dilimi", en: "Time zone"), .text(most: 64)),
    ]

    let name: String
    let language: String
    let zone: String
}

/// The page of a profile.
struct ProfilePage {
    let visitor: Visitor
    let draft: FormDraft
    let profile: Profile

    var content: PageContent {
        AccountFrame(visitor, .profile).page(
            visitor.t("Hesabım", "My account"),
            """
            \(Panel(visitor.t("Profil", "Profile"), form.html))\
            \(Panel(visitor.t("E-posta", "E-mail"), actions: change, address))
            """)
    }

    private var form: Form {
        let draft = draft.starting(with: [
            "name": profile.name, "language": profile.language.rawValue, "zone": profile.zone,
        ])
        let zones = ZoneChoices.choices(draft.text("zone") ?? profile.zone)
        let fields = FormFields(ProfileInput.fields, draft).control(
            "zone", Pick(zones, values: [draft.text("zone") ?? profile.zone], allowsSeveral: false))
        return draft.form(of: ProfileInput.fields, fields.html, traits: [.guarded])
    }

    private var change: HTML {
        Button(
            visitor.t("Değiştir", "Change"), .link(SafeURL(AccountPath.address) ?? .nowhere), size: .small
        ).html
    }

    private var address: HTML {
        let state =
            profile.isVerified
            ? Tag(visitor.t("Doğrulandı", "Confirmed"), .good, icon: .check)
            : Tag(visitor.t("Doğrulanmadı", "Not confirmed"), .warn)
        let prove: HTML? =
            profile.isVerified
            ? nil
            : FormDraft(to: AddressChangeRoutes.verify, in: visitor.place).form(
                of: [], HTML(), save: Words(tr: "Doğrulama bağlantısı gönder", en: "Send a link to confirm it")
            ).html
        return "<div class=\"row\"><strong class=\"cut\">\(profile.address)</strong>\(state)</div>\(prove)"
    }
}

import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Links that prove an address: the one somebody has, or the one they change to. A page asks first, because programs that
/// look at mail open every link in it.
struct AddressRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/verify", for: .open(LogInRoutes.limit), taking: NothingMore.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return try await page(.verification, Visitor(ground, request, context), draft)
            },
            save: { _, request, context in
                try context.checkHasPeople()
                return try await verify(Visitor(ground, request, context))
            })
        module.form(
            "/address", for: .open(LogInRoutes.limit), taking: NothingMore.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return try await page(.addressChange, Visitor(ground, request, context), draft)
            },
            save: { _, request, context in
                try context.checkHasPeople()
                return try await move(Visitor(ground, request, context))
            })
    }

    private func page(
        _ purpose: OneTimeLinks.Purpose, _ visitor: Visitor, _ draft: FormDraft
    ) async throws -> PageContent {
        guard let key = visitor.key, let link = try await ground.links.look(key, for: purpose, host: visitor.site.host),
            let profile = try await ground.profiles.find(UserID(link.subject))
        else { return LinkSpentPage(visitor: visitor).content }
        return ProvenAddressPage(visitor: visitor, draft: draft, address: link.address ?? profile.address).content
    }

    private func verify(_ visitor: Visitor) async throws -> FormOutcome {
        guard let key = visitor.key,
            let link = try await ground.links.take(key, for: .verification, host: visitor.site.host)
        else { return LinkSpentPage.outcome }
        try await ground.profiles.verify(UserID(link.subject))
        return .page(ProvenAddressPage.done(visitor))
    }

    private func move(_ visitor: Visitor) async throws -> FormOutcome {
        guard let key = visitor.key,
            let link = try await ground.links.take(key, for: .addressChange, host: visitor.site.host),
            let address = link.address.flatMap({ LoginAddress($0) })
        else { return LinkSpentPage.outcome }
        let person = UserID(link.subject)
        guard try await ground.profiles.move(person, to: address) else {
            return .refused([
                (
                    "",
                    Words(
                        tr: "Bu adres kullanılamıyor. Hesabınızda başka bir adres seçin.",
                        en: "This address cannot be used. Choose another in your account.")
                )
            ])
        }
        // Links to the address until now lead nowhere any more.
        try await ground.links.cancel(.reset, about: person.uuid)
        return .page(ProvenAddressPage.done(visitor))
    }
}

/// A form that is only pressed.
struct NothingMore: RouteInput {
    static let fields: [InputField] = []
}

/// The page of a link that proves an address.
struct ProvenAddressPage {
    let visitor: Visitor
    let draft: FormDraft
    let address: String

    var content: PageContent {
        PageContent(
            title: visitor.t("Adresinizi doğrulayın", "Confirm your address"),
            body: """
                <div class="door">\(DoorLead(visitor.t(
                    "\(address) adresinin size ait olduğunu onaylayın.", "Confirm that \(address) is yours.")))\
                \(draft.form(of: [], HTML(), save: Words(tr: "Bu adres benim", en: "This address is mine")))</div>
                """)
    }

    static func done(_ visitor: Visitor) -> PageContent {
        PageContent(
            title: visitor.t("Adresiniz doğrulandı", "Your address is confirmed"),
            body: """
                <div class="door"><div class="art good">\(Icon.circleCheck)</div>\(DoorLead(visitor.t(
                    "Bundan sonra bu adresle giriyorsunuz.", "From now on you sign in with it.")))\
                \(Button(visitor.t("Devam et", "Go on"), .link(SafeURL(path: "")), .primary, size: .large).wide())</div>
                """)
    }
}

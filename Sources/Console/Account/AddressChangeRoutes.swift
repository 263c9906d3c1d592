import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Asking for another address, and for a proof of the one that is there.
struct AddressChangeRoutes: Sendable {
    let ground: DoorGround

    static let verify = "/account/address/verify"

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/account/address", for: .person.fresh, taking: ForgottenInput.self,
            show: { request, context, draft in
                AddressChangePage(
                    visitor: Visitor(ground, request, context), draft: draft, address: context.person.address,
                    pending: try await ground.links.pendingAddress(of: context.user)
                ).content
            },
            save: { input, request, context in try await order(input, Visitor(ground, request, context), context) })
        module.action("/account/address/cancel", for: .person) { _, context in
            try await ground.links.cancel(.addressChange, about: context.user.uuid)
            return .see(
                AccountPath.profile,
                Flash(Words(tr: "Adresiniz olduğu gibi kalıyor.", en: "Your address stays as it is.")))
        }
        module.action("/account/address/verify", for: .person) { request, context in
            try await verify(Visitor(ground, request, context), context)
        }
    }

    /// Said alike whether somebody has the address already or not.
    private func order(
        _ input: ForgottenInput, _ visitor: Visitor, _ context: any PersonContext
    ) async throws -> FormOutcome {
        let profile = try await ground.profile(of: context)
        guard let address = LoginAddress(input.address), address.key != LoginAddress(profile.address)?.key else {
            return .refused([("address", LogInRoutes.noAddress)])
        }
        guard try await ground.throttle.take([.link(address, of: visitor.door.agency)])
        else { throw Problem.tooManyTries }
        guard let host = try await ground.invitations.host(of: visitor.door) else { throw Problem(.unavailable) }
        let link = OneTimeLinks.Link(
            about: context.user.uuid, agency: visitor.door.agency, tenant: visitor.door.tenant, address: address.text)
        let token = try await ground.links.make(.addressChange, link, host: host)
        try await ground.letters.change(profile, to: address, token, of: visitor.door.house)
        return .see(
            AccountPath.profile,
            Flash(
                Words(
                    tr: "Yeni adrese bir bağlantı gönderdik; açana kadar eskisi geçerli.",
                    en: "We sent a link to the new address; until it is opened the old one stays."), .info))
    }

    private func verify(_ visitor: Visitor, _ context: any PersonContext) async throws -> FormOutcome {
        let profile = try await ground.profile(of: context)
        guard let address = LoginAddress(profile.address),
            let host = try await ground.invitations.host(of: visitor.door)
        else { throw Problem(.unavailable) }
        guard try await ground.throttle.take([.link(address, of: visitor.door.agency)]) else {
            throw Problem.tooManyTries
        }
        let link = OneTimeLinks.Link(
            about: context.user.uuid, agency: visitor.door.agency, tenant: visitor.door.tenant)
        let token = try await ground.links.make(.verification, link, host: host)
        try await ground.letters.verify(profile, token, of: visitor.door.house)
        return .see(
            AccountPath.profile, Flash(Words(tr: "Bağlantıyı gönderdik.", en: "We have sent the link."), .info))
    }
}

/// The page for another address.
struct AddressChangePage {
    let visitor: Visitor
    let draft: FormDraft
    let address: String
    let pending: String?

    var content: PageContent {
        let fields = FormFields(ForgottenInput.fields, draft).control(
            "address",
            TextBox(
                draft.text("address") ?? "", .email, autocomplete: "email",
                attributes: [.text("autocapitalize", "none")]))
        let form = draft.form(
            of: ForgottenInput.fields, fields.html, save: Words(tr: "Bağlantı gönder", en: "Send a link"),
            cancel: AccountPath.profile)
        let text = visitor.t(
            "Şimdiki adresiniz \(address). Yenisine bir bağlantı, eskisine bir haber gider.",
            "Your address is \(address). The new one gets a link, the old one the news.")
        var page = AccountFrame(visitor, .profile).inner(
            visitor.t("E-posta adresi", "E-mail address"),
            "\(waiting)\(Panel("<p class=\"muted\">\(text)</p>\(form)"))")
        page.steps.removeLast()
        return page
    }

    private var waiting: HTML? {
        guard let pending else { return nil }
        let cancel = FormDraft(to: "\(AccountPath.address)/cancel", in: visitor.place)
        return Panel(
            visitor.t("Bekleyen değişiklik", "A change that waits"),
            """
            <p>\(visitor.t("\(pending) adresine gönderilen bağlantı bekleniyor.", "The link sent to \(pending) is awaited."))</p>\
            \(cancel.form(of: [], HTML(), save: Words(tr: "Değişiklikten vazgeç", en: "Give the change up")))
            """
        ).html
    }
}

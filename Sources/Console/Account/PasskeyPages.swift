import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// A person's passkeys: another one, another name, one less.
struct AccountPasskeyRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.page("/account/passkeys", for: .person.fresh) { request, context in
            AddPasskeyPage(visitor: Visitor(ground, request, context)).content
        }
        module.route(.post, "/account/passkeys/options", for: .person.fresh) { request, context in
            try await PasskeyDesk(Visitor(ground, request, context)).options(for: try await ground.profile(of: context))
        }
        module.route(.post, "/account/passkeys", for: .person.fresh, taking: PasskeyInput.self) {
            input, request, context in
            try await add(input, Visitor(ground, request, context), context)
        }
        module.form(
            "/account/passkeys/:passkey/rename", for: .person, taking: PasskeyNameInput.self, free: ["passkey"],
            show: { request, context, draft in
                let id = context.parameters["passkey"].flatMap { UUIDv7($0) }
                let mine = try await ground.passkeys.entries(of: context.user)
                guard let passkey = mine.first(where: { $0.id == id }) else { throw Problem(.notFound) }
                let draft = draft.starting(with: ["label": passkey.label])
                return RenamePage(visitor: Visitor(ground, request, context), draft: draft).content
            },
            save: { input, _, context in try await rename(input, context) })
        module.action("/account/passkeys/:passkey/remove", for: .person.fresh, free: ["passkey"]) { request, context in
            guard let id = context.parameters["passkey"].flatMap({ UUIDv7($0) }),
                try await ground.passkeys.remove(id, of: context.user)
            else { throw Problem(.notFound) }
            let visitor = Visitor(ground, request, context)
            try await ground.letters.tell(try await ground.profile(of: context), .factorRemoved, of: visitor.door.house)
            return .see(
                AccountPath.security, Flash(Words(tr: "Passkey kaldırıldı.", en: "The passkey is removed.")),
                cookies: try await ground.renewed(visitor))
        }
    }

    private func add(
        _ input: PasskeyInput, _ visitor: Visitor, _ context: any PersonContext
    ) async throws -> Response {
        try await PasskeyDesk(visitor).register(input, for: context.user)
        try await ground.letters.tell(try await ground.profile(of: context), .factorAdded, of: visitor.door.house)
        let hasCodes = try await ground.codes.left(of: context.user) > 0
        let next = hasCodes ? AccountPath.security : "\(AccountPath.codes)?\(CodesPage.first)"
        return PasskeyDesk.on(to: next, try await ground.raised(visitor))
    }

    private func rename(_ input: PasskeyNameInput, _ context: any PersonContext) async throws -> FormOutcome {
        guard let label = PersonName(input.label, most: 80) else {
            return .refused([("label", Words(tr: "Bir ad yazın.", en: "Write a name."))])
        }
        guard let id = context.parameters["passkey"].flatMap({ UUIDv7($0) }),
            try await ground.passkeys.rename(id, of: context.user, to: label.text)
        else { throw Problem(.notFound) }
        return .see(AccountPath.security, Flash(Words(tr: "Ad değişti.", en: "The name is changed.")))
    }
}

/// Another name for a passkey.
struct PasskeyNameInput: RouteInput {
    static let fields = [InputField("label", title: Words(tr: "Ad", en: "Name"), .text(most: 80))]

    let label: String
}

/// Another name for a passkey, on a page of its own.
struct RenamePage {
    let visitor: Visitor
    let draft: FormDraft

    var content: PageContent {
        AccountFrame(visitor, .security).inner(
            visitor.t("Passkey’in adı", "Name of the passkey"),
            Panel(
                draft.form(
                    of: PasskeyNameInput.fields, FormFields(PasskeyNameInput.fields, draft).html,
                    cancel: AccountPath.security
                ).html
            ).html)
    }
}

/// The page for another passkey.
struct AddPasskeyPage {
    let visitor: Visitor

    var content: PageContent {
        let field = Field(
            visitor.t("Ad", "Name"), name: "label",
            TextBox("", hint: BrowserLabel.of(visitor.request.head[.userAgent])),
            help: visitor.t("Hangi cihaz ya da kasa olduğunu hatırlatır.", "Reminds you of the device or the keeper."),
            isRequired: false, in: visitor.language)
        let button = PasskeyButton(
            visitor.t("Passkey oluştur", "Create a passkey"), .create, options: "\(AccountPath.passkeys)/options",
            answer: AccountPath.passkeys, .primary, with: "new-passkey")
        return AccountFrame(visitor, .security).inner(
            visitor.t("Passkey ekle", "Add a passkey"),
            Panel(
                """
                <div class="door"><p class="muted">\(visitor.t(
                    "Tarayıcınız parmak izi, yüz ya da cihaz kilidi soracak. Anahtar cihazınızda ya da parola kasanızda kalır.",
                    "Your browser will ask for fingerprint, face or the lock of the device. The key stays there or with your keeper of passwords."))</p>\
                <div id="new-passkey">\(field)</div>\(button)<p class="help" data-no-passkeys hidden>\(visitor.t(
                    "Bu tarayıcı passkey bilmiyor.", "This browser knows no passkeys."))</p></div>
                """
            ).html)
    }
}

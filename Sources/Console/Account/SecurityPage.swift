import Core
import Markup
import ModuleKit
import Security
import UI

/// The page of what somebody comes in with.
struct SecurityPage {
    let visitor: Visitor
    let profile: Profile
    let overview: FactorOverview
    let passkeys: [Passkeys.Entry]

    var content: PageContent {
        AccountFrame(visitor, .security).page(
            visitor.t("Güvenlik", "Security"), "\(demand)\(password)\(passkeyPanel)\(app)\(codes)\(dialogs)")
    }

    private func t(_ tr: String, _ en: String) -> String { visitor.t(tr, en) }
    private var moments: Moments { Moments(visitor, zone: visitor.place.zone) }

    /// What the tenant asks for, as long as it is not there.
    private var demand: Callout? {
        guard let from = overview.demanded, !overview.hasFactor else { return nil }
        let brand = visitor.site.brand.name
        return Callout(
            t(
                "\(brand) ikinci bir doğrulama istiyor. \(moments.day(from)) tarihine kadar bir passkey ya da uygulama kurun.",
                "\(brand) asks for a second step. Set up a passkey or an app until \(moments.day(from))."), .warn)
    }

    private var password: Panel {
        let button = Button(
            profile.hasPassword ? t("Değiştir", "Change") : t("Belirle", "Set"),
            .link(AccountFrame.url(AccountPath.password)), size: .small)
        let text =
            profile.hasPassword
            ? t("Hesabınıza parolayla da girilebiliyor.", "Your account can be opened by password.")
            : t("Parolanız yok; passkey ile giriyorsunuz.", "You have no password; you sign in with a passkey.")
        return Panel(t("Parola", "Password"), actions: button.html, "<p class=\"muted\">\(text)</p>")
    }

    private var passkeyPanel: Panel {
        let add = Button(
            t("Passkey ekle", "Add a passkey"), .link(AccountFrame.url(AccountPath.passkeys)),
            passkeys.isEmpty ? .primary : .plain, icon: .plus, size: .small)
        guard !passkeys.isEmpty else {
            return Panel(
                "Passkey", actions: add.html,
                "<p class=\"muted\">\(t("Parmak izi, yüz ya da cihaz kilidiyle parola yazmadan girin. Oltalama sitelerinde çalışmaz.", "Sign in by fingerprint, face or the lock of your device, without a password. It does not work on false sites."))</p>"
            )
        }
        return Panel(
            "Passkey", actions: add.html, isFlush: true, "<ul class=\"things\">\(passkeys.map(row))</ul>")
    }

    private func row(_ passkey: Passkeys.Entry) -> HTML {
        let isHere = passkey.relyingParty == visitor.site.host
        let used =
            passkey.lastUsed.map { t("son kullanım \(moments.ago($0))", "used \(moments.ago($0))") }
            ?? t("hiç kullanılmadı", "never used")
        let elsewhere: Tag? =
            isHere ? nil : Tag(t("\(passkey.relyingParty) için", "for \(passkey.relyingParty)"), .warn)
        let synced: Tag? = passkey.isSynced ? Tag(t("eşitlenir", "synced")) : nil
        let advice: HTML? =
            isHere
            ? nil
            : "<p class=\"help\">\(t("Alan adı değişti: burada işe yaramaz, yeniden ekleyin.", "The domain has changed: it opens nothing here, add it anew."))</p>"
        return """
            <li>\(Icon.key)<div><div class="row"><strong class="cut">\(passkey.label)</strong>\(synced)\(elsewhere)</div>\
            <p class="help">\(moments.day(passkey.created)) · \(used)</p>\(advice)</div><div class="row">\
            \(IconButton(t("\(passkey.label): adını değiştir", "\(passkey.label): rename"), .pencil, .opens(id("rename", passkey)), isSmall: true))\
            \(IconButton(t("\(passkey.label): kaldır", "\(passkey.label): remove"), .trash, .opens(id("remove", passkey)), isSmall: true))</div></li>
            """
    }

    private func id(_ act: String, _ passkey: Passkeys.Entry) -> ElementID { ElementID("\(act)-\(passkey.id)") }

    private var app: Panel {
        let title = t("Doğrulama uygulaması", "Authenticator app")
        guard overview.hasApp else {
            let set = Button(t("Kur", "Set up"), .link(AccountFrame.url(AccountPath.app)), size: .small)
            return Panel(
                title, actions: set.html,
                "<p class=\"muted\">\(t("Parolanın yanında telefonunuzdaki uygulamanın gösterdiği altı haneyi yazarsınız.", "Beside the password you write six digits that an app on your telephone shows."))</p>"
            )
        }
        let remove = Button(t("Kaldır", "Remove"), .opens("remove-app"), .dangerQuiet, size: .small)
        return Panel(
            title, actions: "\(Tag(t("Açık", "On"), .good, isDotted: true))\(remove)",
            "<p class=\"muted\">\(t("Girişte uygulamanın gösterdiği kod istenir.", "Its code is asked for when you sign in."))</p>"
        )
    }

    private var codes: Panel? {
        guard overview.hasFactor || overview.recoveryCodes > 0 else { return nil }
        let left = overview.recoveryCodes
        let make = Button(
            left == 0 ? t("Oluştur", "Make") : t("Yenile", "Renew"), .link(AccountFrame.url(AccountPath.codes)),
            size: .small)
        let tag = Tag(t("\(left) kod kaldı", "\(left) left"), left == 0 ? .bad : left < 4 ? .warn : .plain)
        return Panel(
            t("Kurtarma kodları", "Recovery codes"), actions: "\(tag)\(make)",
            "<p class=\"muted\">\(t("Telefonunuzu ya da passkey’inizi yitirirseniz bunlarla girersiniz.", "With these you get in when you lose your telephone or passkey."))</p>"
        )
    }

    private var dialogs: HTML {
        let removals = passkeys.map { passkey in
            FormDialog(
                id("remove", passkey), t("Passkey kaldırılsın mı?", "Remove the passkey?"),
                t("“\(passkey.label)” ile bir daha girilemez.", "“\(passkey.label)” opens your account no more."),
                to: "\(AccountPath.passkeys)/\(passkey.id)/remove", t("Kaldır", "Remove"), visitor)
        }
        let names = passkeys.map { RenameDialog(id: id("rename", $0), passkey: $0, visitor: visitor) }
        let app: FormDialog? =
            overview.hasApp
            ? FormDialog(
                "remove-app", t("Uygulama kaldırılsın mı?", "Remove the app?"),
                t("Girişte artık kodu istenmez.", "Its code is asked for no more."), to: "\(AccountPath.app)/remove",
                t("Kaldır", "Remove"), visitor) : nil
        return "\(removals)\(names)\(app)"
    }
}

/// A question whose answer is posted.
struct FormDialog: Component {
    private let id: ElementID
    private let title: String
    private let text: String
    private let path: String
    private let button: String
    private let visitor: Visitor

    init(
        _ id: ElementID, _ title: String, _ text: String, to path: String, _ button: String, _ visitor: Visitor
    ) {
        (self.id, self.title, self.text) = (id, title, text)
        (self.path, self.button, self.visitor) = (path, button, visitor)
    }

    var html: HTML {
        Dialog(
            id, title, in: visitor.language,
            """
            <p>\(text)</p><form method="post" action="\(AccountFrame.url(path))">\(FormTokenField(visitor.place))\
            <footer>\(Button(visitor.t("Vazgeç", "Cancel"), .closes))\(Button(button, .submit, .danger))</footer></form>
            """
        ).html
    }
}

/// The hidden field by which a form is known to be ours.
struct FormTokenField: Component {
    private let token: String?

    init(_ place: any RouteContext) { token = place.formToken }

    var html: HTML {
        guard let token else { return HTML() }
        return "<input type=\"hidden\" name=\"\(FormToken.field)\" value=\"\(token)\">"
    }
}

/// Another name for a passkey.
struct RenameDialog: Component {
    let id: ElementID
    let passkey: Passkeys.Entry
    let visitor: Visitor

    var html: HTML {
        let field: HTML = """
            <input class="input" id="\(id.part("name").text)" name="label" value="\(passkey.label)" maxlength="80" required>
            """
        return Dialog(
            id, visitor.t("Passkey’in adı", "Name of the passkey"), in: visitor.language,
            """
            <form method="post" class="form" action="\(AccountFrame.url("\(AccountPath.passkeys)/\(passkey.id)/rename"))">\
            \(FormTokenField(visitor.place))<div class="field"><label for="\(id.part("name").text)">\
            \(visitor.t("Ad", "Name"))</label>\(field)</div><footer>\(Button(visitor.t("Vazgeç", "Cancel"), .closes))\
            \(Button(visitor.t("Kaydet", "Save"), .submit, .primary))</footer></form>
            """
        ).html
    }
}

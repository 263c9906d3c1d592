import Core
import Markup
import ModuleKit
import Security
import UI

/// A link that opens nothing: used, late, or made for another house. Which, nobody is told.
struct LinkSpentPage {
    let visitor: Visitor

    static let path = "/link-spent"
    static let outcome = FormOutcome.see(path)

    var content: PageContent {
        PageContent(
            title: visitor.t("Bu bağlantı artık geçerli değil", "This link is no longer valid"),
            body: """
                <div class="door">\(DoorLead(visitor.t(
                    "Bağlantılar bir kez ve on beş dakika içinde kullanılabilir.",
                    "Links work once, within fifteen minutes.")))\
                <p>\(visitor.t(
                    "Adresinizi yazın, size yeni bir bağlantı gönderelim.",
                    "Write your address, and we send you another."))</p>\
                \(Button(visitor.t("Yeni bağlantı iste", "Ask for another link"), .link(anew), .primary, size: .large).wide())\
                <p class="small">\(TextLink(visitor.t("Oturum aç", "Sign in"), SafeURL(path: "log-in")))</p></div>
                """)
    }

    private var anew: SafeURL { SafeURL(LinkPath.forgotten) ?? .nowhere }
}

extension ProblemCode {
    /// The link was used, is late, or was made for another house.
    static let linkSpent = ProblemCode("link-spent", status: 410, title: "This link is no longer valid")
}

extension PersonName {
    static let wanted = Words(tr: "Adınızı yazın.", en: "Write your name.")
}

/// The field of a new password.
enum NewPasswordField {
    static func field(_ name: StaticString) -> InputField {
        InputField(name, title: Words(tr: "Yeni parola", en: "New password"), .secret(most: 1_024))
            .autocomplete("new-password")
            .help(
                Words(
                    tr: "En az 8 karakter; birkaç sözcüklük bir cümle en iyisidir.",
                    en: "At least 8 characters; a sentence of a few words is best."))
    }
}

extension PasswordObjection {
    /// What is wrong, for who has typed it.
    var words: Words {
        switch self {
        case .tooShort: Words(tr: "En az 8 karakter kullanın.", en: "Use at least 8 characters.")
        case .tooLong: Words(tr: "Daha kısa bir parola seçin.", en: "Choose a shorter password.")
        case .controlCharacter:
            Words(tr: "Parolada görünmeyen bir karakter var.", en: "There is an invisible character in it.")
        case .tooCommon:
            Words(
                tr: "Bu parola ilk tahmin edilenlerden. Başka bir tane seçin.",
                en: "This is among the first that are guessed. Choose another.")
        case .aboutPerson:
            Words(
                tr: "Adınıza ya da adresinize çok benziyor. Başka bir tane seçin.",
                en: "It is too close to your name or address. Choose another.")
        }
    }
}

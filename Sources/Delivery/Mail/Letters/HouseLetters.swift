import Core
import Markup
public import ModuleKit

/// The letters that the house itself knows, in Turkish and English.
public struct HouseLetters: MailRenderer {
    typealias Writing = @Sendable (LetterValues) throws(MailRefusal) -> LetterContent

    /// The letters of the house.
    public init() {}

    /// Refuses what cannot be written, by writing it for nobody.
    public func check(_ template: MailTemplate, _ values: [String: MailValue]) throws(MailRefusal) {
        let nobody = MailBrand(name: "Konak", hue: 262, chroma: 190, origin: "https://konak.invalid")
        _ = try content(MailLetter(template, in: .tr, brand: nobody, values: values))
    }

    /// Writes a letter as page and as text.
    public func render(_ letter: MailLetter) throws(MailRefusal) -> RenderedMail {
        let content = try content(letter)
        return RenderedMail(
            subject: CleanText.line(content.subject),
            html: MailFrame(letter: letter, content: content).html.description,
            text: PlainTwin(letter: letter, content: content).text)
    }

    private func content(_ letter: MailLetter) throws(MailRefusal) -> LetterContent {
        let values = LetterValues(letter: letter)
        switch letter.template {
        case .invitation: return try Self.invitation(values)
        case .verification: return try Self.verification(values)
        case .passwordReset: return try Self.passwordReset(values)
        case .addressChange: return try Self.addressChange(values)
        case .newDevice: return try Self.newDevice(values)
        case .digest: return try Self.digest(values)
        case .notice: return try Self.notice(values)
        case .test: return Self.test(values)
        default: throw .template(letter.template.description)
        }
    }

    // MARK: Letters with a door in them

    private static func invitation(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        let place = values.lineIfPresent("place") ?? values.brand
        let inviter = values.lineIfPresent("inviter")
        let title: String
        if values.isTurkish {
            title = inviter.map { "\($0) sizi \(place) ekibine davet ediyor" } ?? "\(place) ekibine davet edildiniz"
        } else {
            title = inviter.map { "\($0) invites you to join \(place)" } ?? "You are invited to join \(place)"
        }
        var content = LetterContent(
            subject: title, heading: title,
            preview: values.say(Words(tr: "Hesabınızı bir dakikada açın.", en: "Set up your account in a minute.")))
        content.paragraphs = [
            values.say(
                Words(
                    tr: "Daveti kabul ettiğinizde parolanızı belirler ve hemen çalışmaya başlarsınız.",
                    en: "Accept the invitation, choose a password, and you can start right away."))
        ]
        content.button = .init(
            title: values.say(Words(tr: "Daveti kabul et", en: "Accept the invitation")), url: try values.url("link"))
        content.note = values.say(
            Words(
                tr: "Bu daveti beklemiyorsanız bu iletiyi yok sayabilirsiniz.",
                en: "If you did not expect this invitation, you can ignore this message."))
        return content
    }

    private static func verification(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        var content = LetterContent(
            subject: values.say(Words(tr: "E-posta adresinizi doğrulayın", en: "Verify your e-mail address")),
            heading: values.say(Words(tr: "E-posta adresinizi doğrulayın", en: "Verify your e-mail address")),
            preview: values.say(Words(tr: "Tek bir adım kaldı.", en: "There is one step left.")))
        content.paragraphs = [
            values.isTurkish
                ? "\(values.brand) hesabınızda bu adresin size ait olduğunu onaylayın."
                : "Confirm that this address of your \(values.brand) account is yours."
        ]
        content.code = values.lineIfPresent("code")
        content.button = .init(
            title: values.say(Words(tr: "Adresi doğrula", en: "Verify the address")), url: try values.url("link"))
        content.note = values.say(
            Words(
                tr: "Bu isteği siz yapmadıysanız bir şey yapmanız gerekmez.",
                en: "If you did not ask for this, there is nothing you need to do."))
        return content
    }

    private static func passwordReset(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        var content = LetterContent(
            subject: values.say(Words(tr: "Parolanızı yenileyin", en: "Reset your password")),
            heading: values.say(Words(tr: "Parolanızı yenileyin", en: "Reset your password")),
            preview: values.say(Words(tr: "Bağlantı bir kez kullanılabilir.", en: "The link works once.")))
        content.paragraphs = [
            values.isTurkish
                ? "\(values.brand) hesabınız için yeni parola istendi. Aşağıdaki düğmeyle yenisini belirleyin."
                : "A new password was asked for on your \(values.brand) account. Choose one with the button below."
        ]
        if let minutes = values.number("minutes") {
            content.paragraphs.append(
                values.isTurkish
                    ? "Bağlantı \(minutes) dakika geçerlidir ve bir kez kullanılabilir."
                    : "The link is valid for \(minutes) minutes and works once.")
        }
        content.button = .init(
            title: values.say(Words(tr: "Yeni parola belirle", en: "Choose a new password")),
            url: try values.url("link"))
        content.note = values.say(
            Words(
                tr: "Bunu siz istemediyseniz parolanız değişmez; bu iletiyi yok sayabilirsiniz.",
                en: "If this was not you, your password stays as it is and you can ignore this message."))
        return content
    }

    private static func addressChange(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        let address = try values.line("address")
        var content = LetterContent(
            subject: values.say(Words(tr: "E-posta adresiniz değişiyor", en: "Your e-mail address is being changed")),
            heading: values.say(Words(tr: "E-posta adresiniz değişiyor", en: "Your e-mail address is being changed")),
            preview: values.say(Words(tr: "Bunu siz mi istediniz?", en: "Was this you?")))
        content.paragraphs = [
            values.isTurkish
                ? "\(values.brand) hesabınızın adresi aşağıdaki adresle değiştirilmek isteniyor."
                : "The address of your \(values.brand) account is to become the one below."
        ]
        content.facts = [(values.say(Words(tr: "Yeni adres", en: "New address")), address)]
        content.button = .init(
            title: values.say(Words(tr: "İsteği gör", en: "See the request")), url: try values.url("link"))
        content.note = values.say(
            Words(
                tr: "Bunu siz istemediyseniz hemen parolanızı değiştirin.",
                en: "If this was not you, change your password at once."))
        return content
    }

    // MARK: Letters that tell

    private static func newDevice(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        var content = LetterContent(
            subject: values.say(Words(tr: "Hesabınıza yeni bir cihazdan girildi", en: "New sign-in to your account")),
            heading: values.say(Words(tr: "Yeni bir cihazdan girildi", en: "A new device signed in")),
            preview: values.say(Words(tr: "Bu siz miydiniz?", en: "Was this you?")))
        content.paragraphs = [
            values.isTurkish
                ? "\(values.brand) hesabınıza daha önce görmediğimiz bir cihazdan girildi."
                : "Your \(values.brand) account was signed in to from a device we had not seen before."
        ]
        content.facts = [
            (values.say(Words(tr: "Cihaz", en: "Device")), try values.line("device")),
            (values.say(Words(tr: "Zaman", en: "Time")), try values.time("time")),
        ]
        if let address = values.lineIfPresent("ip") {
            content.facts.append((values.say(Words(tr: "IP adresi", en: "IP address")), address))
        }
        if let url = try values.urlIfPresent("link") {
            content.button = .init(
                title: values.say(Words(tr: "Oturumları gözden geçir", en: "Review your sessions")), url: url)
        }
        content.note = values.say(
            Words(
                tr: "Siz değilseniz parolanızı değiştirin ve tüm oturumları kapatın.",
                en: "If it was not, change your password and end all sessions."))
        return content
    }

    private static func digest(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        let title = try values.line("title")
        let items = try values.items("items")
        var content = LetterContent(
            subject: title, heading: title, preview: items.first.map(\.title) ?? values.brand)
        content.items = items
        if let url = try values.urlIfPresent("link") {
            content.button = .init(
                title: values.isTurkish ? "\(values.brand) sayfasını aç" : "Open \(values.brand)", url: url)
        }
        return content
    }

    private static func notice(_ values: LetterValues) throws(MailRefusal) -> LetterContent {
        let title = try values.line("title")
        let paragraphs = try values.paragraphs("text")
        var content = LetterContent(
            subject: title, heading: title, preview: CleanText.line(paragraphs.first ?? "", most: 90))
        content.paragraphs = paragraphs
        if let url = try values.urlIfPresent("link") {
            content.button = .init(
                title: values.lineIfPresent("button") ?? values.say(Words(tr: "Aç", en: "Open")), url: url)
        }
        return content
    }

    private static func test(_ values: LetterValues) -> LetterContent {
        var content = LetterContent(
            subject: values.isTurkish ? "\(values.brand): deneme iletisi" : "\(values.brand): test message",
            heading: values.say(Words(tr: "E-posta çalışıyor", en: "Mail works")),
            preview: values.say(Words(tr: "Bu bir deneme iletisidir.", en: "This is a test message.")))
        content.paragraphs = [
            values.say(
                Words(
                    tr: "Bu iletiyi okuyabiliyorsanız posta sunucunuz doğru ayarlanmıştır.",
                    en: "If you can read this, your mail server is set up well."))
        ]
        return content
    }
}

import Core
import Delivery
import ModuleKit
import Security

/// The letters that doors send. Each leads to the host of whose brand it bears, and is of no use once its link is late.
struct DoorLetters: Sendable {
    let mail: MailOffice
    let clock: any WallClock

    func invite(_ profile: Profile, _ token: SecretToken, to house: MailHouse, place: String?, by inviter: String?)
        async throws
    {
        var values = ["link": MailValue.path(LinkPath.with(token, LinkPath.invitation))]
        if let inviter { values["inviter"] = .text(inviter) }
        if let place { values["place"] = .text(place) }
        try await send(.invitation, values, to: profile, of: house)
    }

    /// Somebody who has an account already belongs somewhere else too from now on.
    func joined(_ profile: Profile, _ house: MailHouse, place: String, by inviter: String?) async throws {
        let t = profile.language.t
        let text =
            inviter.map { t("\($0) sizi \(place) ekibine ekledi.", "\($0) has added you to \(place).") }
            ?? t("\(place) ekibine eklendiniz.", "You have been added to \(place).")
        let values: [String: MailValue] = [
            "title": .text(t("\(place) ekibine hoş geldiniz", "Welcome to \(place)")), "text": .text(text),
            "link": .path(DoorPath.logIn), "button": .text(t("Oturum aç", "Sign in")),
        ]
        try await send(.notice, values, to: profile, of: house, lasts: nil)
    }

    func reset(_ profile: Profile, _ token: SecretToken, of house: MailHouse) async throws {
        let minutes = OneTimeLinks.lifetime.components.seconds / 60
        let values: [String: MailValue] = [
            "link": .path(LinkPath.with(token, LinkPath.reset)), "minutes": .number(minutes),
        ]
        try await send(.passwordReset, values, to: profile, of: house)
    }

    func verify(_ profile: Profile, _ token: SecretToken, of house: MailHouse) async throws {
        try await send(
            .verification, ["link": .path(LinkPath.with(token, LinkPath.verification))], to: profile, of: house)
    }

    /// To the new address the link, to the one until now the news: whoever owns it can still say no.
    func change(_ profile: Profile, to address: LoginAddress, _ token: SecretToken, of house: MailHouse) async throws {
        try await send(
            .verification, ["link": .path(LinkPath.with(token, LinkPath.address))], to: profile, at: address.text,
            of: house)
        try await send(
            .addressChange, ["address": .text(address.text), "link": .path(AccountPath.address)], to: profile, of: house
        )
    }

    /// What owners of an account are told of at once, so that they hear of what they did not do.
    enum News {
        case password, factorAdded, factorRemoved
        /// Somebody came in by a browser that the account was never used by, from a network.
        case newBrowser(String, from: String)

        func title(_ t: (String, String) -> String) -> String {
            switch self {
            case .password: t("Parolanız değişti", "Your password was changed")
            case .factorAdded: t("Hesabınıza yeni bir doğrulama eklendi", "A way to sign in was added")
            case .factorRemoved: t("Hesabınızdan bir doğrulama kaldırıldı", "A way to sign in was removed")
            case .newBrowser:
                t("Hesabınıza yeni bir tarayıcıdan girildi", "Your account was signed in to from a new browser")
            }
        }

        func text(_ t: (String, String) -> String) -> String {
            let advice = t(
                "Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz değilseniz parolanızı hemen yenileyin ve tüm oturumları kapatın.",
                "If it was you, there is nothing to do. If not, reset your password at once and end all sessions.")
            guard case .newBrowser(let browser, let network) = self else { return advice }
            return t("Tarayıcı: \(browser). Ağ: \(network). ", "Browser: \(browser). Network: \(network). ") + advice
        }
    }

    func tell(_ profile: Profile, _ news: News, of house: MailHouse) async throws {
        let t = profile.language.t
        let values: [String: MailValue] = [
            "title": .text(news.title(t)), "text": .text(news.text(t)), "link": .path(AccountPath.security),
            "button": .text(t("Hesabımı aç", "Open my account")),
        ]
        try await send(.notice, values, to: profile, of: house, lasts: nil)
    }

    private func send(
        _ template: MailTemplate, _ values: [String: MailValue], to profile: Profile, at address: String? = nil,
        of house: MailHouse, lasts: Duration? = OneTimeLinks.lifetime
    ) async throws {
        let order = MailOrder(
            template, to: address ?? profile.address, name: profile.name, in: profile.language, values: values,
            notAfter: lasts.map { clock.now() + $0 })
        try await mail.send(order, from: house)
    }
}

extension Doorstep {
    /// In whose name letters of this door are written.
    var house: MailHouse { tenant.map(MailHouse.tenant) ?? agency.map(MailHouse.agency) ?? .platform }
}

import Core
public import Delivery
public import Kernel
import ModuleKit

/// The doors as a part of the house: signing in and out, links, a person's own account.
public struct DoorsPart: Sendable {
    private let services: HouseServices
    private let mail: MailOffice

    /// The part on what a process has, and on what sends its letters.
    public init(_ services: HouseServices, mail: MailOffice) throws {
        (self.services, self.mail) = (services, mail)
    }

    static let id = ModuleID("doors")

    /// What is registered.
    public var part: HousePart {
        HousePart(
            ModuleManifest(
                id: Self.id, title: Words(tr: "Kapılar", en: "Doors"),
                summary: Words(tr: "Oturum açma ve hesap.", en: "Signing in and accounts.")))
    }
}

import Core
public import Delivery
public import Kernel
import ModuleKit
public import Security

/// The doors as a part of the house: signing in and out, links of letters, a person's own account.
public struct DoorsPart: Sendable {
    private let ground: DoorGround
    let orders: LinkOrders
    private let sites: any SiteLookup

    /// The part on what knows people, and on what sends its letters.
    public init(_ identity: Identity, mail: MailOffice) {
        self.init(DoorGround(identity, mail: mail), sites: identity.services.sites)
    }

    init(_ ground: DoorGround, sites: any SiteLookup) {
        (self.ground, self.sites) = (ground, sites)
        orders = LinkOrders(ground, log: ground.identity.services.log)
    }

    static let id = ModuleID("doors")

    /// What is registered.
    public var part: HousePart {
        var part = HousePart(
            ModuleManifest(
                id: Self.id, title: Words(tr: "Kapılar", en: "Doors"),
                summary: Words(tr: "Oturum açma ve hesap.", en: "Signing in and accounts.")),
            work: { _ in [orders] },
            register: { register(into: &$0) })
        part.surroundings = DoorSurroundings(ground: ground)
        return part
    }

    private func register(into module: inout ModuleRegistrar) {
        StartRoutes(ground: ground).register(into: &module)
        LogInRoutes(ground: ground).register(into: &module)
        SecondFactorRoutes(ground: ground).register(into: &module)
        EnrolRoutes(ground: ground).register(into: &module)
        PasskeyRoutes(ground: ground).register(into: &module)
        InvitationRoutes(ground: ground).register(into: &module)
        ForgottenRoutes(ground: ground, orders: orders).register(into: &module)
        AddressRoutes(ground: ground).register(into: &module)
        HandoverRoutes(ground: ground, sites: sites).register(into: &module)
        ProfileRoutes(ground: ground).register(into: &module)
        SecurityRoutes(ground: ground).register(into: &module)
        AppRoutes(ground: ground).register(into: &module)
        CodesRoutes(ground: ground).register(into: &module)
        AccountPasskeyRoutes(ground: ground).register(into: &module)
        AddressChangeRoutes(ground: ground).register(into: &module)
        SessionRoutes(ground: ground).register(into: &module)
        ProofRoutes(ground: ground).register(into: &module)
    }
}

import Core
import Crypto
public import Delivery
import HTTP
public import Kernel
import ModuleKit
import Security

/// The doors as a part of the house: signing in and out, links of letters, a person's own account.
public struct DoorsPart: Sendable {
    private let services: HouseServices
    private let ground: DoorGround
    private let orders: LinkOrders
    private let moving: HandoverRoutes

    /// The part on what a process has, and on what sends its letters.
    public init(_ services: HouseServices, mail: MailOffice) throws {
        let root = try RootKey.load(services.configuration)
        let hashing = Hashing { try await PasswordHasher.start(root, on: services.blocking) }
        try self.init(services, root: root, mail: mail, clock: SystemClock(), hashing: hashing)
    }

    init(
        _ services: HouseServices, root: RootKey, mail: MailOffice, clock: any WallClock, hashing: Hashing
    ) throws {
        self.services = services
        ground = try DoorGround(
            services.databases.control, root: root, clock: clock, mail: mail, hashing: hashing,
            operatorHost: services.configuration.operatorMailHost,
            trusting: TrustedProxies(services.configuration.trustedProxies))
        orders = LinkOrders(ground, log: services.log)
        moving = try HandoverRoutes(ground, sites: services.sites, root: root)
    }

    static let id = ModuleID("doors")

    /// What is registered.
    public var part: HousePart {
        HousePart(
            ModuleManifest(
                id: Self.id, title: Words(tr: "Kapılar", en: "Doors"),
                summary: Words(tr: "Oturum açma ve hesap.", en: "Signing in and accounts.")),
            work: { _ in [orders] },
            register: { register(into: &$0) })
    }

    private func register(into module: inout ModuleRegistrar) {
        LogInRoutes(ground: ground).register(into: &module)
        SecondFactorRoutes(ground: ground).register(into: &module)
        EnrolRoutes(ground: ground).register(into: &module)
        PasskeyRoutes(ground: ground).register(into: &module)
        InvitationRoutes(ground: ground).register(into: &module)
        ForgottenRoutes(ground: ground, orders: orders).register(into: &module)
        AddressRoutes(ground: ground).register(into: &module)
        moving.register(into: &module)
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

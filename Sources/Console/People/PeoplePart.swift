import Core
public import Delivery
public import Kernel
import ModuleKit
public import Security

/// A tenant's people and their rights, as a part of the house: who is here, what they may, how they come and go, and who
/// worked in their place.
public struct PeoplePart: Sendable {
    private let office: PeopleOffice

    /// The part on what knows people, and on what sends its letters.
    public init(_ identity: Identity, mail: MailOffice) {
        office = PeopleOffice(
            databases: identity.services.databases, clock: identity.clock,
            letters: DoorLetters(mail: mail, clock: identity.clock),
            shelf: RightsShelf(),
            sites: identity.services.sites, proxies: identity.proxies)
    }

    init(_ office: PeopleOffice) { self.office = office }

    static let id = ModuleID("people")

    /// What is registered.
    public var part: HousePart {
        HousePart(
            ModuleManifest(
                id: Self.id, title: Words(tr: "Kişiler", en: "People"),
                summary: Words(
                    tr: "Kişiler, ekipler, roller, anahtarlar ve ayrılış.",
                    en: "People, teams, roles, keys and departures."),
                permissions: Permission.ofPeople),
            work: { ground in
                office.shelf.put(ground.registry)
                return []
            },
            register: { PeopleRoutes(office: office).register(into: &$0) })
    }
}

/// Everything that the part registers.
struct PeopleRoutes: Sendable {
    let office: PeopleOffice

    func register(into module: inout ModuleRegistrar) {
        module.navigation(
            NavigationItem(Words(tr: "Kişiler", en: "People"), path: "/people", icon: "users"))
        MemberRoutes(office: office).register(into: &module)
        TeamRoutes(office: office).register(into: &module)
        RoleRoutes(office: office).register(into: &module)
        KeyRoutes(office: office).register(into: &module)
        PolicyRoutes(office: office).register(into: &module)
        WhyRoutes(office: office).register(into: &module)
        DepartureRoutes(office: office).register(into: &module)
        SupportRoutes(office: office).register(into: &module)
        module.job(HandOver.self) { [office] in try await $0.run(office, in: $1, $2) }
        module.job(SweepHandedRecords.self) { try await $0.run(in: $1) }
        module.schedule("40 3 * * *") { SweepHandedRecords() }
    }
}

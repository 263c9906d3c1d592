import Console
import Delivery
import Kernel
import ModuleKit
import Reference
import Security

/// Every module of the house, in the order of menus: the one place where a module is installed.
let installedModules: [any FeatureModule.Type] = [
    // `konak module new` adds a line above this one.
]

/// The parts of the house itself, built on what the process has: they register like modules and are always on.
func houseParts(_ services: HouseServices) throws -> [HousePart] { try houseParts(services, Identity(services)) }

/// The same with an identity that the gate asks as well.
func houseParts(_ services: HouseServices, _ identity: Identity) throws -> [HousePart] {
    let templates = TemplateStore()
    let mail = try MailPart(services, templates: templates)
    return [
        IdentityPart.make(identity), DeliveryPart.documents(services, templates: templates), mail.part,
        ReferencePart.make(services), DoorsPart(identity, mail: mail.office).part,
        PeoplePart(identity, mail: mail.office).part,
        services.pacesPart,
    ]
}

import Delivery
import Kernel
import ModuleKit
import Reference

/// Every module of the house, in the order of menus: the one place where a module is installed.
let installedModules: [any FeatureModule.Type] = [
    // `konak module new` adds a line above this one.
]

/// The parts of the house itself, built on what the process has: they register like modules and are always on.
func houseParts(_ services: HouseServices) throws -> [HousePart] {
    let templates = TemplateStore()
    return [
        DeliveryPart.documents(services, templates: templates), try MailPart(services, templates: templates).part,
        ReferencePart.make(services), services.pacesPart,
    ]
}

import ModuleKit

/// Every module of the house, in the order of menus: the one place where a module is installed.
let installedModules: [any FeatureModule.Type] = []

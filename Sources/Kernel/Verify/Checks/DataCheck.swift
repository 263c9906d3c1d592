import ModuleKit
import Postgres

/// Holds what the module declares of its tables against the tables.
struct DataCheck: Sendable {
    let registry: Registry
    let id: ModuleID

    func finding(on owner: consuming ScriptConnection) throws -> ModuleFinding {
        let catalogue = try Catalogue.load(on: owner)
        guard let module = registry.module(id) else { throw ModuleUnknown(id: id.text) }
        let tables = catalogue.tables.filter { $0.schema == id.text }
        let faults =
            tableFaults(module, catalogue) + columnFaults(module, catalogue) + personFaults(module, catalogue)
        return ModuleFinding(.data, scope: "\(tables.count) tables", faults: faults)
    }

    private func tableFaults(_ module: RegisteredModule, _ catalogue: Catalogue) -> [String] {
        let registrar = module.registrar
        var named = registrar.resources.map { ("the resource", $0.table) }
        named += registrar.searches.map { ("the search", $0.table) }
        named += registrar.routes.flatMap { route in
            route.input.compactMap { field in
                if case .id(let table) = field.kind { ("“\(field.name)” at \(route.path)", table) } else { nil }
            }
        }
        return named.filter { catalogue[$0.1.text] == nil }.map {
            "\($0.0) speaks of \($0.1), and there is no such table: mend the name or add a migration"
        }
    }

    private func columnFaults(_ module: RegisteredModule, _ catalogue: Catalogue) -> [String] {
        module.registrar.owned.filter { catalogue[$0.table.text]?.column($0.column)?.type != "uuid" }.map {
            "\($0.table).\($0.column) is said to name an owner, and there is no such column of type uuid"
        }
    }

    /// Persons known by the declarations of all modules together, as those of one may hang on another's.
    private func personFaults(_ module: RegisteredModule, _ catalogue: Catalogue) -> [String] {
        let all = registry.modules.flatMap(\.registrar.personalData)
        let own = module.registrar.personalData
        let undeclared = PersonalDataPlan.undeclared(own, in: catalogue).filter { $0.hasPrefix("\(id).") }
        return PersonalDataCheck(all, catalogue).faults.filter { $0.contains(" \(id).") }
            + undeclared.map { "\($0) sounds like a person's: declare it with `personalData`, or name it otherwise" }
    }
}

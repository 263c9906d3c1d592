import ModuleKit
import Postgres

/// Holds what the module declares of its tables against the tables.
struct DataCheck: Sendable {
    let registry: Registry
    let id: ModuleID

    func finding(on owner: consuming ScriptConnection) throws -> ModuleFinding {
        let kept = try owner.rows(
            """
            SELECT p.polrelid::regclass::text, min(pg_catalog.pg_get_expr(p.polqual, p.polrelid))
            FROM pg_catalog.pg_policy p WHERE p.polname IN ('scope_read', 'scope_change', 'scope_remove')
            AND NOT p.polpermissive GROUP BY 1 HAVING count(*) = 3
            """)
        let catalogue = try Catalogue.load(on: owner)
        guard let module = registry.module(id) else { throw ModuleUnknown(id: id.text) }
        let tables = catalogue.tables.filter { $0.schema == id.text }
        let faults =
            tableFaults(module, catalogue) + OwnedCheck([module]).faults(in: catalogue)
            + personFaults(module, catalogue)
            + scopeFaults(module, kept)
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

    /// The net behind the conditions of queries: it lies in the migration, and by the same columns.
    private func scopeFaults(_ module: RegisteredModule, _ kept: [[String?]]) -> [String] {
        module.registrar.scoped.compactMap { scoped in
            let test = kept.first { $0.first == scoped.table.text }?.last.flatMap(\.self) ?? ""
            let columns = [scoped.owner] + (scoped.team.map { [$0] } ?? [])
            if columns.allSatisfy({ test.contains("(\($0) = ") }) { return nil }
            let arguments = ([scoped.table.text] + columns).map { "'\($0)'" }.joined(separator: ", ")
            return "\(scoped.table) is said to be scoped, and the database does not keep to it: add "
                + "SELECT guard.keep_scope(\(arguments)) to a migration"
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

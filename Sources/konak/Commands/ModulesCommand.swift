import Core
import HTTP
import Kernel
import ModuleKit

/// `konak modules`: what is in the house.
enum ModulesCommand {
    static let command = Command(
        "modules", "List the modules and what each of them offers.",
        details: """
            The house's own parts come first, marked as such. --json names all that is registered; the table counts.
            Tables are those that the migrations make. Needs no database.
            """
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            let registry = try HouseListing.registry(configuration, modules: installedModules, parts: houseParts)
            let tables = (try? work.migrations(configuration).files()).map(MigratedTables.init) ?? MigratedTables([])
            work.terminal.say(table(registry, tables)) { json in
                json.key("modules")
                json.beginArray()
                for module in registry.modules { write(module, tables, into: &json) }
                json.endArray()
            }
            return .ok
        }
    }

    private static func table(_ registry: Registry, _ tables: MigratedTables) -> String {
        let head = [
            "module", "türkçe", "english", "kind", "plan", "requires", "routes", "jobs", "events", "tables",
            "permissions", "settings",
        ]
        let rows = registry.modules.map { module in
            let (manifest, registrar) = (module.manifest, module.registrar)
            return [
                manifest.id.text, manifest.title.tr, manifest.title.en, kind(module), manifest.planFeature?.text ?? "-",
                manifest.requires.isEmpty ? "-" : manifest.requires.map(\.text).joined(separator: ","),
            ]
                + [
                    registrar.routes.count, registrar.jobs.count, registrar.events.count, tables.of(manifest.id).count,
                    manifest.permissions.count, manifest.settings.count,
                ].map(String.init)
        }
        return TextTable.text([head] + rows)
    }

    static func kind(_ module: RegisteredModule) -> String { module.isPart ? "part" : "module" }

    private static func write(_ module: RegisteredModule, _ tables: MigratedTables, into json: inout JSONWriter) {
        let (manifest, registrar) = (module.manifest, module.registrar)
        json.beginObject()
        json.key("id")
        json.string(manifest.id.text)
        json.key("kind")
        json.string(kind(module))
        json.key("title")
        write(manifest.title, into: &json)
        json.key("summary")
        write(manifest.summary, into: &json)
        json.key("planFeature")
        if let feature = manifest.planFeature { json.string(feature.text) } else { json.null() }
        let lists: [(StaticString, [String])] = [
            ("requires", manifest.requires.map(\.text)),
            ("routes", registrar.routes.map { "\($0.method.rawValue) \($0.path)" }),
            ("jobs", registrar.jobs.map(\.kind.text)),
            ("schedules", registrar.schedules.map { "\($0.cron) \($0.kind)" }),
            ("services", registrar.services.map(\.name)), ("events", registrar.events.map(\.name.text)),
            ("listensTo", registrar.listeners.map(\.event.text)), ("tables", tables.of(manifest.id)),
            ("permissions", manifest.permissions.map(\.text)), ("settings", manifest.settings.map(\.key.text)),
            ("meters", manifest.meters.map(\.name.text)), ("secrets", manifest.secrets.map(\.text)),
            ("outsideHosts", manifest.outsideHosts.map(\.text)),
            ("provides", registrar.capabilities.map(\.name.text)),
            ("needs", registrar.required.map(\.name.text)),
        ]
        for (name, list) in lists {
            json.key(name)
            json.beginArray()
            for item in list { json.string(item) }
            json.endArray()
        }
        json.endObject()
    }

    static func write(_ words: Words, into json: inout JSONWriter) {
        json.beginObject()
        json.key("tr")
        json.string(words.tr)
        json.key("en")
        json.string(words.en)
        json.endObject()
    }
}

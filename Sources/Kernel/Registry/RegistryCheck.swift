import Core
import HTTP
import Localization
import ModuleKit

/// Holds modules against each other and the rules of the house.
struct RegistryCheck {
    private let modules: [RegisteredModule]

    init(_ modules: [RegisteredModule]) { self.modules = modules }

    var faults: [String] {
        let checks = [mistakes, identity, Self.untranslated, permissions, hosts, names, routes, tables, requirements]
        var faults = modules.flatMap { module in checks.flatMap { $0(module) } }
        faults += messages
        faults += doubles
        faults += conflicts
        faults += listeners
        faults += modules.flatMap(listenerNames)
        faults += modules.flatMap { $0.examine(modules) }
        return faults + capabilities
    }

    // MARK: Each by itself

    private func mistakes(_ module: RegisteredModule) -> [String] {
        module.registrar.mistakes.map { "\(module.manifest.id): \($0)" }
    }

    private func identity(_ module: RegisteredModule) -> [String] {
        let id = module.manifest.id.text
        let isWord =
            id.utf8.count <= 40 && id.utf8.first.map { (0x61...0x7A).contains($0) } == true
            && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        if !isWord { return ["“\(id)” cannot name a module: use lower-case letters, digits and underscores"] }
        if module.isPart { return [] }
        return Self.houseSchemas.contains(id) || id.hasPrefix("pg_")
            ? ["“\(id)” is the name of a schema of the house: give the module another one"] : []
    }

    private static let houseSchemas: Set<String> = [
        "kernel", "guard", "lint", "extension", "security", "delivery", "records", "public", "information_schema",
    ]

    private func permissions(_ module: RegisteredModule) -> [String] {
        let declared = Set(module.manifest.permissions)
        let registrar = module.registrar
        var used: [(Permission, String)] = registrar.routes.compactMap { route in
            route.access.permission.map { ($0, "\(route.method.rawValue) \(route.path)") }
        }
        used += registrar.panels.map { ($0.permission, "a panel") }
        used += registrar.searches.map { ($0.permission, "the search of \($0.table)") }
        used += registrar.liveChannels.map { ($0.permission, "the live channel of \($0.event)") }
        used += registrar.resources.map { ($0.permission, "the resource \($0.table)") }
        used += registrar.lists.map { ($0.sharing, "sharing views of \($0.table)") }
        used += registrar.scoped.flatMap { table in (table.reads + table.changes).map { ($0, "\(table.table)") } }
        let undeclared = used.filter { !declared.contains($0.0) }.map {
            "\(module.manifest.id): \($0.1) asks for \($0.0), which the manifest does not declare: add it there"
        }
        // A part of the house may ask by itself, beside its routes.
        if module.isPart { return undeclared }
        let dead = declared.subtracting(used.map(\.0)).sorted().map {
            "\(module.manifest.id): nothing asks for the permission \($0): use it, or take it out of the manifest"
        }
        return undeclared + dead
    }

    private func hosts(_ module: RegisteredModule) -> [String] {
        module.manifest.outsideHosts.filter { host in
            let name = host.text.hasPrefix("*.") ? String(host.text.dropFirst(2)) : host.text
            let isName = HostName(name)?.text == name && name.contains(".") && IPAddress(name) == nil
            return !isName
        }.map {
            "\(module.manifest.id): “\($0)” is no host to call: write a name like api.example.com or *.example.com, in "
                + "small letters, without scheme, port or path"
        }
    }

    /// Names that others see begin with the module's, so that no two modules can mean different things by one.
    private func names(_ module: RegisteredModule) -> [String] {
        let (manifest, registrar) = (module.manifest, module.registrar)
        var names: [any DeclaredName] = manifest.permissions
        names += manifest.settings.map(\.key) + manifest.meters.map(\.name) as [any DeclaredName]
        names += manifest.secrets as [any DeclaredName]
        names += registrar.jobs.map(\.kind) as [any DeclaredName]
        names += registrar.events.map(\.name) as [any DeclaredName]
        names += registrar.routes.compactMap(\.access.purpose) as [any DeclaredName]
        var texts = names.map(\.text) + registrar.services.map(\.name)
        texts += registrar.workflowSteps.map(\.name) + registrar.templateVariables.map(\.name)
        return texts.filter { !$0.hasPrefix("\(manifest.id).") }.map {
            "\(manifest.id): the name \($0) must begin with “\(manifest.id).”"
        }
    }

    private func routes(_ module: RegisteredModule) -> [String] {
        module.registrar.routes.flatMap { route -> [String] in
            let names = route.path.parameterNames
            var faults = route.freeParameters.filter { !names.contains($0) }.map {
                "\(module.manifest.id): \(route.path) has no parameter “\($0)”: take it out of `free`"
            }
            if route.access == .webhook, !names.contains(Endpoints.parameter) {
                faults.append(
                    "\(module.manifest.id): \(route.path) takes webhooks: it needs a parameter :\(Endpoints.parameter)"
                )
            }
            if case .open(let limit) = route.access, limit.perMinute < 1 {
                faults.append("\(module.manifest.id): \(route.path) is open, so its limit must be at least 1")
            }
            return faults
        }
            + (module.registrar.navigation + module.registrar.commands).filter { item in
                !module.registrar.routes.contains { route in
                    route.method == .get && route.path.text == item.path && route.access.surfaces.contains(item.surface)
                }
            }.map {
                "\(module.manifest.id): the menu leads to \($0.path), which no page of the module answers at the face "
                    + "“\($0.surface.rawValue)”: register one, or mend the path"
            }
    }

    private func tables(_ module: RegisteredModule) -> [String] {
        let registrar = module.registrar
        let names =
            registrar.resources.map(\.table) + registrar.owned.map(\.table) + registrar.personalData.map(\.table)
            + registrar.searches.map(\.table) + registrar.scoped.map(\.table) + registrar.lists.map(\.table)
        return names.filter { !owns(module, $0) }.map {
            "\(module.manifest.id): \($0) lies outside the module's schema: name one of its own tables"
        }
    }

    /// A module has the schema of its name; a part of the house may share one of the house's.
    private func owns(_ module: RegisteredModule, _ table: TableName) -> Bool {
        let schema = table.text.split(separator: ".").first.map(String.init) ?? ""
        return schema == module.manifest.id.text || module.isPart && Self.partSchemas.contains(schema)
    }

    private static let partSchemas: Set<String> = ["security", "delivery", "records"]

    private func requirements(_ module: RegisteredModule) -> [String] {
        let known = Set(modules.map(\.manifest.id))
        let id = module.manifest.id
        let missing = module.manifest.requires.filter { !known.contains($0) }.map {
            "\(id) requires \($0), which is not installed: install it or drop the requirement"
        }
        return missing
            + (reaches(id, from: module.manifest.requires) ? ["\(id) requires itself by a circle: break it"] : [])
    }

    private func reaches(_ goal: ModuleID, from start: [ModuleID]) -> Bool {
        var (seen, open) = (Set<ModuleID>(), start)
        while let next = open.popLast() {
            if next == goal { return true }
            guard seen.insert(next).inserted else { continue }
            open += modules.first { $0.manifest.id == next }?.manifest.requires ?? []
        }
        return false
    }

    // MARK: All together

    private var doubles: [String] {
        twice(modules.map(\.manifest.id.text), "the module")
            + twice(modules.flatMap { $0.manifest.permissions.map(\.text) }, "the permission")
            + twice(modules.flatMap { $0.registrar.jobs.map(\.kind.text) }, "the job")
            + twice(modules.flatMap { $0.registrar.events.map(\.name.text) }, "the event")
            + twice(modules.flatMap { $0.registrar.capabilities.map(\.name.text) }, "the capability")
            + twice(modules.flatMap { $0.registrar.channels.map(\.name) }, "the channel")
            + twice(modules.flatMap { $0.registrar.services.map(\.name) }, "the service")
            + twice(modules.flatMap { $0.registrar.resources.map(\.table.text) }, "the resource")
            + twice(modules.flatMap { $0.registrar.searches.map(\.table.text) }, "the search of")
            + twice(modules.flatMap { $0.registrar.lists.map(\.table.text) }, "the list of")
            + twice(modules.flatMap { $0.registrar.scoped.map(\.table.text) }, "the scope of")
            + twice(modules.flatMap { $0.manifest.settings.map(\.key.text) }, "the setting")
            + twice(modules.flatMap { $0.manifest.meters.map(\.name.text) }, "the meter")
            + twice(modules.flatMap { $0.manifest.secrets.map(\.text) }, "the secret")
            + twice(modules.flatMap { $0.registrar.workflowSteps.map(\.name) }, "the workflow step")
            + twice(modules.flatMap { $0.registrar.templateVariables.map(\.name) }, "the template variable")
    }

    private func twice(_ names: [String], _ what: String) -> [String] {
        Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys.sorted().map {
            "\(what) \($0) is registered twice: rename one of them"
        }
    }

    private var conflicts: [String] {
        Site.Surface.allCases.compactMap { surface -> String? in
            let routes = modules.flatMap { module in
                module.registrar.routes.filter { $0.access.surfaces.contains(surface) }
            }
            do throws(RouteConflict) {
                _ = try Router(routes.map { Route($0.method, $0.path) { _ in throw RegistryFaults(faults: []) } })
                return nil
            } catch {
                return error.description
            }
        }
    }

    private var listeners: [String] {
        let said = Set(modules.flatMap { $0.registrar.events.map(\.name) })
        let jobs = Set(modules.flatMap { $0.registrar.jobs.map(\.kind) })
        var faults: [String] = []
        for module in modules {
            let (id, registrar) = (module.manifest.id, module.registrar)
            for listener in registrar.listeners where !said.contains(listener.event) {
                faults.append("\(id) listens to \(listener.event), which no module says: install the one that does")
            }
            for channel in registrar.liveChannels where !said.contains(channel.event) {
                faults.append("\(id) passes on \(channel.event), which no module says: register the event")
            }
            for schedule in registrar.schedules where !jobs.contains(schedule.kind) {
                faults.append("\(id) schedules \(schedule.kind), which is no registered job: register it first")
            }
            faults += registrar.schedules.compactMap { timeFault($0, of: id) }
        }
        return faults
    }

    private func timeFault(_ schedule: ScheduleRegistration, of id: ModuleID) -> String? {
        do throws(CronFault) {
            _ = try CronExpression(schedule.cron)
            return nil
        } catch {
            let place = "\(id) schedules \(schedule.kind) at “\(schedule.cron)”"
            return "\(place), which is no time (\(error)): write five fields, as in 15 3 * * *"
        }
    }

    /// What people would read half in one language and half in the other, or with a hole where a value stands.
    private var messages: [String] {
        let strangers = modules.flatMap { module in
            module.registrar.catalogues.map(\.area).filter { area in
                area != module.manifest.id.text && !area.hasPrefix("\(module.manifest.id).")
            }.map {
                "\(module.manifest.id): the catalogue “\($0)” must be named “\(module.manifest.id)”, or begin with "
                    + "“\(module.manifest.id).”"
            }
        }
        return strangers
            + MessageCheck.findings(modules.flatMap(\.registrar.catalogues)).map {
                "the message \($0.key) cannot stand so: \($0.reason); mend it in its catalogue"
            }
    }

    /// A row of the queue names a listener by its module, the event and its own name.
    private func listenerNames(_ module: RegisteredModule) -> [String] {
        let (id, keys) = (module.manifest.id, module.registrar.listeners.map(\.key))
        let doubles = Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        return doubles.map { "\(id) listens to \($0) twice: give one of the listeners a name of its own" }
            + keys.filter { id.text.utf8.count + $0.utf8.count > 160 }.map {
                "\(id): the listener \($0) has too long a name: at most 160 bytes with the module's"
            }
    }

    private var capabilities: [String] {
        let provided = Dictionary(
            modules.flatMap { $0.registrar.capabilities.map { ($0.name, $0.type) } },
            uniquingKeysWith: { first, _ in first })
        return modules.flatMap { module in
            module.registrar.required.compactMap { needed -> String? in
                guard let type = provided[needed.name] else {
                    return "\(module.manifest.id) requires the capability \(needed.name), which no module provides: "
                        + "install one that does"
                }
                return type == needed.type
                    ? nil
                    : "\(module.manifest.id) requires the capability \(needed.name) as \(needed.type), but it is provided "
                        + "as \(type): use the one declaration of it in ModuleKit"
            }
        }
    }
}

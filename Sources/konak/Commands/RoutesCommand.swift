import Core
import HTTP
import Kernel
import ModuleKit

/// `konak routes`: every route with who may call it.
enum RoutesCommand {
    static let command = Command(
        "routes", "List the routes and who may call them.",
        details: "Those of the house's own parts are marked with a star behind the module. Needs no database.",
        options: [.value("--module", "ID", "Only those of one module.")]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            let registry = try HouseListing.registry(
                configuration, modules: modules(of: configuration), parts: houseParts)
            var chosen = registry.modules
            if let id = invocation.values["--module"] {
                chosen = chosen.filter { $0.manifest.id.text == id }
                guard !chosen.isEmpty else { throw ModuleUnknown(id: id) }
            }
            let routes = chosen.flatMap { module in module.registrar.routes.map { (module, $0) } }
            work.terminal.say(table(routes)) { json in
                json.key("routes")
                json.beginArray()
                for (module, route) in routes { write(route, of: module, into: &json) }
                json.endArray()
            }
            return .ok
        }
    }

    private static func table(_ routes: [(RegisteredModule, RouteRegistration)]) -> String {
        let rows = routes.map { module, route in
            [
                route.method.rawValue, route.path.text, route.access.description,
                surfaces(route).joined(separator: ","), module.manifest.id.text + (module.isPart ? "*" : ""),
                route.input.map { $0.name + ($0.isRequired ? "" : "?") }.joined(separator: " "),
            ]
        }
        return TextTable.text([["method", "path", "access", "surface", "module", "input"]] + rows)
    }

    private static func surfaces(_ route: RouteRegistration) -> [String] {
        Site.Surface.allCases.filter { route.access.surfaces.contains($0) }.map(\.rawValue)
    }

    private static func write(_ route: RouteRegistration, of module: RegisteredModule, into json: inout JSONWriter) {
        json.beginObject()
        let texts: [(StaticString, String)] = [
            ("method", route.method.rawValue), ("path", route.path.text), ("access", route.access.description),
            ("module", module.manifest.id.text), ("kind", ModulesCommand.kind(module)),
        ]
        for (name, text) in texts {
            json.key(name)
            json.string(text)
        }
        json.key("surfaces")
        json.beginArray()
        for surface in surfaces(route) { json.string(surface) }
        json.endArray()
        json.key("input")
        json.beginArray()
        for field in route.input { write(field, into: &json) }
        json.endArray()
        json.endObject()
    }

    private static func write(_ field: InputField, into json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string(field.name)
        json.key("title")
        ModulesCommand.write(field.title, into: &json)
        json.key("kind")
        json.string(word(of: field.kind))
        json.key("required")
        json.bool(field.isRequired)
        json.endObject()
    }

    private static func word(of kind: InputField.Kind) -> String {
        switch kind {
        case .text(let most): "text(\(most))"
        case .secret(let most): "secret(\(most))"
        case .email: "email"
        case .phone: "phone"
        case .number(let range): "number(\(range.lowerBound)...\(range.upperBound))"
        case .money: "money"
        case .flag: "flag"
        case .day: "day"
        case .moment: "moment"
        case .choice(let words): "choice(\(words.joined(separator: "|")))"
        case .several(let words): "several(\(words.joined(separator: "|")))"
        case .list(let most): "list(\(most))"
        case .id(let table): "id(\(table))"
        }
    }
}

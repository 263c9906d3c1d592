import Core
import HTTP
import ModuleKit

extension RegistryCheck {
    /// Every text of a module that people read, with what it is.
    static func words(of module: RegisteredModule) -> [(what: String, text: Words)] {
        let (manifest, registrar) = (module.manifest, module.registrar)
        var texts: [(String, Words)] = [("its title", manifest.title), ("its summary", manifest.summary)]
        texts += manifest.permissions.map { ("the title of \($0)", $0.title) }
        texts += manifest.settings.map { ("the title of \($0.key)", $0.title) }
        texts += manifest.meters.map { ("the title of \($0.name)", $0.title) }
        texts += registrar.navigation.map { ("the title of \($0.path) in the menu", $0.title) }
        texts += registrar.commands.map { ("the title of the command \($0.path)", $0.title) }
        texts += registrar.panels.enumerated().map { ("the title of panel \($0 + 1)", $1.title) }
        texts += registrar.searches.map { ("the title above the hits in \($0.table)", $0.title) }
        texts += registrar.lists.flatMap { list in
            list.columns.map { ("the title of the column “\($0.name)” of \(list.table)", $0.title) }
        }
        texts += registrar.events.map { ("the title of \($0.name)", $0.title) }
        texts += registrar.templateVariables.map { ("the title of the variable \($0.name)", $0.title) }
        texts += registrar.channels.map { ("the title of the channel \($0.name)", $0.title) }
        for route in registrar.routes { texts += fields(route.input, at: route.path.text) }
        for resource in registrar.resources {
            texts.append(("the title of \(resource.table)", resource.title))
            texts += fields(resource.fields, at: resource.table.text)
        }
        for step in registrar.workflowSteps {
            texts.append(("the title of the workflow step \(step.name)", step.title))
            texts += fields(step.fields, at: step.name)
        }
        return texts
    }

    private static func fields(_ fields: [InputField], at place: String) -> [(String, Words)] {
        fields.flatMap { field in
            [("the title of “\(field.name)” at \(place)", field.title)]
                + (field.help.map { [("the help of “\(field.name)” at \(place)", $0)] } ?? [])
                + field.titles.sorted { $0.key < $1.key }.map {
                    ("the choice “\($0.key)” of “\(field.name)” at \(place)", $0.value)
                }
        }
    }

    /// A sentence for each of them that lacks a language.
    static func untranslated(_ module: RegisteredModule) -> [String] {
        var seen: Set<String> = []
        return words(of: module).filter { $0.text.isIncomplete && seen.insert($0.what).inserted }.map {
            "\(module.manifest.id): \($0.what) lacks a language: write it in Turkish and English"
        }
    }
}

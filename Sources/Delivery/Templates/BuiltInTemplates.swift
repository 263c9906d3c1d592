import Core
import Kernel
import ModuleKit
import Templating

/// The templates that modules brought along, read and checked once at the start.
struct BuiltInTemplates: Sendable {
    /// Names a template.
    struct Name: Hashable {
        let key: String
        let channel: TemplateChannel
    }

    let all: [TemplateRegistration]
    let resources: [TableName: ResourceRegistration]
    /// What modules let every template name, by `module.thing`.
    let variables: [String: (module: ModuleID, variable: TemplateVariable)]
    private let byName: [Name: (registration: TemplateRegistration, texts: [Language: CompiledTemplate])]
    private let partKeys: [TemplateChannel: [String]]

    /// Throws all that is wrong with them, in words that say how to mend it.
    init(_ modules: [RegisteredModule]) throws(TemplateRegistrationFaults) {
        try self.init(modules.map { Source(id: $0.manifest.id, registrar: $0.registrar) })
    }

    /// All that is wrong with them.
    static func faults(in modules: [RegisteredModule]) -> [String] {
        do throws(TemplateRegistrationFaults) {
            _ = try BuiltInTemplates(modules)
            return []
        } catch {
            return error.faults
        }
    }

    /// Who brought templates along.
    struct Source {
        let id: ModuleID
        let registrar: ModuleRegistrar
    }

    init(_ modules: [Source]) throws(TemplateRegistrationFaults) {
        all = modules.flatMap(\.registrar.templates)
        resources = Dictionary(modules.flatMap(\.registrar.resources).map { ($0.table, $0) }) { first, _ in first }
        let owned = modules.flatMap { module in module.registrar.templateVariables.map { (module.id, $0) } }
        variables = Dictionary(owned.map { ($0.1.name, $0) }) { first, _ in first }
        partKeys = Dictionary(grouping: all.filter(\.isPart), by: \.channel).mapValues { $0.map(\.key.text) }
        var faults = modules.flatMap(Self.nameFaults)
        var byName: [Name: (registration: TemplateRegistration, texts: [Language: CompiledTemplate])] = [:]
        for registration in all {
            let name = Name(key: registration.key.text, channel: registration.channel)
            if byName[name] != nil { faults.append("the template \(name.key) is registered twice for \(name.channel)") }
            byName[name] = (registration, Self.compile(registration, &faults))
        }
        self.byName = byName
        for registration in all where !registration.isPart {
            faults += resourceFaults(registration) + nameMistakes(registration)
        }
        guard faults.isEmpty else { throw TemplateRegistrationFaults(faults: faults) }
    }

    private static func nameFaults(_ module: Source) -> [String] {
        let id = module.id.text
        return module.registrar.templates.flatMap { template -> [String] in
            var faults: [String] = []
            if !template.key.text.hasPrefix("\(id).") {
                faults.append("\(id): the template \(template.key) must begin with “\(id).”")
            }
            if template.title.isIncomplete || template.body.isIncomplete
                || template.channel.hasSubject && !template.isPart && template.subject.isIncomplete
            {
                faults.append("\(id): the template \(template.key) lacks a text in Turkish or English")
            }
            return faults
                + untitled(template.fields).map {
                    "\(id): the title of “\($0)” of the template \(template.key) lacks Turkish or English"
                }
        }
    }

    /// Fields that previews would show in one language only, those within others too.
    private static func untitled(_ fields: [TemplateField]) -> [String] {
        fields.flatMap { field -> [String] in
            let own = field.title.isIncomplete ? [field.name] : []
            return switch field.kind {
            case .list(let inner), .record(let inner): own + untitled(inner)
            default: own
            }
        }
    }

    private static func compile(
        _ registration: TemplateRegistration, _ faults: inout [String]
    ) -> [Language: CompiledTemplate] {
        var texts: [Language: CompiledTemplate] = [:]
        for language in Language.allCases {
            do throws(DraftFaults) {
                texts[language] = try CompiledTemplate(
                    subject: registration.subject.text(in: language), body: registration.body.text(in: language),
                    registration.channel)
            } catch {
                faults += error.mistakes.map { "\(registration.key) (\(language.rawValue)), \($0.piece): \($0.en)" }
            }
        }
        return texts
    }

    private func resourceFaults(_ registration: TemplateRegistration) -> [String] {
        registration.fields.flatMap(\.resourcesNamed).filter { resources[$0] == nil }.map {
            "the template \(registration.key) names the resource \($0), which no module registers"
        }
    }

    private func nameMistakes(_ registration: TemplateRegistration) -> [String] {
        Language.allCases.flatMap { language -> [String] in
            guard let compiled = text(registration.key.text, registration.channel, language) else { return [] }
            return compiled.mistakes(names(of: registration), parts(registration.channel, language)).map {
                "\(registration.key) (\(language.rawValue)), \($0.piece): \($0.en)"
            }
        }
    }
}

extension BuiltInTemplates {
    /// A registration.
    func registration(_ key: TemplateKey, _ channel: TemplateChannel) -> TemplateRegistration? {
        byName[Name(key: key.text, channel: channel)]?.registration
    }

    /// A text, read.
    func text(_ key: String, _ channel: TemplateChannel, _ language: Language) -> CompiledTemplate? {
        byName[Name(key: key, channel: channel)]?.texts[language]
    }

    /// The texts of some keys, as modules wrote them.
    func sources(_ keys: [String], _ channel: TemplateChannel) -> [String] {
        keys.compactMap { byName[Name(key: $0, channel: channel)]?.registration }.flatMap { registration in
            Language.allCases.flatMap { [registration.subject.text(in: $0), registration.body.text(in: $0)] }
        }
    }

    /// The keys of a channel's parts.
    func partKeys(_ channel: TemplateChannel) -> [String] { partKeys[channel] ?? [] }

    /// A channel's parts as they were brought along.
    func parts(_ channel: TemplateChannel, _ language: Language) -> [String: Template] {
        var parts: [String: Template] = [:]
        for key in partKeys(channel) { parts[key] = text(key, channel, language)?.body }
        return parts
    }

    /// What a template may name.
    func names(of registration: TemplateRegistration) -> [String: TemplateShape] {
        var names = TemplateField.shapes(registration.fields, resources)
        names["brand"] = Brand.shape
        if registration.channel == .mail { names.merge(Self.mailNames) { own, _ in own } }
        return names.merging(variableShapes) { own, _ in own }
    }

    /// `visits.last` is a field of the record `visits`.
    private var variableShapes: [String: TemplateShape] {
        var fields: [String: [String: TemplateShape]] = [:]
        for (module, variable) in variables.values {
            let field = TemplateField(variable).shape(resources)
            fields[module.text, default: [:]][variable.thing] = field
        }
        return fields.mapValues { .record($0) }
    }

    /// Known in every mail: the reader's name, and the address where one gets no more of these. Either may be nothing.
    static let mailNames: [String: TemplateShape] = ["reader": .value, "unsubscribe": .value]

    /// The resource whose records a field of a template stands for.
    func resource(of field: String, _ key: TemplateKey, _ channel: TemplateChannel) -> ResourceRegistration? {
        let field = registration(key, channel)?.fields.first { $0.name == field }
        guard case .resource(let table)? = field?.kind else { return nil }
        return resources[table]
    }
}

/// Templates of modules that do not hold together; the house does not start with any.
public struct TemplateRegistrationFaults: Error, Sendable, CustomStringConvertible {
    /// One sentence each.
    public let faults: [String]

    /// One line each.
    public var description: String { faults.joined(separator: "\n") }
}

extension TemplateVariable {
    /// Its name within its module's.
    var thing: String { String(name.drop { $0 != "." }.dropFirst()) }
}

extension TemplateField {
    /// The resources whose records it holds, at any depth.
    fileprivate var resourcesNamed: [TableName] {
        switch kind {
        case .resource(let table): [table]
        case .list(let fields), .record(let fields): fields.flatMap(\.resourcesNamed)
        case .text, .number, .money, .moment, .day, .flag, .texts: []
        }
    }

    /// As a variable is checked and shown.
    init(_ variable: TemplateVariable) { self.init(named: variable.thing, title: variable.title, variable.kind) }
}

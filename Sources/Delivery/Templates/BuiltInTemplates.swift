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
    private let byName: [Name: (registration: TemplateRegistration, texts: [Language: CompiledTemplate])]
    private let partKeys: [TemplateChannel: [String]]

    /// Throws all that is wrong with them, in words that say how to mend it.
    init(_ modules: [RegisteredModule]) throws(TemplateRegistrationFaults) {
        all = modules.flatMap(\.registrar.templates)
        resources = Dictionary(modules.flatMap(\.registrar.resources).map { ($0.table, $0) }) { first, _ in first }
        partKeys = Dictionary(grouping: all.filter(\.isPart), by: \.channel).mapValues { $0.map(\.key.text) }
        var faults = modules.flatMap(Self.nameFaults)
        var byName: [Name: (registration: TemplateRegistration, texts: [Language: CompiledTemplate])] = [:]
        for registration in all {
            let name = Name(key: registration.key.text, channel: registration.channel)
            if byName[name] != nil { faults.append("the template \(name.key) is registered twice for \(name.channel)") }
            byName[name] = (registration, Self.compile(registration, &faults))
        }
        self.byName = byName
        for registration in all where !registration.isPart { faults += nameMistakes(registration) }
        guard faults.isEmpty else { throw TemplateRegistrationFaults(faults: faults) }
    }

    private static func nameFaults(_ module: RegisteredModule) -> [String] {
        let id = module.manifest.id.text
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
        return names
    }
}

/// Templates of modules that do not hold together; the house does not start with any.
public struct TemplateRegistrationFaults: Error, Sendable, CustomStringConvertible {
    /// One sentence each.
    public let faults: [String]

    /// One line each.
    public var description: String { faults.joined(separator: "\n") }
}

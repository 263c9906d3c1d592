import Core
import ModuleKit
import Templating

/// What there is of a template and of its channel's parts, at all levels: chooses among them.
struct TemplateCascade: Sendable {
    let builtIn: BuiltInTemplates
    let channel: TemplateChannel
    let rows: [TemplateRow]

    /// One that could be chosen.
    struct Choice: Sendable {
        let level: TemplateLevel
        let language: Language
        /// Nil for the module's own.
        let row: TemplateRow?
    }

    /// All that could be chosen, the best first: the wanted language before the other, and in it the nearest level.
    func choices(_ key: String, in language: Language) -> [Choice] {
        let languages = [language] + Language.allCases.filter { $0 != language }
        return languages.flatMap { language in
            TemplateLevel.allCases.compactMap { level -> Choice? in
                if level == .builtIn {
                    return builtIn.text(key, channel, language).map { _ in
                        Choice(level: level, language: language, row: nil)
                    }
                }
                let row = rows.first { $0.level == level && $0.key == key && $0.language == language }
                return row.map { Choice(level: level, language: language, row: $0) }
            }
        }
    }

    /// Reads one.
    func compile(_ key: String, _ choice: Choice) throws(DraftFaults) -> CompiledTemplate {
        if let row = choice.row {
            return try CompiledTemplate(subject: row.subject, body: row.body, channel)
        }
        guard let text = builtIn.text(key, channel, choice.language) else { throw DraftFaults(mistakes: []) }
        return text
    }

    /// The channel's parts, each by the same cascade. One that somebody broke is passed over here as well.
    func parts(in language: Language) -> [String: Template] {
        var parts: [String: Template] = [:]
        for key in builtIn.partKeys(channel) {
            for choice in choices(key, in: language) {
                guard let compiled = try? compile(key, choice) else { continue }
                parts[key] = compiled.body
                break
            }
        }
        return parts
    }
}

import Core
import Kernel
import ModuleKit
import Templating

/// The values of modules that any template may name, read for one rendering: those alone that one of its texts names.
struct TemplateVariables: Sendable {
    private(set) var data: [String: Datum] = [:]
    /// What could not be read; it prints as nothing.
    private(set) var failures: [TemplateMistake] = []

    /// Reads them one after another. Above the tenants there are none.
    init(
        named cascade: TemplateCascade, _ key: String, for tenant: (any TenantContext)?,
        isOn: (ModuleID) -> Bool
    ) async {
        guard !cascade.builtIn.variables.isEmpty else { return }
        let texts = cascade.texts(key)
        var fields: [String: [String: Datum]] = [:]
        for (name, (module, variable)) in cascade.builtIn.variables where texts.contains(where: { $0.contains(name) }) {
            fields[module.text, default: [:]][variable.thing] = .nothing
            guard let tenant, isOn(module) else { continue }
            do {
                fields[module.text]?[variable.thing] = try await variable.read(tenant).datum
            } catch {
                failures.append(TemplateMistake(unread: name))
            }
        }
        data = fields.mapValues { .record($0) }
    }
}

extension TemplateCascade {
    /// Everything that may be rendered for a key, as it is written: all choices, with all parts.
    fileprivate func texts(_ key: String) -> [String] {
        rows.flatMap { [$0.subject, $0.body] } + builtIn.sources([key] + builtIn.partKeys(channel), channel)
    }
}

extension TemplateMistake {
    /// A variable that could not be read.
    fileprivate init(unread name: String) {
        self.init(
            code: "variable", piece: .body, line: 1, column: 1, tr: "“\(name)” okunamadı, boş bırakıldı.",
            en: "“\(name)” could not be read and was left empty.")
    }
}

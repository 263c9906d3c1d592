import Core
import Templating

/// A template of any bytes is refused or read; one that was read keeps its limits, does the same work twice, writes no
/// value that is not escaped and no second line where one was promised.
enum TemplatePromises {
    /// The first byte chooses the form, the rest is the template.
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let form: TemplateForm = [.markup, .text, .line][Int(input.first ?? 0) % 3]
        let source = Array(input.dropFirst()).repaired
        let template: Template
        do throws(TemplateFaults) {
            template = try Template(source, form: form, limits: limits)
        } catch {
            try hold(!error.all.isEmpty && error.all.count <= 50, "a refusal says why, and not for ever")
            for fault in error.all { try hold(fault.line >= 1 && fault.column >= 1, "a fault has a place") }
            return
        }
        for fault in template.faults(names: names) { try hold(!fault.text(in: .tr).isEmpty, "a fault has words") }
        try checkRendering(of: template, source)
    }

    private static func checkRendering(of template: Template, _ source: String) throws(BrokenPromise) {
        let first = outcome(template)
        try hold(first == outcome(template), "a template does the same twice")
        guard case .success(let result) = first else { return }
        try hold(result.fuel <= limits.fuel && result.bytes.count <= limits.output, "limits are kept")
        let text = result.text
        if template.form == .line { try hold(!text.utf8.contains { $0 < 0x20 }, "a line is one line") }
        if template.form == .markup, !source.contains("<!V") { try hold(!text.contains("<!V"), "values are escaped") }
        try hold(!text.contains("\u{202E}") || source.contains("\u{202E}"), "no value turns the direction")
    }

    private static func outcome(_ template: Template) -> Result<Rendering, TemplateFault> {
        do throws(TemplateFault) {
            return .success(
                try template.render(values, parts: [:], formats: .house(.tr), unknown: .empty))
        } catch {
            return .failure(error)
        }
    }

    private static let limits: TemplateLimits = {
        var limits = TemplateLimits.standard
        (limits.source, limits.fuel, limits.output) = (4_096, 100_000, 20_000)
        return limits
    }()

    private static let names: [String: TemplateShape] = [
        "a": .value, "n": .number, "l": .list(of: .value), "r": .record(["a": .value]),
    ]

    private static let values: [String: Datum] = [
        "a": "<!V \"'\u{202E}\n&>", "n": 42, "m": .money(Money(minorUnits: 1, .turkishLira)),
        "l": .list(["<!V1>", "ı", 3]), "r": .record(["a": "javascript:<!V2>"]), "d": .moment(.epoch), "f": true,
        "x": .nothing,
    ]
}

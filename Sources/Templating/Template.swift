/// A template that was read and holds together. It can do nothing but print what it is given: it has no loops but over
/// given lists, no functions but the filters, no way to call itself, and no name for anything outside its values.
public struct Template: Sendable {
    /// What it becomes.
    public let form: TemplateForm
    /// How much it may be and do.
    public let limits: TemplateLimits
    let nodes: [Node]
    let source: TemplateSource

    /// Reads a template; throws all that is wrong with its form.
    public init(
        _ text: String, form: TemplateForm, limits: TemplateLimits = .standard
    ) throws(TemplateFaults) {
        var reader = TemplateReader(text, limits)
        nodes = reader.nodes()
        (self.form, self.limits) = (form, limits)
        source = TemplateSource(bytes: Array(text.utf8))
        guard reader.faults.isEmpty else {
            throw TemplateFaults(all: reader.faults.map { source.fault($0.kind, at: $0.offset) })
        }
    }
}

/// The text of a template, to say where in it something stands.
struct TemplateSource: Sendable {
    let bytes: [UInt8]

    /// A fault at an offset, with the line and the character there.
    func fault(_ kind: TemplateFault.Kind, at offset: Int, part: String? = nil) -> TemplateFault {
        let before = bytes[..<min(max(offset, 0), bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
        let column = bytes[start..<before.endIndex].count { $0 & 0xC0 != 0x80 } + 1
        return TemplateFault(kind, line: line, column: column, part: part)
    }
}

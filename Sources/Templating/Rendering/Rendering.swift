/// What a template became.
public struct Rendering: Sendable, Hashable {
    /// It, in UTF-8.
    public let bytes: [UInt8]
    /// How much work it was.
    public let fuel: Int

    /// It, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// What becomes of a name that no value was given for.
public enum UnknownNames: Sendable, Hashable {
    /// The rendering stops.
    case refuse
    /// It prints nothing.
    case empty
}

extension Template {
    /// Renders with these values and nothing else. The same template with the same values takes the same fuel.
    public func render(
        _ values: [String: Datum], parts: [String: Template] = [:], formats: TemplateFormats,
        unknown: UnknownNames = .refuse
    ) throws(TemplateFault) -> Rendering {
        var renderer = Renderer(self, values, parts, formats, unknown)
        return try renderer.run()
    }
}

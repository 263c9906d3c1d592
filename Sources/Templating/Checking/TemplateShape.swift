/// What a name stands for, as far as a checker must know.
public indirect enum TemplateShape: Sendable, Hashable {
    /// One value.
    case value
    /// Values by their names.
    case record([String: TemplateShape])
    /// Values of one shape.
    case list(of: TemplateShape)
    /// Whatever it is, the checker does not know it.
    case anything
}

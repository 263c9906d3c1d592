/// What a name stands for, as far as a checker must know.
public indirect enum TemplateShape: Sendable, Hashable {
    /// One value.
    case value
    /// A number; where it is whole it may stand in a style.
    case number
    /// A colour, which may stand in a style as well.
    case colour
    /// Values by their names.
    case record([String: TemplateShape])
    /// Values of one shape.
    case list(of: TemplateShape)
    /// Whatever it is, the checker does not know it.
    case anything
}

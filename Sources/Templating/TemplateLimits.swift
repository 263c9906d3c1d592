/// How much a template may be and do. Work is counted in fuel: one for every step and every byte that is written,
/// looked through or made. It depends on the template and its values alone, never on the machine.
public struct TemplateLimits: Sendable, Hashable {
    /// The bytes of the template.
    public var source = 128 * 1024
    /// The tags, names, literals and operators in it.
    public var terms = 10_000
    /// Blocks within blocks, and parentheses within parentheses.
    public var depth = 16
    /// Parts within parts.
    public var parts = 8
    /// Work.
    public var fuel = 2_000_000
    /// The bytes of what is written.
    public var output = 512 * 1024

    /// What fits a mail.
    public init() {}

    /// Mail bodies.
    public static let standard = TemplateLimits()

    /// Documents: long tables are allowed.
    public static let document: TemplateLimits = {
        var limits = TemplateLimits()
        (limits.fuel, limits.output) = (16_000_000, 4 * 1024 * 1024)
        return limits
    }()

    /// Short messages.
    public static let message: TemplateLimits = {
        var limits = TemplateLimits()
        (limits.source, limits.fuel, limits.output) = (16 * 1024, 100_000, 8 * 1024)
        return limits
    }()

    /// Subjects.
    public static let line: TemplateLimits = {
        var limits = TemplateLimits()
        (limits.source, limits.fuel, limits.output) = (4 * 1024, 20_000, 900)
        return limits
    }()
}

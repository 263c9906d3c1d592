/// Whose records a permission reaches, from the fewest to the most.
public enum Scope: String, Sendable, Hashable, Comparable, CaseIterable {
    /// One's own.
    case own
    /// Those of one's teams too.
    case team
    /// All of the tenant.
    case all

    private var width: Int { self == .own ? 0 : self == .team ? 1 : 2 }

    /// Fewer before more.
    public static func < (left: Scope, right: Scope) -> Bool { left.width < right.width }
}

/// What a role does not do with a field.
public enum FieldRule: String, Sendable, Hashable, CaseIterable {
    /// The field is not there.
    case hidden
    /// It is shown and not changed.
    case readOnly = "read_only"
}

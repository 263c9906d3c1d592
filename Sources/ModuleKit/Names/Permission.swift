public import Core

/// What somebody may do: `module.action` or `module.resource.action`. Declared by a module, held by roles.
public struct Permission: DeclaredName {
    /// The name.
    public let text: String
    /// What people read in the editor of roles.
    public let title: Words
    /// Whether a role holds it for own, the team's or all records; otherwise it is held or not.
    public let isScoped: Bool

    /// A permission that is held or not.
    public init(_ text: StaticString) { self.init(text, title: .none) }

    /// A permission with its title.
    public init(_ text: StaticString, title: Words, scoped: Bool = false) {
        (self.text, self.title, isScoped) = (text.description, title, scoped)
    }

    /// Permissions of one name are the same.
    public static func == (left: Permission, right: Permission) -> Bool { left.text == right.text }
    /// By the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Names a module: its schema, its folder of migrations and its feature flag in plans bear the same name.
public struct ModuleID: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

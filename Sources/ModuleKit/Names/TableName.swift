/// Names a table of a module with its schema, `crm.customer`.
public struct TableName: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

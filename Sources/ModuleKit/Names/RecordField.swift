/// Names a field of a record, `crm.customer.phone`. Roles may hide it, or keep it from being changed.
public struct RecordField: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

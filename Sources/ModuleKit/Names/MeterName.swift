/// Names what is counted, `module.thing`.
public struct MeterName: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

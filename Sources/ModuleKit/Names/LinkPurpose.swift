/// What a signed link is for, `module.purpose`; a link for one purpose opens no other door.
public struct LinkPurpose: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

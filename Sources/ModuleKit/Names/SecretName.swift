/// Names a secret of a tenant, `module.secret`.
public struct SecretName: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

/// A host that a module calls, `api.example.com`, or all below one, `*.example.com`.
public struct OutsideHost: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

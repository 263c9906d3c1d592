/// Names a kind of job, `module.verb`; rows of the queue bear it, so it never changes.
public struct JobKind: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }

    /// A kind that the house gives to a module.
    package init(of module: ModuleID, _ verb: StaticString) { text = "\(module.text).\(verb)" }
}

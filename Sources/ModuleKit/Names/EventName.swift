/// Names an event, `module.thing.happened`, and the version of its form. Receivers outside the house rely on both.
public struct EventName: DeclaredName {
    /// The name.
    public let text: String
    /// Grows when the form changes in a way that receivers must know of.
    public let version: Int
    /// A name as it is written in the source, of the first version.
    public init(_ text: StaticString) { self.init(text, version: 1) }
    /// A name as it is written in the source.
    public init(_ text: StaticString, version: Int) { (self.text, self.version) = (text.description, version) }
}

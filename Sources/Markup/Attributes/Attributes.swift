/// Attributes for a tag: `"<input\(attributes: [.text("name", field), .flag("required")])>"`. Those that are gathered
/// by conditions are appended.
public struct Attributes: Sendable, ExpressibleByArrayLiteral {
    private(set) var list: [Attribute]

    /// The attributes in their order.
    public init(_ attributes: [Attribute] = []) { list = attributes }

    /// The attributes in their order.
    public init(arrayLiteral attributes: Attribute...) { list = attributes }

    /// Adds an attribute if the condition holds.
    public mutating func append(_ attribute: Attribute, if condition: Bool = true) {
        if condition { list.append(attribute) }
    }

    /// Adds others after these.
    public mutating func append(contentsOf others: Attributes) { list += others.list }

    /// The same with one more.
    public func adding(_ attribute: Attribute, if condition: Bool = true) -> Attributes {
        var more = self
        more.append(attribute, if: condition)
        return more
    }
}

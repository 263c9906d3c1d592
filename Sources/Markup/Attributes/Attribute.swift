/// One attribute of a tag. Its value is made safe when it is written, by the tag it is written into.
public struct Attribute: Sendable {
    enum Value: Sendable, Equatable {
        case none
        case text(String)
        case url(SafeURL)
    }

    let name: String
    let value: Value

    /// An attribute that is there or not: `disabled`, `checked`.
    public static func flag(_ name: StaticString) -> Attribute {
        Attribute(name: name.description, value: .none)
    }

    /// An attribute with text.
    public static func text(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name: name.description, value: .text(value))
    }

    /// An attribute with a whole number.
    public static func number(_ name: StaticString, _ value: some FixedWidthInteger) -> Attribute {
        Attribute(name: name.description, value: .text(String(value)))
    }

    /// An attribute with an address that has been checked.
    public static func url(_ name: StaticString, _ value: SafeURL) -> Attribute {
        Attribute(name: name.description, value: .url(value))
    }

    /// `data-…` for the scripts of the page.
    public static func data(_ key: StaticString, _ value: String) -> Attribute {
        Attribute(name: "data-\(key)", value: .text(value))
    }

    /// `aria-…` for those who hear the page.
    public static func aria(_ key: StaticString, _ value: String) -> Attribute {
        Attribute(name: "aria-\(key)", value: .text(value))
    }

    /// `aria-…` with a truth, which is written out.
    public static func aria(_ key: StaticString, _ value: Bool) -> Attribute { aria(key, value ? "true" : "false") }

    /// `class` with those that apply; a nil is one that does not.
    public static func classes(_ names: String?...) -> Attribute {
        Attribute(name: "class", value: .text(names.compactMap(\.self).joined(separator: " ")))
    }
}

extension Attribute {
    /// Small letters, digits, `-`, `:`, `.` and `_`, beginning with a letter. Anything else could end the name.
    var hasPlainName: Bool {
        guard let first = name.utf8.first, first.isASCIILetter else { return false }
        return name.utf8.allSatisfy { byte in
            byte &- 97 <= 25 || byte &- 48 <= 9 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        }
    }
}

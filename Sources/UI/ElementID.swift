/// The `id` of an element: letters, digits and dashes, beginning with a letter. Anything else becomes a dash.
public struct ElementID: Sendable, Hashable, ExpressibleByStringLiteral {
    /// As it is written.
    public let text: String

    /// From any text.
    public init(_ text: String) {
        let bytes = text.utf8.map { byte in
            (byte | 0x20) &- 97 <= 25 || byte &- 48 <= 9 || byte == UInt8(ascii: "_") ? byte : UInt8(ascii: "-")
        }
        let plain = String(decoding: bytes, as: UTF8.self)
        let startsWell = bytes.first.map { ($0 | 0x20) &- 97 <= 25 } ?? false
        self.text = startsWell ? plain : "i" + plain
    }

    /// Written in the program.
    public init(stringLiteral text: String) { self.init(text) }

    /// The id of a part of this element.
    public func part(_ name: String) -> ElementID { ElementID("\(text)-\(name)") }
}

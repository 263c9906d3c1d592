/// Names and values of a query string or of a form sent as `application/x-www-form-urlencoded`, in their order.
///
/// Strict: broken escapes, text that is not UTF-8 and NUL are refused, never repaired.
public struct QueryItems: Sendable, Hashable {
    /// One name with its value.
    public struct Item: Sendable, Hashable {
        /// The decoded name.
        public let name: String
        /// The decoded value; empty when there was no equals sign.
        public let value: String
    }

    /// How much is read before refusing.
    public struct Limits: Sendable {
        /// The most pairs.
        public var pairs: Int
        /// The most bytes of a name, as sent.
        public var nameBytes: Int
        /// The most bytes of a value, as sent.
        public var valueBytes: Int

        /// 1,000 pairs, names of 1 kB, values of 1 MB.
        public init(pairs: Int = 1_000, nameBytes: Int = 1_024, valueBytes: Int = 1 << 20) {
            (self.pairs, self.nameBytes, self.valueBytes) = (pairs, nameBytes, valueBytes)
        }
    }

    /// The pairs in the order they came.
    public private(set) var items: [Item] = []

    /// No pairs.
    public init() {}

    /// Reads a query without its question mark, or a form's body.
    public init(_ text: String, limits: Limits = Limits()) throws(Refusal) {
        try self.init(parsing: text.utf8.span, limits: limits)
    }

    /// The same from bytes.
    public init(parsing bytes: Span<UInt8>, limits: Limits = Limits()) throws(Refusal) {
        var start = 0
        while start < bytes.count {
            let end = bytes.firstIndex(of: Byte.ampersand, in: start..<bytes.count) ?? bytes.count
            if start < end {
                guard items.count < limits.pairs else { throw .tooManyPairs }
                items.append(try Self.item(bytes, start..<end, limits))
            }
            start = end + 1
        }
    }

    private static func item(_ bytes: Span<UInt8>, _ range: Range<Int>, _ limits: Limits) throws(Refusal) -> Item {
        let equals = bytes.firstIndex(of: Byte.equals, in: range) ?? range.upperBound
        let name = range.lowerBound..<equals
        let value = min(equals + 1, range.upperBound)..<range.upperBound
        guard name.count <= limits.nameBytes else { throw .nameTooLong }
        guard value.count <= limits.valueBytes else { throw .valueTooLong }
        return Item(name: try text(bytes, name), value: try text(bytes, value))
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Refusal) -> String {
        let text: String
        do { text = try PercentCoding.decode(bytes, range, plusIsSpace: true) } catch {
            throw error == .badEscape ? .badEscape : .badText
        }
        // PostgreSQL's text holds no NUL, and nobody types one.
        if text.utf8.contains(0) { throw .nul }
        return text
    }

    /// The first value of a name.
    public subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

    /// All values of a name in their order.
    public func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// Whether the name is there at all.
    public func contains(_ name: String) -> Bool { items.contains { $0.name == name } }

    /// Adds a pair at the end, for a link.
    public mutating func append(_ name: String, _ value: String) { items.append(Item(name: name, value: value)) }

    /// The pairs as a query or a form's body; a blank is written `%20`, which every reader takes.
    public var encoded: String {
        var text = ""
        for item in items {
            if !text.isEmpty { text += "&" }
            PercentCoding.encode(item.name, into: &text)
            text += "="
            PercentCoding.encode(item.value, into: &text)
        }
        return text
    }
}

extension QueryItems {
    /// Why a query or form was not read.
    public enum Refusal: String, RequestRefusal {
        case tooManyPairs = "form.too-many-pairs"
        case nameTooLong = "form.name-too-long"
        case valueTooLong = "form.value-too-long"
        case badEscape = "form.bad-escape"
        case badText = "form.bad-text"
        case nul = "form.nul"

        /// 413 for what is too much, 400 for what is broken.
        public var status: Status {
            switch self {
            case .tooManyPairs, .nameTooLong, .valueTooLong: .contentTooLarge
            case .badEscape, .badText, .nul: .badRequest
            }
        }

        /// What exactly was wrong.
        public var reason: String {
            switch self {
            case .tooManyPairs: "There are more pairs than the limit."
            case .nameTooLong: "A name is longer than the limit."
            case .valueTooLong: "A value is longer than the limit."
            case .badEscape: "A percent sign is not followed by two hexadecimal digits."
            case .badText: "A decoded name or value is not UTF-8."
            case .nul: "A decoded name or value holds NUL."
            }
        }
    }
}

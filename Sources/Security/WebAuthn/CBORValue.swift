/// A value of the CBOR that authenticators speak: no floats, no tags, no indefinite lengths.
public enum CBORValue: Hashable, Sendable {
    case unsigned(UInt64)
    /// −1 − the number.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    case map(CBORMap)
    case bool(Bool)
    case null

    /// An integer of either sign, where it fits.
    public init(_ number: Int64) {
        self = number >= 0 ? .unsigned(UInt64(number)) : .negative(UInt64(-1 - number))
    }

    /// An integer of either sign; nil for anything else and for what does not fit.
    public var integer: Int64? {
        switch self {
        case .unsigned(let number): Int64(exactly: number)
        case .negative(let number): Int64(exactly: number).map { -1 - $0 }
        default: nil
        }
    }

    /// A byte string.
    public var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
    /// A text.
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    /// A map.
    public var map: CBORMap? { if case .map(let map) = self { map } else { nil } }
}

/// Keys and values in the order they came in, which for canonical input is the only one.
public struct CBORMap: Hashable, Sendable {
    /// One key and its value.
    public struct Entry: Hashable, Sendable {
        /// The key.
        public let key: CBORValue
        /// The value.
        public let value: CBORValue
        /// A pair.
        public init(_ key: CBORValue, _ value: CBORValue) { (self.key, self.value) = (key, value) }
    }

    /// The pairs.
    public var entries: [Entry]

    /// A map of these pairs.
    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// How many pairs.
    public var count: Int { entries.count }

    /// The value of a text key.
    public subscript(key: String) -> CBORValue? { entries.first { $0.key == .text(key) }?.value }
    /// The value of an integer key.
    public subscript(key: Int64) -> CBORValue? { entries.first { $0.key == CBORValue(key) }?.value }
}

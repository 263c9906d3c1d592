/// A response's header fields, in the order they are sent.
public struct Fields: Sendable {
    /// Name and value, one pair a line.
    public private(set) var entries: [(name: FieldName, value: String)]

    /// No fields.
    public init() { entries = [] }

    /// Fields in order.
    public init(_ entries: (name: FieldName, value: String)...) {
        self.entries = entries
        for index in entries.indices where !Self.isClean(entries[index].value) {
            self.entries[index].value = Self.withoutControls(entries[index].value)
        }
    }

    /// The first value; setting it replaces all of that name, nil removes them.
    public subscript(_ name: FieldName) -> String? {
        get { entries.first { $0.name == name }?.value }
        set {
            entries.removeAll { $0.name == name }
            if let newValue { append(name, newValue) }
        }
    }

    /// Adds a line. A value that would break the framing loses its control characters: nothing a handler passes on can
    /// start a line of its own.
    public mutating func append(_ name: FieldName, _ value: String) {
        entries.append((name, Self.isClean(value) ? value : Self.withoutControls(value)))
    }

    private static func isClean(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
    }

    private static func withoutControls(_ value: String) -> String {
        String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7f }, as: UTF8.self)
    }
}

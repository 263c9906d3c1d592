/// Any JSON value. Numbers keep their text and objects their order.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The value of a boolean.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The number, undecided.
    public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }

    /// A number written as a whole one that fits 64 bits.
    public var int: Int64? { number?.integer() }

    /// The elements of an array.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The members of an object.
    public var object: JSONObject? { if case .object(let members) = self { members } else { nil } }

    /// True for `null`.
    public var isNull: Bool { self == .null }

    /// A member of an object; nil for any other value.
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// An element of an array; nil past its end and for any other value.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    /// What kind of value it is, in words for people.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSONWriter {
    /// Any value.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let number): self.number(number.text.utf8Span.span)
        case .string(let text): string(text)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let members):
            beginObject()
            for member in members {
                key(escaping: member.key)
                self.value(member.value)
            }
            endObject()
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON.
    public var description: String {
        var json = JSONWriter()
        json.value(self)
        return String(decoding: json.finish(), as: UTF8.self)
    }
}

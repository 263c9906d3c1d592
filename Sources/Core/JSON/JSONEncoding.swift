/// Writes `Encodable` values as JSON. Where speed counts, write by hand with `JSONWriter`.
public enum JSONEncoding {
    /// A document of one value. Throws `EncodingError` for what JSON cannot say, and what the value's own code throws.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        var json = JSONWriter()
        try write(value, into: &json)
        return json.finish()
    }

    /// Writes one value where a value is due.
    public static func write(_ value: some Encodable, into json: inout JSONWriter) throws {
        let slot = JSONSlot()
        try slot.fill(with: value, at: .root)
        json.node(slot.node)
    }
}

extension JSONWriter {
    fileprivate mutating func node(_ node: JSONNode) {
        switch node {
        case .value(let value): self.value(value)
        case .array(let array):
            beginArray()
            for slot in array.elements { self.node(slot.node) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                key(escaping: member.key)
                self.node(member.value.node)
            }
            endObject()
        }
    }
}

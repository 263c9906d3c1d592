/// Writes `Encodable` values as JSON. Where speed counts, write by hand with `JSONWriter`.
public enum JSONEncoding {
    /// A document of one value. Throws `EncodingError` for what JSON cannot say, and what the value's own code throws.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        var json = JSONWriter()
        try write(value, into: &json)
        return json.finish()
    }

    /// Writes one value where a value is due; nothing is written when it throws.
    public static func write(_ value: some Encodable, into json: inout JSONWriter) throws {
        json.node(try JSONNode(value, at: .root))
    }
}

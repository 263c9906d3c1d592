/// Reads `Decodable` values out of JSON, strictly: no unknown names, no numbers cut to fit.
public enum JSONReader {
    /// What happens to a member nobody asked for.
    public enum UnknownKeys: Sendable, Hashable {
        case refuse
        case ignore
    }

    /// A value out of a document.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from text: Span<UInt8>, unknownKeys: UnknownKeys = .refuse,
        limits: JSONLimits = JSONLimits()
    ) throws(JSONRefusal) -> Value {
        let value: JSONValue
        do throws(JSONFault) { value = try JSONParser.parse(text, limits: limits) } catch { throw JSONRefusal(error) }
        return try decode(type, from: value, unknownKeys: unknownKeys)
    }

    /// A value out of a document.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from text: [UInt8], unknownKeys: UnknownKeys = .refuse, limits: JSONLimits = JSONLimits()
    ) throws(JSONRefusal) -> Value {
        try decode(type, from: text.span, unknownKeys: unknownKeys, limits: limits)
    }

    /// A value out of a document that is parsed already.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from value: JSONValue, unknownKeys: UnknownKeys = .refuse
    ) throws(JSONRefusal) -> Value {
        do {
            return try JSONReading(refusesUnknownKeys: unknownKeys == .refuse).decode(type, from: value, at: .root)
        } catch let refusal as JSONRefusal {
            throw refusal
        } catch {
            throw JSONRefusal(JSONReading.fault(for: error, at: .root))
        }
    }
}

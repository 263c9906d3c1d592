/// One reading of a document: it holds what the decoders of all levels share.
final class JSONReading {
    let refusesUnknownKeys: Bool
    /// Objects with unknown names, opened by the value being decoded and checked when it is complete.
    private var opened: [JSONTreeDecoder] = []

    init(refusesUnknownKeys: Bool) { self.refusesUnknownKeys = refusesUnknownKeys }

    /// Remembers an object with a name that is unknown so far.
    func opens(_ decoder: JSONTreeDecoder) { opened.append(decoder) }

    /// One value at one place. The check comes when the value is complete, and not when its container is opened, since
    /// a type may read one object through several containers.
    func decode<Value: Decodable>(_: Value.Type, from value: JSONValue, at place: JSONPlace) throws -> Value {
        if Value.self == JSONValue.self, let value = value as? Value { return value }
        let before = opened.count
        defer { if opened.count > before { opened.removeSubrange(before...) } }
        let result: Value
        do { result = try Value(from: JSONTreeDecoder(value, at: place, in: self)) } catch {
            throw error as? JSONRefusal ?? JSONRefusal(Self.fault(for: error, at: place))
        }
        guard opened.count > before else { return result }
        let unknown = opened[before...].flatMap(\.unknownNames)
        guard unknown.isEmpty else { throw JSONRefusal(unknown) }
        return result
    }

    /// What a type's own `init(from:)` threw, at the place of its value.
    static func fault(for error: any Error, at place: JSONPlace) -> JSONFault {
        let path = place.path
        return switch error {
        case let fault as FieldFault: JSONFault(fault, at: path)
        case DecodingError.valueNotFound: JSONFault(.required, at: path)
        case DecodingError.typeMismatch: JSONFault(.type, at: path)
        case DecodingError.keyNotFound(let key, _): JSONFault(.required, at: place.key(key).path)
        case let problem as Problem: JSONFault(.invalid, at: path, problem.detail ?? problem.title)
        default: JSONFault(.invalid, at: path, reason: String(reflecting: error))
        }
    }
}

/// The decoder of one value. A class, because a type may open one object several times and the names it knows add up.
final class JSONTreeDecoder: Decoder {
    let value: JSONValue
    let place: JSONPlace
    let reading: JSONReading
    /// The names no container could stand for yet; nil before the first is opened.
    private var unknown: [String]?

    init(_ value: JSONValue, at place: JSONPlace, in reading: JSONReading) {
        (self.value, self.place, self.reading) = (value, place, reading)
    }

    var codingPath: [any CodingKey] { place.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else { throw value.refusal(place, "An object is needed.") }
        note(members) { Key(stringValue: $0) != nil }
        return KeyedDecodingContainer(JSONKeyedDecoding(members: members, place: place, reading: reading))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = value else { throw value.refusal(place, "A list is needed.") }
        return JSONUnkeyedDecoding(elements: elements, place: place, reading: reading)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    /// Strikes out the names that a type of keys can stand for.
    private func note(_ members: JSONObject, isKnown: (String) -> Bool) {
        guard reading.refusesUnknownKeys else { return }
        if unknown != nil {
            unknown?.removeAll(where: isKnown)
            return
        }
        let names = members.compactMap { isKnown($0.key) ? nil : $0.key }
        unknown = names
        if !names.isEmpty { reading.opens(self) }
    }

    /// A fault for every name that stayed unknown.
    var unknownNames: [JSONFault] {
        (unknown ?? []).map { JSONFault(.unknownKey, at: JSONPlace.step(place, .key($0)).path) }
    }
}

extension JSONTreeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { value.isNull }
    func decode(_: Bool.Type) throws -> Bool { try value.decodedBool(at: place) }
    func decode(_: String.Type) throws -> String { try value.decodedString(at: place) }
    func decode(_: Double.Type) throws -> Double { try value.decodedFloating(at: place) }
    func decode(_: Float.Type) throws -> Float { try value.decodedFloating(at: place) }
    func decode(_: Int.Type) throws -> Int { try value.decodedInteger(at: place) }
    func decode(_: Int8.Type) throws -> Int8 { try value.decodedInteger(at: place) }
    func decode(_: Int16.Type) throws -> Int16 { try value.decodedInteger(at: place) }
    func decode(_: Int32.Type) throws -> Int32 { try value.decodedInteger(at: place) }
    func decode(_: Int64.Type) throws -> Int64 { try value.decodedInteger(at: place) }
    func decode(_: Int128.Type) throws -> Int128 { try value.decodedInteger(at: place) }
    func decode(_: UInt.Type) throws -> UInt { try value.decodedInteger(at: place) }
    func decode(_: UInt8.Type) throws -> UInt8 { try value.decodedInteger(at: place) }
    func decode(_: UInt16.Type) throws -> UInt16 { try value.decodedInteger(at: place) }
    func decode(_: UInt32.Type) throws -> UInt32 { try value.decodedInteger(at: place) }
    func decode(_: UInt64.Type) throws -> UInt64 { try value.decodedInteger(at: place) }
    func decode(_: UInt128.Type) throws -> UInt128 { try value.decodedInteger(at: place) }

    /// The inner value reads this very object, so its names count towards it.
    func decode<Value: Decodable>(_: Value.Type) throws -> Value {
        if Value.self == JSONValue.self, let value = value as? Value { return value }
        return try Value(from: self)
    }
}

/// The members of one object, as a type's keys see them.
struct JSONKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: JSONObject
    let place: JSONPlace
    let reading: JSONReading

    var codingPath: [any CodingKey] { place.codingPath }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

    func contains(_ key: Key) -> Bool { members.contains(key.stringValue) }

    private func value(_ key: any CodingKey) throws -> JSONValue {
        guard let value = members[key.stringValue] else {
            throw JSONRefusal(JSONFault(.required, at: place.key(key).path))
        }
        return value
    }

    private func integer<Integer: FixedWidthInteger>(_ key: Key) throws -> Integer {
        try value(key).decodedInteger(at: place.key(key))
    }

    private func decoder(_ key: any CodingKey) throws -> JSONTreeDecoder {
        JSONTreeDecoder(try value(key), at: place.key(key), in: reading)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }
    func decode(_: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decodedBool(at: place.key(key)) }
    func decode(_: String.Type, forKey key: Key) throws -> String { try value(key).decodedString(at: place.key(key)) }
    func decode(_: Double.Type, forKey key: Key) throws -> Double { try value(key).decodedFloating(at: place.key(key)) }
    func decode(_: Float.Type, forKey key: Key) throws -> Float { try value(key).decodedFloating(at: place.key(key)) }
    func decode(_: Int.Type, forKey key: Key) throws -> Int { try integer(key) }
    func decode(_: Int8.Type, forKey key: Key) throws -> Int8 { try integer(key) }
    func decode(_: Int16.Type, forKey key: Key) throws -> Int16 { try integer(key) }
    func decode(_: Int32.Type, forKey key: Key) throws -> Int32 { try integer(key) }
    func decode(_: Int64.Type, forKey key: Key) throws -> Int64 { try integer(key) }
    func decode(_: Int128.Type, forKey key: Key) throws -> Int128 { try integer(key) }
    func decode(_: UInt.Type, forKey key: Key) throws -> UInt { try integer(key) }
    func decode(_: UInt8.Type, forKey key: Key) throws -> UInt8 { try integer(key) }
    func decode(_: UInt16.Type, forKey key: Key) throws -> UInt16 { try integer(key) }
    func decode(_: UInt32.Type, forKey key: Key) throws -> UInt32 { try integer(key) }
    func decode(_: UInt64.Type, forKey key: Key) throws -> UInt64 { try integer(key) }
    func decode(_: UInt128.Type, forKey key: Key) throws -> UInt128 { try integer(key) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try reading.decode(type, from: value(key), at: place.key(key))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try decoder(JSONCodingKey("super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}

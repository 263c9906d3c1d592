/// The elements of one array, read in turn.
struct JSONUnkeyedDecoding: UnkeyedDecodingContainer {
    let elements: [JSONValue]
    let place: JSONPlace
    let reading: JSONReading
    private(set) var currentIndex = 0

    init(elements: [JSONValue], place: JSONPlace, reading: JSONReading) {
        (self.elements, self.place, self.reading) = (elements, place, reading)
    }

    var codingPath: [any CodingKey] { place.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    /// Reads one element and goes on only when that went well.
    private mutating func take<Value>(_ read: (JSONValue, JSONPlace) throws -> Value) throws -> Value {
        let place = place.index(currentIndex)
        guard !isAtEnd else { throw JSONRefusal(JSONFault(.required, at: place.path)) }
        let value = try read(elements[currentIndex], place)
        currentIndex += 1
        return value
    }

    private mutating func integer<Integer: FixedWidthInteger>() throws -> Integer {
        try take { try $0.decodedInteger(at: $1) }
    }

    /// Passes a null, and leaves any other element to the next call.
    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd else { throw JSONRefusal(JSONFault(.required, at: place.index(currentIndex).path)) }
        guard elements[currentIndex].isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode(_: Bool.Type) throws -> Bool { try take { try $0.decodedBool(at: $1) } }
    mutating func decode(_: String.Type) throws -> String { try take { try $0.decodedString(at: $1) } }
    mutating func decode(_: Double.Type) throws -> Double { try take { try $0.decodedFloating(at: $1) } }
    mutating func decode(_: Float.Type) throws -> Float { try take { try $0.decodedFloating(at: $1) } }
    mutating func decode(_: Int.Type) throws -> Int { try integer() }
    mutating func decode(_: Int8.Type) throws -> Int8 { try integer() }
    mutating func decode(_: Int16.Type) throws -> Int16 { try integer() }
    mutating func decode(_: Int32.Type) throws -> Int32 { try integer() }
    mutating func decode(_: Int64.Type) throws -> Int64 { try integer() }
    mutating func decode(_: Int128.Type) throws -> Int128 { try integer() }
    mutating func decode(_: UInt.Type) throws -> UInt { try integer() }
    mutating func decode(_: UInt8.Type) throws -> UInt8 { try integer() }
    mutating func decode(_: UInt16.Type) throws -> UInt16 { try integer() }
    mutating func decode(_: UInt32.Type) throws -> UInt32 { try integer() }
    mutating func decode(_: UInt64.Type) throws -> UInt64 { try integer() }
    mutating func decode(_: UInt128.Type) throws -> UInt128 { try integer() }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let reading = reading
        return try take { try reading.decode(type, from: $0, at: $1) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try superDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        let reading = reading
        return try take { JSONTreeDecoder($0, at: $1, in: reading) }
    }
}

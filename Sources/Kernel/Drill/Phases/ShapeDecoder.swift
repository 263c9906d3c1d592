import Core
import ModuleKit

/// Makes up the arguments of a job or an event by decoding them from nothing: it is asked for each value by name and
/// type, and gives ids of the table that the name suggests.
struct ShapeDecoder: Decoder {
    /// An id for a name such as `task` or `customer_id`.
    let id: @Sendable (String) -> UUIDv7
    var codingPath: [any CodingKey] = []
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    /// A type that holds itself in a list would have no end.
    fileprivate static let deepest = 12

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(ShapeKeyed(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { ShapeList(decoder: self) }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { ShapeValue(decoder: self) }

    fileprivate func below(_ key: (any CodingKey)?) -> ShapeDecoder {
        var other = self
        if let key { other.codingPath.append(key) }
        return other
    }

    fileprivate func value<T: Decodable>(_ type: T.Type) throws -> T {
        if let cases = type as? any CaseIterable.Type, let first = Self.first(cases) as? T { return first }
        if let flag = true as? T { return flag }
        if let text = text(for: type) as? T { return text }
        if let number = type as? any FixedWidthInteger.Type, let one = number.init(exactly: 1) as? T { return one }
        if let number = type as? any BinaryFloatingPoint.Type, let one = number.init(1) as? T { return one }
        if let moment = SystemClock().now() as? T { return moment }
        return try T(from: self)
    }

    private static func first<C: CaseIterable>(_ type: C.Type) -> Any? { C.allCases.first.map { $0 as Any } }

    /// Texts are ids as well: a type that reads itself from one cannot be told from one that is a text.
    private func text(for type: any Decodable.Type) -> String? {
        guard type == String.self else { return nil }
        return id(codingPath.last { $0.intValue == nil }?.stringValue ?? "").description
    }
}

private struct ShapeKeyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: ShapeDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try decoder.below(key).value(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder.below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder.below(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder.below(key) }
}

/// A list of one.
private struct ShapeList: UnkeyedDecodingContainer {
    let decoder: ShapeDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 || decoder.codingPath.count > ShapeDecoder.deepest }
    private(set) var currentIndex = 0

    init(decoder: ShapeDecoder) { self.decoder = decoder }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex += 1
        return try decoder.value(type)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested>
    {
        currentIndex += 1
        return try decoder.container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        currentIndex += 1
        return try decoder.unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { decoder }
}

private struct ShapeValue: SingleValueDecodingContainer {
    let decoder: ShapeDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.value(type) }
}

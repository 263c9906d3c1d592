/// The encoder of one value.
struct JSONTreeEncoder: Encoder {
    let slot: JSONSlot
    let place: JSONPlace

    var codingPath: [any CodingKey] { place.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONKeyedEncoding(object: slot.object, place: place))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONUnkeyedEncoding(array: slot.array, place: place) }
    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONTreeEncoder: SingleValueEncodingContainer {
    func encodeNil() { slot.node = .value(.null) }
    func encode(_ value: Bool) { slot.node = .value(.bool(value)) }
    func encode(_ value: String) { slot.node = .value(.string(value)) }
    func encode(_ value: Double) throws { slot.node = try JSONNode(floating: value, at: place) }
    func encode(_ value: Float) throws { slot.node = try JSONNode(floating: value, at: place) }
    func encode(_ value: Int) { slot.node = JSONNode(value) }
    func encode(_ value: Int8) { slot.node = JSONNode(value) }
    func encode(_ value: Int16) { slot.node = JSONNode(value) }
    func encode(_ value: Int32) { slot.node = JSONNode(value) }
    func encode(_ value: Int64) { slot.node = JSONNode(value) }
    func encode(_ value: Int128) { slot.node = JSONNode(value) }
    func encode(_ value: UInt) { slot.node = JSONNode(value) }
    func encode(_ value: UInt8) { slot.node = JSONNode(value) }
    func encode(_ value: UInt16) { slot.node = JSONNode(value) }
    func encode(_ value: UInt32) { slot.node = JSONNode(value) }
    func encode(_ value: UInt64) { slot.node = JSONNode(value) }
    func encode(_ value: UInt128) { slot.node = JSONNode(value) }
    func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

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
    private func set(_ value: JSONValue) { slot.node = .value(value) }
    private func set(_ value: some FixedWidthInteger) { set(.number(JSONNumber(value))) }

    func encodeNil() { set(.null) }
    func encode(_ value: Bool) { set(.bool(value)) }
    func encode(_ value: String) { set(.string(value)) }
    func encode(_ value: Double) throws { try slot.fill(floating: value, at: place) }
    func encode(_ value: Float) throws { try slot.fill(floating: value, at: place) }
    func encode(_ value: Int) { set(value) }
    func encode(_ value: Int8) { set(value) }
    func encode(_ value: Int16) { set(value) }
    func encode(_ value: Int32) { set(value) }
    func encode(_ value: Int64) { set(value) }
    func encode(_ value: Int128) { set(value) }
    func encode(_ value: UInt) { set(value) }
    func encode(_ value: UInt8) { set(value) }
    func encode(_ value: UInt16) { set(value) }
    func encode(_ value: UInt32) { set(value) }
    func encode(_ value: UInt64) { set(value) }
    func encode(_ value: UInt128) { set(value) }
    func encode(_ value: some Encodable) throws { try slot.fill(with: value, at: place) }
}

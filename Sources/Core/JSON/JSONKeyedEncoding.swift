/// The members of one object, by a type's keys.
struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let object: JSONMembers
    let place: JSONPlace

    var codingPath: [any CodingKey] { place.codingPath }

    private func set(_ key: any CodingKey, _ node: JSONNode) { object.members.set(key.stringValue, node) }

    /// An encoder whose value may come later.
    private func encoder(_ key: any CodingKey) -> JSONTreeEncoder {
        let slot = JSONSlot()
        set(key, .slot(slot))
        return JSONTreeEncoder(slot: slot, place: place.key(key))
    }

    func encodeNil(forKey key: Key) { set(key, .value(.null)) }
    func encode(_ value: Bool, forKey key: Key) { set(key, .value(.bool(value))) }
    func encode(_ value: String, forKey key: Key) { set(key, .value(.string(value))) }
    func encode(_ value: Double, forKey key: Key) throws { set(key, try JSONNode(floating: value, at: place.key(key))) }
    func encode(_ value: Float, forKey key: Key) throws { set(key, try JSONNode(floating: value, at: place.key(key))) }
    func encode(_ value: Int, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: Int8, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: Int16, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: Int32, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: Int64, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: Int128, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: UInt, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: UInt8, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: UInt16, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: UInt32, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: UInt64, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: UInt128, forKey key: Key) { set(key, JSONNode(value)) }
    func encode(_ value: some Encodable, forKey key: Key) throws { set(key, try JSONNode(value, at: place.key(key))) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder(JSONCodingKey("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

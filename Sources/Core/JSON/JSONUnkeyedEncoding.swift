/// The elements of one array, added in turn.
struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
    let array: JSONElements
    let place: JSONPlace

    var codingPath: [any CodingKey] { place.codingPath }
    var count: Int { array.elements.count }

    private var next: JSONPlace { place.index(count) }
    private func add(_ node: JSONNode) { array.elements.append(node) }

    /// An encoder whose value may come later.
    private func encoder() -> JSONTreeEncoder {
        let encoder = JSONTreeEncoder(slot: JSONSlot(), place: next)
        add(.slot(encoder.slot))
        return encoder
    }

    func encodeNil() { add(.value(.null)) }
    func encode(_ value: Bool) { add(.value(.bool(value))) }
    func encode(_ value: String) { add(.value(.string(value))) }
    func encode(_ value: Double) throws { add(try JSONNode(floating: value, at: next)) }
    func encode(_ value: Float) throws { add(try JSONNode(floating: value, at: next)) }
    func encode(_ value: Int) { add(JSONNode(value)) }
    func encode(_ value: Int8) { add(JSONNode(value)) }
    func encode(_ value: Int16) { add(JSONNode(value)) }
    func encode(_ value: Int32) { add(JSONNode(value)) }
    func encode(_ value: Int64) { add(JSONNode(value)) }
    func encode(_ value: Int128) { add(JSONNode(value)) }
    func encode(_ value: UInt) { add(JSONNode(value)) }
    func encode(_ value: UInt8) { add(JSONNode(value)) }
    func encode(_ value: UInt16) { add(JSONNode(value)) }
    func encode(_ value: UInt32) { add(JSONNode(value)) }
    func encode(_ value: UInt64) { add(JSONNode(value)) }
    func encode(_ value: UInt128) { add(JSONNode(value)) }
    func encode(_ value: some Encodable) throws { add(try JSONNode(value, at: next)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder() }
}

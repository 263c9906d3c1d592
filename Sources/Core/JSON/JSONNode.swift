/// A value on its way into JSON. Objects and arrays are classes, because `Encodable` may come back to one it has left.
enum JSONNode {
    case value(JSONValue)
    case object(JSONMembers)
    case array(JSONElements)
}

/// An object being filled.
final class JSONMembers {
    var members = OrderedMembers<JSONSlot>()

    /// A slot for a key. A key set twice keeps its place and takes the later value.
    func slot(_ key: any CodingKey) -> JSONSlot {
        let slot = JSONSlot()
        members.set(key.stringValue, slot)
        return slot
    }
}

/// An array being filled.
final class JSONElements {
    var elements: [JSONSlot] = []

    /// A slot at the end.
    func slot() -> JSONSlot {
        let slot = JSONSlot()
        elements.append(slot)
        return slot
    }
}

/// Where one value goes; `null` until it comes.
final class JSONSlot {
    var node = JSONNode.value(.null)

    /// Takes any value.
    func fill(with value: some Encodable, at place: JSONPlace) throws {
        if let value = value as? JSONValue { return node = .value(value) }
        try value.encode(to: JSONTreeEncoder(slot: self, place: place))
    }

    /// Takes a number JSON can say.
    func fill(
        floating value: some BinaryFloatingPoint & LosslessStringConvertible, at place: JSONPlace
    ) throws {
        guard let number = JSONNumber(value) else {
            let context = EncodingError.Context(
                codingPath: place.codingPath, debugDescription: "JSON has no such number.")
            throw EncodingError.invalidValue(value, context)
        }
        node = .value(.number(number))
    }

    /// The object here; a slot that held anything else is emptied first.
    var object: JSONMembers {
        if case .object(let members) = node { return members }
        let members = JSONMembers()
        node = .object(members)
        return members
    }

    /// The array here; a slot that held anything else is emptied first.
    var array: JSONElements {
        if case .array(let elements) = node { return elements }
        let elements = JSONElements()
        node = .array(elements)
        return elements
    }
}

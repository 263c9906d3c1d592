/// A value on its way into JSON. What may still change is a class, because `Encodable` may come back to a container it
/// has left.
enum JSONNode {
    case value(JSONValue)
    case object(JSONMembers)
    case array(JSONElements)
    case slot(JSONSlot)

    /// A node made of any value.
    init(_ value: some Encodable, at place: JSONPlace) throws {
        let slot = JSONSlot()
        try value.encode(to: JSONTreeEncoder(slot: slot, place: place))
        self = slot.node
    }

    /// A whole number.
    init(_ value: some FixedWidthInteger) { self = .value(.number(JSONNumber(value))) }

    /// A number, if JSON can say it.
    init(floating value: some BinaryFloatingPoint & LosslessStringConvertible, at place: JSONPlace) throws {
        guard let number = JSONNumber(value) else {
            let context = EncodingError.Context(
                codingPath: place.codingPath, debugDescription: "JSON has no such number.")
            throw EncodingError.invalidValue(value, context)
        }
        self = .value(.number(number))
    }
}

/// An object being filled. A key set twice keeps its place and takes the later value.
final class JSONMembers {
    var members = OrderedMembers<JSONNode>()
}

/// An array being filled.
final class JSONElements {
    var elements: [JSONNode] = []
}

/// Where one value goes; `null` until it comes.
final class JSONSlot {
    var node = JSONNode.value(.null)

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

extension JSONWriter {
    /// Any node, with all below it.
    mutating func node(_ node: JSONNode) {
        switch node {
        case .value(let value): self.value(value)
        case .slot(let slot): self.node(slot.node)
        case .array(let array):
            beginArray()
            for element in array.elements { self.node(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                key(escaping: member.key)
                self.node(member.value)
            }
            endObject()
        }
    }
}

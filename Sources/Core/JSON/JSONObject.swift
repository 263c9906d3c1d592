/// The members of a JSON object in the order they were written, each name once.
///
/// Names are compared as Swift compares strings, so two spellings of one letter (NFC and NFD) count as the same name.
public typealias JSONObject = OrderedMembers<JSONValue>

/// Named values in the order they came, each name once.
public struct OrderedMembers<Value> {
    /// One member.
    public typealias Member = (key: String, value: Value)

    private var members: [Member] = []
    /// Where each name stands, kept only when walking the members would be the slower way.
    private var places: [String: Int]?

    /// No members.
    public init() {}

    /// A member by name.
    public subscript(key: String) -> Value? { place(of: key).map { members[$0].value } }

    /// Sets a member, in its old place when there is one, else at the end.
    public mutating func set(_ key: String, _ value: Value) {
        if let place = place(of: key) { members[place].value = value } else { append(key, value) }
    }

    /// True when a member bears this name.
    public func contains(_ key: String) -> Bool { place(of: key) != nil }

    /// Where a name stands.
    func place(of key: String) -> Int? {
        if let places { return places[key] }
        return members.firstIndex { $0.key == key }
    }

    /// Adds a member whose name is known to be new.
    mutating func append(_ key: String, _ value: Value) {
        members.append((key, value))
        if places != nil {
            places?[key] = members.count - 1
        } else if members.count > 12 {
            places = Dictionary(members.indices.map { (members[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}

extension OrderedMembers: RandomAccessCollection {
    /// The first place.
    public var startIndex: Int { 0 }
    /// The place past the last.
    public var endIndex: Int { members.count }
    /// The member at a place.
    public subscript(position: Int) -> Member { members[position] }
}

extension OrderedMembers: Sendable where Value: Sendable {}

extension OrderedMembers: Equatable where Value: Equatable {
    /// Same names and values; the order does not matter (RFC 8259, 4).
    public static func == (left: Self, right: Self) -> Bool {
        left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
    }
}

extension OrderedMembers: Hashable where Value: Hashable {
    /// Hashes without regard to order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var one = Hasher()
            one.combine(member.key)
            one.combine(member.value)
            sum ^= one.finalize()
        }
        hasher.combine(sum)
    }
}

extension OrderedMembers: ExpressibleByDictionaryLiteral {
    /// Members in the order of the literal; of two with one name the last counts.
    public init(dictionaryLiteral elements: (String, Value)...) {
        for (key, value) in elements { set(key, value) }
    }
}

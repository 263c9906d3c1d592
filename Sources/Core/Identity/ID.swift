/// An id that knows what it names, so that a user's id never passes for a tenant's.
public struct ID<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The bare id.
    public let uuid: UUIDv7

    /// A bare id, claimed to name a subject.
    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    /// Reads the 36-character form, and no other.
    public init?(_ text: some StringProtocol) {
        guard let uuid = UUIDv7(text) else { return nil }
        self.uuid = uuid
    }

    /// A new id.
    public static func make() -> ID { ID(.make()) }

    /// The order of the bytes, which for new ids is the order of their making.
    public static func < (left: ID, right: ID) -> Bool { left.uuid < right.uuid }

    /// The 36-character form.
    public var description: String { uuid.description }
}

extension ID: Codable {
    /// Reads the 36-character form.
    public init(from decoder: any Decoder) throws { uuid = try UUIDv7(from: decoder) }

    /// Writes the 36-character form.
    public func encode(to encoder: any Encoder) throws { try uuid.encode(to: encoder) }
}

extension JSONWriter {
    /// An id in its 36-character form.
    @inlinable
    public mutating func id<Subject>(_ value: ID<Subject>) { uuid(value.uuid) }
}

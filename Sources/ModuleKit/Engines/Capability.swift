/// What one module does for others, by the protocol they meet through: one provides it, others require it.
public struct Capability<Provider>: Sendable {
    /// The name.
    public let name: CapabilityName
    /// A capability.
    public init(_ name: StaticString) { self.name = CapabilityName(name) }
}

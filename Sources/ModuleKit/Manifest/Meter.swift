public import Core

/// Something that is counted for a tenant and that its plan may bound.
public struct Meter: Sendable {
    /// How it is counted.
    public enum Form: Sendable, Hashable {
        /// How many there are now; the limit holds within the transaction.
        case stock
        /// How much was used in the period; rolled up.
        case volume
    }

    /// The name.
    public let name: MeterName
    /// What people read.
    public let title: Words
    /// How it is counted.
    public let form: Form

    /// A meter.
    public init(_ name: MeterName, title: Words, _ form: Form) {
        (self.name, self.title, self.form) = (name, title, form)
    }
}

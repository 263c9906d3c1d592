/// Something that happened, written in the transaction in which it did. Its form is a promise to receivers.
public protocol Event: Codable, Sendable {
    /// Which event.
    static var name: EventName { get }
}

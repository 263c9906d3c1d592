/// Something that happened, written in the transaction in which it did. Its form is a promise to receivers.
///
/// Its content is ids and facts that stay true, not persons' data: whoever hears of it reads those through the wall, where
/// an erasure has reached them. A field that is added and optional changes nothing for receivers; any other change of the
/// form takes a new version of the name.
public protocol Event: Codable, Sendable {
    /// Which event, and which version of its form.
    static var name: EventName { get }
    /// Reads the content of a version before the present one. There may be some in the outbox while a new release takes
    /// over; unless this knows them, their listeners wait in the queue for dead letters.
    static func older(_ version: Int, from decoder: any Decoder) throws -> Self
}

extension Event {
    /// Knows no older version.
    public static func older(_ version: Int, from decoder: any Decoder) throws -> Self {
        throw EventFault.version(version, of: name)
    }

    /// The event from its content in a version. A newer one than this program's is another node's to read.
    static func read(_ version: Int, from decoder: any Decoder) throws -> Self {
        if version == name.version { return try Self(from: decoder) }
        guard version < name.version else { throw EventFault.version(version, of: name) }
        return try older(version, from: decoder)
    }
}

/// Why an event cannot be said or read.
public enum EventFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Its content is of a version that this program cannot read.
    case version(Int, of: EventName)
    /// Its content has more bytes than an event may.
    case size(Int, of: EventName)
    /// It would be one more of events that lead to one another.
    case depth(EventName)
    /// The module no longer has the listener that a job was written for.
    case nobodyListens(String)

    /// A sentence for whoever looks after the queue.
    public var description: String {
        switch self {
        case .version(let version, let name):
            "version \(version) of \(name) cannot be read here, where it is \(name.version): give it `older`, or wait for"
                + " a node that knows it"
        case .nobodyListens(let listener):
            "no listener of the module is called \(listener): bring it back, or cancel the job"
        case .depth(let name):
            "\(name) would be one more of \(EventEnvelope.mostDepth) events that led to one another: let nothing that is"
                + " done on hearing an event lead to the same event again"
        case .size(let bytes, let name):
            "\(name) has \(bytes) bytes of content: an event names records, at most \(EventEnvelope.mostBytes) bytes"
        }
    }
}

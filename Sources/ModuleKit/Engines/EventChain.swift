import Core
import Synchronization

/// How far the work under way is from what somebody did. What is said on hearing an event stands one step behind it; so
/// does what a job says that a listener ordered for at once. A listener that says its own event again is stopped by that.
package final class EventChain: Sendable {
    /// The chain of the work under way; none where nothing was heard before.
    @TaskLocal package static var current: EventChain?

    /// The depth of what is said in it.
    package let depth: Int
    private let refused = Mutex<EventName?>(nil)

    private init(depth: Int) { self.depth = depth }

    /// The depth of an event that is said now. Throws where it would have no end.
    static func depth(saying name: EventName) throws(EventFault) -> Int {
        guard let current else { return 0 }
        guard current.depth <= EventEnvelope.mostDepth else {
            current.refused.withLock { $0 = name }
            throw .depth(name)
        }
        return current.depth
    }

    /// Does work that is so deep. What it throws because it may say nothing more is hopeless, however it is wrapped.
    package static func follow<Success>(to depth: Int, _ work: () async throws -> Success) async throws -> Success {
        let chain = EventChain(depth: depth)
        do {
            return try await $current.withValue(chain, operation: work)
        } catch {
            if let name = chain.refused.withLock(\.self) { throw EndlessEvents(event: name) }
            throw error
        }
    }
}

extension EventChain {
    /// Where a job's arguments bear the depth; only those of jobs that stand in a chain do.
    private enum Key: String, CodingKey {
        case depth = "konak.depth"
    }

    /// A job's arguments with the depth it is ordered at. What is put off for a while begins anew: it cannot be a storm.
    static func marked(_ arguments: [UInt8], _ start: JobOrder.Start) -> [UInt8] {
        guard let current, isSoon(start), arguments.first == UInt8(ascii: "{") else { return arguments }
        let rest = arguments.dropFirst()
        let comma = rest.first == UInt8(ascii: "}") ? "" : ","
        return Array("{\"\(Key.depth.rawValue)\":\(current.depth)\(comma)".utf8) + rest
    }

    private static func isSoon(_ start: JobOrder.Start) -> Bool {
        switch start {
        case .now: true
        case .after(let time): time < .seconds(60)
        case .at(let moment): moment < SystemClock().now() + .seconds(60)
        }
    }

    /// The depth that a job was ordered at.
    static func depth(of decoder: any Decoder) -> Int? {
        try? decoder.container(keyedBy: Key.self).decodeIfPresent(Int.self, forKey: .depth)
    }
}

/// Work that no further attempt will bring to its end.
public protocol HopelessWork: Error {
    /// Why, in the list of dead jobs.
    var code: String { get }
}

/// A listener's event led to itself again and again.
public struct EndlessEvents: HopelessWork, CustomDebugStringConvertible {
    /// The event that was not said any more.
    public let event: EventName

    /// The code.
    public var code: String { "event_storm" }

    /// What to look for.
    public var debugDescription: String {
        "\(event) would be the \(EventEnvelope.mostDepth + 1)th event in a row of events that lead to one another: a"
            + " listener says, or has a job say, what leads back to itself"
    }
}

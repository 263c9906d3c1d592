import Core
import Postgres
import SQL

/// Hands events out: to listeners as jobs, to sinks as they wish, each exactly once. Any number of nodes do it at the
/// same time; what one of them leaves undone when it dies, another does.
public struct EventDispatcher: BackgroundWork {
    /// How logs call it.
    public let name = "dispatcher of events"
    private let audience: EventAudience
    private let sinks: [any EventSink]
    private let database: PostgresDatabase
    private let pace: EventPace
    private let log: Log
    /// Rings in the worker of this process when there is something to hear.
    private let bell: Bell

    /// A dispatcher to all listeners of the house and these sinks.
    public init(_ ground: HouseGround, sinks: [any EventSink] = [], pace: EventPace = EventPace()) {
        self.init(
            ground.registry, sinks: sinks, control: ground.services.databases.control, pace: pace,
            log: ground.services.log, bell: ground.services.jobBell)
    }

    init(
        _ registry: Registry, sinks: [any EventSink], control: PostgresDatabase, pace: EventPace, log: Log,
        bell: Bell = Bell()
    ) {
        audience = EventAudience(registry)
        (self.sinks, database, self.pace, self.log, self.bell) = (sinks, control, pace, log, bell)
    }

    /// Hands out whatever waits, until there is a draining. What a batch has begun it ends: it takes milliseconds.
    public func run(until drain: Drain) async {
        var isFailing = false
        while !drain.isDraining {
            var rest = pace.rest
            do {
                if try await pass() > 0 { rest = .zero }
                isFailing = false
            } catch {
                if !isFailing { log.error("events not handed out: they wait", cause: error) }
                (isFailing, rest) = (true, pace.retry)
            }
            if rest > .zero { await drain.pause(for: rest) }
        }
    }

    /// One batch of every shard in which something waits and that no other dispatcher has; how many events that were.
    func pass() async throws -> Int {
        var count = 0
        for row in try await database.perform(EventBatch.waiting) { count += try await handOut(try row.decode(0)) }
        return count
    }

    private func handOut(_ shard: Int32) async throws -> Int {
        let events: [OutboxEvent]?
        let count: Int
        (count, events) = try await database.withTransaction { transaction in
            guard try await transaction.query(EventBatch.hold(shard))[0].decode(0) else { return (0, nil) }
            let answer = try await transaction.query(
                EventBatch.handOut(
                    shard, most: Int32(clamping: pace.batch), to: audience, showing: !sinks.isEmpty))
            if sinks.isEmpty { return (Int(try answer[0].decode(0, as: Int64.self)), nil) }
            let events = try answer.map(OutboxEvent.init)
            if !events.isEmpty { for sink in sinks { try await sink.take(events, in: transaction) } }
            return (events.count, events)
        }
        if count > 0 { bell.announce() }
        if let events, !events.isEmpty { for sink in sinks { await sink.heard(events) } }
        return count
    }
}

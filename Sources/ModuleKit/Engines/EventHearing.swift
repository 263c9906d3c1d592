public import Core

/// One event for one listener, as it stands in the queue of jobs. The dispatcher writes it, with the event's content
/// beside it; a module has one kind of such jobs for all its listeners.
public struct EventHearing: Job {
    /// The kind is the listening module's own: `JobKind.hearing`.
    public static let kind = JobKind("kernel.hear_event")
    /// In a queue of its own. A listener that fails holds up its record for itself, so it tries soon and for a day.
    public static let policy = JobPolicy(
        queue: JobQueue("events"), mostAttempts: 20,
        backoff: JobBackoff(first: .seconds(1), longest: .seconds(3 * 3600)))

    /// Which listener of the module, by its key.
    public let listener: String
    /// Which event.
    public let id: EventID
    /// What happened.
    public let name: String
    /// The version of its form.
    public let version: Int
    /// To what.
    public let record: UUIDv7
    /// When, in microseconds since 1970.
    public let at: Int64
    /// How many events led to it; what an older version wrote does not say so.
    public let depth: Int?

    /// Where the content stands.
    private enum Key: String, CodingKey {
        case content
    }

    private var envelope: EventEnvelope {
        EventEnvelope(
            id: id, name: name, version: version, record: record, happenedAt: Timestamp(microseconds: at),
            depth: depth ?? 0)
    }

    /// Runs the listener that a row of the queue names.
    static func run(
        _ listeners: [ListenerRegistration], _ decoder: any Decoder, _ tenant: any TenantContext, _ run: JobRun
    ) async throws -> JobOutcome {
        let hearing = try EventHearing(from: decoder)
        guard let listener = listeners.first(where: { $0.key == hearing.listener }) else {
            throw EventFault.nobodyListens(hearing.listener)
        }
        let content = try decoder.container(keyedBy: Key.self).superDecoder(forKey: .content)
        let envelope = hearing.envelope
        try await EventChain.follow(to: envelope.depth + 1) {
            try await listener.hear(content, envelope, tenant, run)
        }
        return .done
    }
}

extension JobKind {
    /// The kind in which a module hears events.
    package static func hearing(of module: ModuleID) -> JobKind { JobKind(of: module, "hear_event") }
}

extension ModuleRegistrar {
    /// Adds the kind of job in which a module hears events, if it listens to any.
    package mutating func addHearing(of module: ModuleID) {
        guard !listeners.isEmpty else { return }
        let listeners = listeners
        jobs.append(
            JobRegistration(kind: .hearing(of: module), arguments: EventHearing.self, policy: EventHearing.policy) {
                decoder, tenant, run in
                try await EventHearing.run(listeners, decoder, tenant, run)
            })
    }
}

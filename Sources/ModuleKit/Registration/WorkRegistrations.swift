public import Core

/// A kind of job with what runs it.
public struct JobRegistration: Sendable {
    /// The kind.
    public let kind: JobKind
    /// The type of its arguments.
    public let arguments: any Job.Type
    /// How it is to be run.
    public let policy: JobPolicy
    /// Decodes the arguments with the given decoder and runs one attempt.
    public let perform: @Sendable (any Decoder, any TenantContext, JobRun) async throws -> JobOutcome

    /// Runs by hand, as an attempt that no lease binds.
    public func run(_ decoder: any Decoder, _ tenant: any TenantContext) async throws -> JobOutcome {
        let run = JobRun(id: .make(), attempt: 1, mostAttempts: 1, holder: .make(), pulse: RestingPulse())
        return try await perform(decoder, tenant, run)
    }
}

/// Arguments that are not what the kind takes: no attempt will change that.
public struct UnreadableArguments: HopelessWork {
    /// What the decoder said.
    public let cause: any Error
    /// For what a decoder said.
    public init(cause: any Error) { self.cause = cause }
    /// The code.
    public var code: String { "arguments_unreadable" }
}

/// A job that comes back by the clock, in each tenant's own zone.
public struct ScheduleRegistration: Sendable {
    /// The kind.
    public let kind: JobKind
    /// When, in the five fields of cron.
    public let cron: String
    /// Makes the arguments for a run.
    public let make: @Sendable () -> any Job
}

/// Work without an end that exactly one node does, such as holding a mailbox's connection.
public struct ServiceRegistration: Sendable {
    /// The name.
    public let name: String
    /// Runs until it is cancelled.
    public let run: @Sendable (any SystemContext) async throws -> Void
}

/// Who wants to know of an event.
public struct ListenerRegistration: Sendable {
    /// The event.
    public let event: EventName
    /// What tells it from the module's other listeners to the same event.
    public let name: String
    /// Decodes the event with the given decoder and acts.
    public let hear: @Sendable (any Decoder, EventEnvelope, any TenantContext, JobRun) async throws -> Void

    /// What rows of the queue call it within its module, so it never changes.
    public var key: String { name.isEmpty ? event.text : "\(event.text)/\(name)" }

    /// Acts on an event that stands in no outbox, as the drill and tests do.
    public func receive(_ decoder: any Decoder, _ tenant: any TenantContext) async throws {
        let id = EventID.make()
        let envelope = EventEnvelope(
            id: id, name: event.text, version: event.version, record: id.uuid, happenedAt: SystemClock().now())
        let run = JobRun(id: .make(), attempt: 1, mostAttempts: 1, holder: .make(), pulse: RestingPulse())
        try await hear(decoder, envelope, tenant, run)
    }
}

/// An event that a module says.
public struct EventRegistration: Sendable {
    /// The event.
    public let name: EventName
    /// What people read in the catalogue of webhooks.
    public let title: Words
    /// The type of its content.
    public let content: any Event.Type
}

/// What a module does for others.
public struct CapabilityRegistration: Sendable {
    /// The name.
    public let name: CapabilityName
    /// The provider, of the type the capability names.
    public let provider: any Sendable
    /// That type's name: who requires the capability must mean the same.
    public let type: String
}

/// What a module needs of another.
public struct CapabilityRequirement: Sendable, Hashable {
    /// The name.
    public let name: CapabilityName
    /// The name of the type it expects to find.
    public let type: String
}

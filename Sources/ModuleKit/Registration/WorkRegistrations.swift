public import Core

/// A kind of job with what runs it.
public struct JobRegistration: Sendable {
    /// The kind.
    public let kind: JobKind
    /// The type of its arguments.
    public let arguments: any Job.Type
    /// Decodes the arguments with the given decoder and runs.
    public let run: @Sendable (any Decoder, any TenantContext) async throws -> JobOutcome
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
    /// Decodes the event with the given decoder and acts.
    public let receive: @Sendable (any Decoder, any TenantContext) async throws -> Void
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

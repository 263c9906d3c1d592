public import Core

extension ModuleRegistrar {
    /// A kind of job.
    public mutating func job<J: Job>(
        _: J.Type, _ run: @escaping @Sendable (J, any TenantContext) async throws -> JobOutcome
    ) {
        jobs.append(
            JobRegistration(kind: J.kind, arguments: J.self) { decoder, tenant in
                try await run(try J(from: decoder), tenant)
            })
    }

    /// A job by the clock, in each tenant's zone.
    public mutating func schedule<J: Job>(_ cron: StaticString, _ make: @escaping @Sendable () -> J) {
        schedules.append(ScheduleRegistration(kind: J.kind, cron: cron.description, make: make))
    }

    /// Work without an end, done by exactly one node.
    public mutating func service(
        _ name: StaticString, _ run: @escaping @Sendable (any SystemContext) async throws -> Void
    ) {
        services.append(ServiceRegistration(name: name.description, run: run))
    }

    /// An event that the module says.
    public mutating func event<E: Event>(_: E.Type, title: Words) {
        events.append(EventRegistration(name: E.name, title: title, content: E.self))
    }

    /// An event, the module's own or another's, that it wants to know of.
    public mutating func listen<E: Event>(
        _: E.Type, _ receive: @escaping @Sendable (E, any TenantContext) async throws -> Void
    ) {
        listeners.append(
            ListenerRegistration(event: E.name) { decoder, tenant in try await receive(try E(from: decoder), tenant) })
    }

    /// Does something for others.
    public mutating func provide<Provider: Sendable>(_ capability: Capability<Provider>, _ provider: Provider) {
        capabilities.append(
            CapabilityRegistration(
                name: capability.name, provider: provider, type: String(reflecting: Provider.self)))
    }

    /// Needs what another does.
    public mutating func require<Provider>(_ capability: Capability<Provider>) {
        required.append(CapabilityRequirement(name: capability.name, type: String(reflecting: Provider.self)))
    }
}

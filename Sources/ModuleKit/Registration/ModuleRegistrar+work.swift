public import Core

extension ModuleRegistrar {
    /// A kind of job.
    public mutating func job<J: Job>(
        _: J.Type, _ run: @escaping @Sendable (J, any TenantContext) async throws -> JobOutcome
    ) {
        job(J.self) { job, tenant, _ in try await run(job, tenant) }
    }

    /// A kind of job whose handler asks which attempt it is, says how far it is, or holds the job in its transactions.
    public mutating func job<J: Job>(
        _: J.Type, _ run: @escaping @Sendable (J, any TenantContext, JobRun) async throws -> JobOutcome
    ) {
        jobs.append(
            JobRegistration(kind: J.kind, arguments: J.self, policy: J.policy) { decoder, tenant, attempt in
                let job: J
                do { job = try J(from: decoder) } catch { throw UnreadableArguments(cause: error) }
                guard let depth = EventChain.depth(of: decoder) else { return try await run(job, tenant, attempt) }
                return try await EventChain.follow(to: depth) { try await run(job, tenant, attempt) }
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

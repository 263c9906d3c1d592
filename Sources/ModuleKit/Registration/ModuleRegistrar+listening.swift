extension ModuleRegistrar {
    /// An event, the module's own or another's, that it wants to know of. A second listener of the module to the same
    /// event needs a name of its own.
    ///
    /// It hears each event at least once, those of one record in their order; what it throws is tried again later.
    public mutating func listen<E: Event>(
        _: E.Type, named name: StaticString = "",
        _ receive: @escaping @Sendable (E, any TenantContext) async throws -> Void
    ) {
        add(E.self, name) { event, _, tenant, _ in try await receive(event, tenant) }
    }

    /// The same, with the event's id and its time.
    public mutating func listen<E: Event>(
        _: E.Type, named name: StaticString = "",
        _ receive: @escaping @Sendable (E, EventEnvelope, any TenantContext) async throws -> Void
    ) {
        add(E.self, name) { event, envelope, tenant, _ in try await receive(event, envelope, tenant) }
    }

    /// The same, with the attempt: in a transaction that begins with its `fence`, what it writes is written once.
    public mutating func listen<E: Event>(
        _: E.Type, named name: StaticString = "",
        _ receive: @escaping @Sendable (E, EventEnvelope, any TenantContext, JobRun) async throws -> Void
    ) {
        add(E.self, name, receive)
    }

    private mutating func add<E: Event>(
        _: E.Type, _ name: StaticString,
        _ receive: @escaping @Sendable (E, EventEnvelope, any TenantContext, JobRun) async throws -> Void
    ) {
        listeners.append(
            ListenerRegistration(event: E.name, name: name.description) { decoder, envelope, tenant, run in
                try await receive(try E.read(envelope.version, from: decoder), envelope, tenant, run)
            })
    }
}

public import Core
public import SQL

extension Event {
    /// The statement that says it, for `queries`: what it is said with happens together with it or not at all.
    ///
    /// The house gives the event its time as the statement runs, behind whatever was said about the record before; who
    /// says something about the same record meanwhile waits for the end of the transaction. So say it near the end, and
    /// where one transaction speaks of several records, in the order of their ids.
    public func saying(about record: UUIDv7, as id: EventID = .make()) throws -> Query {
        let content = try JSONEncoding.encode(self)
        guard content.count <= EventEnvelope.mostBytes else { throw EventFault.size(content.count, of: Self.name) }
        let depth = try EventChain.depth(saying: Self.name)
        return """
            INSERT INTO kernel.event (tenant_id, id, name, version, record, content, depth) \
            VALUES (kernel.tenant(), \(id), \(Self.name.text), \(Int32(clamping: Self.name.version)), \(record), \
            \(JSONB(content)), \(Int16(clamping: depth)))
            """
    }
}

extension Database {
    /// Says that something happened to a record. It is known to others when the transaction commits, and never when it
    /// does not.
    @discardableResult
    public func say<E: Event>(_ event: E, about record: UUIDv7) async throws -> EventID {
        let id = EventID.make()
        _ = try await query(try event.saying(about: record, as: id))
        return id
    }
}

extension TenantContext {
    /// Says that something happened to a record, in a transaction of its own. Where something else is written along, use
    /// `transaction` or `queries`.
    @discardableResult
    public func say<E: Event>(_ event: E, about record: UUIDv7) async throws -> EventID {
        let id = EventID.make()
        _ = try await query(try event.saying(about: record, as: id))
        return id
    }
}

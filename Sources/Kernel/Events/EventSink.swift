public import Core
public import ModuleKit
public import Postgres
public import SQL

/// An event as it leaves the outbox.
public struct OutboxEvent: Sendable, Hashable {
    /// Whose it is.
    public let tenant: TenantID
    /// Which one, of which form, about what, when.
    public let envelope: EventEnvelope
    /// The module that said it.
    public let module: String
    /// Its content as JSON.
    public let content: JSONB
}

/// Who is told of every event beside the listeners of modules: webhooks out, workflows, live screens. Events come in
/// batches, those of one record in their order.
public protocol EventSink: Sendable {
    /// How logs call it.
    var name: String { get }

    /// Takes a batch in the transaction that hands it out, as konak_control: what it writes there is written exactly once
    /// for each event, whoever dies when. It writes rows and is brief: other work it leaves to jobs. When it throws,
    /// nothing of the batch is handed out and all of it comes again, so it throws only for what passes.
    func take(_ events: [OutboxEvent], in transaction: BorrowedConnection) async throws

    /// Hears of a batch that was handed out, on the node that did it. A node that dies in between tells nobody: this is
    /// for screens, which ask anew, and for nothing that counts.
    func heard(_ events: [OutboxEvent]) async
}

extension EventSink {
    /// Writes nothing.
    public func take(_ events: [OutboxEvent], in transaction: BorrowedConnection) async throws {}
    /// Does nothing.
    public func heard(_ events: [OutboxEvent]) async {}
}

extension OutboxEvent {
    /// A row of the dispatcher's answer.
    init(_ row: Row) throws {
        tenant = try row.decode(0)
        module = try row.decode(4)
        content = try row.decode(6)
        envelope = EventEnvelope(
            id: try row.decode(1), name: try row.decode(2), version: Int(try row.decode(3, as: Int32.self)),
            record: try row.decode(5), happenedAt: try row.decode(7), depth: Int(try row.decode(8, as: Int16.self)))
    }
}

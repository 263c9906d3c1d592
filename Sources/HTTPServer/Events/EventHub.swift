public import EventLoop

/// Streams that hear the same events, kept by loop: a broadcast is one hop to each loop and no more.
public final class EventHub: Sendable {
    private let tables: [EventTable]

    /// A hub over the loops.
    public init(loops: LoopGroup) { tables = loops.loops.map { EventTable(on: $0) } }

    /// Lets a stream hear everything from now until it ends. To be called on the stream's loop, as its own closure is.
    public func serve(_ stream: EventStream) async {
        guard let table = tables.first(where: { $0.loop.isCurrent }) else { return }
        table.add(stream)
        await stream.untilEnd()
        table.remove(stream)
    }

    /// Sends an event to every stream. Who cannot keep up is dropped and connects again.
    public func broadcast(_ event: ServerEvent) {
        let bytes = event.bytes
        for table in tables { Task(executorPreference: table.loop) { table.broadcast(bytes) } }
    }

    /// How many streams hear.
    public func count() async -> Int {
        var sum = 0
        for table in tables { sum += await Task(executorPreference: table.loop) { table.streams.count }.value }
        return sum
    }
}

public import EventLoop

/// Streams that hear the same events, kept by loop: a broadcast is one hop to each loop and no more.
public final class EventHub: Sendable {
    private let tables: [Table]

    /// A hub over the loops.
    public init(loops: LoopGroup) { tables = loops.loops.map { Table(loop: $0) } }

    /// One loop's streams.
    ///
    /// `@unchecked Sendable`: touched on its loop's thread only.
    private final class Table: @unchecked Sendable {
        let loop: Loop
        var streams: [ObjectIdentifier: EventStream] = [:]

        init(loop: Loop) { self.loop = loop }

        func post(_ bytes: [UInt8]) {
            for stream in streams.values { _ = stream.post(bytes) }
        }
    }

    /// Lets a stream hear everything until it ends. To be called on the stream's loop, as its own closure is.
    public func serve(_ stream: EventStream) async {
        guard let table = tables.first(where: { $0.loop.isCurrent }) else { return }
        table.streams[ObjectIdentifier(stream)] = stream
        await stream.untilEnd()
        table.streams[ObjectIdentifier(stream)] = nil
    }

    /// Sends an event to every stream. Who cannot keep up is dropped and connects again.
    public func broadcast(_ event: ServerEvent) {
        let bytes = event.bytes
        for table in tables { Task(executorPreference: table.loop) { table.post(bytes) } }
    }

    /// How many streams hear.
    public func count() async -> Int {
        var sum = 0
        for table in tables { sum += await Task(executorPreference: table.loop) { table.streams.count }.value }
        return sum
    }
}

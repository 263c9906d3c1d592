public import EventLoop
public import HTTP

/// An open stream of events to one browser. It beats now and then, so that proxies keep it and a vanished browser is
/// found out.
///
/// `@unchecked Sendable`: used on its connection's loop only; the sink refuses other threads.
public final class EventStream: TimerTarget, ConnectionKeeper, @unchecked Sendable {
    /// The last event the browser had before it connected again; nil when it is new.
    public let lastEventID: String?
    private let sink: any PostingSink
    private let loop: Loop
    private let heartbeat: Duration
    private let bell: Bell
    private var timer: TimerID?
    /// True once the browser is gone, too slow, or the server stops.
    public private(set) var isOver = false
    /// The first of a hub's events that this stream is to hear, and its place among the hub's streams.
    var firstHeard: UInt64 = 0
    var place = 0

    private init(_ sink: any PostingSink, _ loop: Loop, heartbeat: Duration, lastEventID: String?) {
        (self.sink, self.loop, self.heartbeat, self.lastEventID) = (sink, loop, heartbeat, lastEventID)
        bell = Bell(on: loop)
    }

    /// The answer that opens a stream. The closure sends, or waits with `untilEnd` while others post; when it returns
    /// the stream ends and the browser connects again after `retry`.
    public static func response(
        to request: Request, retry: Duration = .seconds(2), heartbeat: Duration = .seconds(15),
        _ body: @escaping @Sendable (EventStream) async throws -> Void
    ) -> Response {
        let lastEventID = request.head[.lastEventID]
        // `no-transform`: a proxy that compresses would hold events back.
        let fields = Fields(
            (.contentType, "text/event-stream"), (.cacheControl, "no-store, no-transform"), (.xAccelBuffering, "no"))
        var response = Response(
            .ok, fields: fields,
            body: .stream(length: nil) { sink in
                guard let sink = sink as? any PostingSink, let loop = Loop.current else { throw BodyFault.interrupted }
                let stream = EventStream(sink, loop, heartbeat: heartbeat, lastEventID: lastEventID)
                stream.begin(retry)
                defer { stream.end() }
                try await body(stream)
            })
        response.endsConnection = true
        return response
    }

    private func begin(_ retry: Duration) {
        _ = sink.post(Array("retry: \(retry.clippedNanoseconds / 1_000_000)\n\n".utf8))
        setTimer()
        sink.keep(self)
    }

    /// Sends an event; suspends while the browser is slow, throws when it is gone.
    public func send(_ event: ServerEvent) async throws {
        guard !isOver else { throw BodyFault.interrupted }
        try await sink.write(event.bytes)
    }

    /// Sends an event without waiting; false when the browser is too slow or gone. A stream that lost an event is
    /// over: the browser connects again and asks for what it missed.
    @discardableResult
    public func post(_ event: ServerEvent) -> Bool { post(event.bytes) }

    /// Events as they are on the wire.
    @discardableResult
    func post(_ bytes: [UInt8]) -> Bool {
        if !isOver, sink.post(bytes) { return true }
        end()
        return false
    }

    /// Suspends until the stream is over or the task cancelled.
    public func untilEnd() async { while !isOver, !Task.isCancelled { await bell.wait() } }

    /// The browser is gone.
    public func peerEnded() { end() }

    /// The server stops: the browser will find another.
    public func serverStops() { end() }

    private func end() {
        isOver = true
        bell.ring()
        if let timer { loop.cancel(timer) }
        timer = nil
    }

    private func setTimer() { timer = loop.timer(at: loop.deadline(in: heartbeat), self) }

    /// Time for a heartbeat.
    public func timerFired() {
        timer = nil
        if !isOver, post(Self.beat) { setTimer() }
    }

    private static let beat = Array(":\n\n".utf8)
}

extension FieldName {
    static let lastEventID = FieldName("last-event-id")
    /// Tells nginx not to hold the answer back.
    static let xAccelBuffering = FieldName("x-accel-buffering")
}

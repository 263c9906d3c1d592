public import EventLoop
public import HTTP

/// An open stream of events to one browser. It beats now and then, so that proxies keep it and a vanished browser is
/// found out.
///
/// `@unchecked Sendable`: used on its connection's loop only; the sink refuses other threads.
public final class EventStream: TimerTarget, @unchecked Sendable {
    private let sink: any PostingSink
    private let loop: Loop
    private let heartbeat: Duration
    private var ended = false
    private var waiter: CheckedContinuation<Void, Never>?

    private init(sink: any PostingSink, loop: Loop, heartbeat: Duration) {
        (self.sink, self.loop, self.heartbeat) = (sink, loop, heartbeat)
    }

    /// The answer that opens a stream. The closure sends, or waits with `untilEnd` while others post; when it returns
    /// the stream ends and the browser connects again after `retry`.
    public static func response(
        retry: Duration = .seconds(2), heartbeat: Duration = .seconds(15),
        _ body: @escaping @Sendable (EventStream) async throws -> Void
    ) -> Response {
        // `no-transform`: a proxy that compresses would hold events back.
        let fields = Fields(
            (.contentType, "text/event-stream"), (.cacheControl, "no-store, no-transform"), (.xAccelBuffering, "no"))
        return Response(
            .ok, fields: fields,
            body: .stream(length: nil) { sink in
                guard let sink = sink as? any PostingSink, let loop = Loop.current else { throw BodyFault.interrupted }
                let stream = EventStream(sink: sink, loop: loop, heartbeat: heartbeat)
                try await sink.write(Array("retry: \(retry.clippedNanoseconds / 1_000_000)\n\n".utf8))
                stream.begin()
                defer { stream.end() }
                try await body(stream)
            })
    }

    private func begin() {
        _ = loop.timer(at: loop.deadline(in: heartbeat), self)
        sink.whenEnding { [weak self] in
            guard let self else { return }
            Task(executorPreference: loop) { self.end() }
        }
    }

    /// Sends an event; suspends while the browser is slow, throws when it is gone.
    public func send(_ event: ServerEvent) async throws {
        guard !ended else { throw BodyFault.interrupted }
        try await sink.write(event.bytes)
    }

    /// Sends an event without waiting; false when the browser is too slow or gone. A stream that lost an event is ended:
    /// the browser connects again and asks for what it missed.
    public func post(_ bytes: [UInt8]) -> Bool {
        guard !ended, sink.post(bytes) else {
            end()
            return false
        }
        return true
    }

    /// Suspends until the browser is gone or the server stops.
    public func untilEnd() async {
        if ended { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter = $0 }
        } onCancel: {
            Task(executorPreference: loop) { self.end() }
        }
    }

    private func end() {
        ended = true
        waiter?.resume()
        waiter = nil
    }

    /// Time for a heartbeat.
    public func timerFired() {
        guard !ended else { return }
        _ = post(Self.beat)
        if !ended { _ = loop.timer(at: loop.deadline(in: heartbeat), self) }
    }

    private static let beat = Array(":\n\n".utf8)
}

extension FieldName {
    /// Tells nginx not to hold the answer back.
    static let xAccelBuffering = FieldName("x-accel-buffering")
}

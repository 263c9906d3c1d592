import EventLoop

/// One loop's streams of a hub.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
final class EventTable: @unchecked Sendable {
    let loop: Loop
    private(set) var streams: [EventStream] = []
    private var waiting: [[UInt8]] = []
    /// The number of the first event that waits.
    private var firstWaiting: UInt64 = 0
    private var isPosting = false

    /// So many streams are written to before others on the loop have their turn.
    private static let streamsInARow = 64

    init(on loop: Loop) { self.loop = loop }

    func add(_ stream: EventStream) {
        (stream.place, stream.firstHeard) = (streams.count, firstWaiting &+ UInt64(waiting.count))
        streams.append(stream)
    }

    func remove(_ stream: EventStream) {
        guard stream.place < streams.count, streams[stream.place] === stream else { return }
        let last = streams.removeLast()
        guard last !== stream else { return }
        streams[stream.place] = last
        last.place = stream.place
    }

    func broadcast(_ event: [UInt8]) {
        waiting.append(event)
        guard !isPosting else { return }
        isPosting = true
        Task(executorPreference: loop) { await self.postWaiting() }
    }

    /// However many events came while the last ones were sent, each stream is written to once.
    private func postWaiting() async {
        while !waiting.isEmpty {
            let (events, first, audience) = (waiting, firstWaiting, streams)
            waiting = []
            firstWaiting = first &+ UInt64(events.count)
            let all = Array(events.joined())
            for (index, stream) in audience.enumerated() where !stream.isOver {
                let missed = stream.firstHeard > first ? Int(clamping: stream.firstHeard &- first) : 0
                stream.post(missed == 0 ? all : Array(events.dropFirst(missed).joined()))
                if index % Self.streamsInARow == Self.streamsInARow - 1 { await Task.yield() }
            }
        }
        isPosting = false
    }
}

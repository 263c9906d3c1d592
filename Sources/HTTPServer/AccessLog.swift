import Core
import EventLoop
import HTTP

/// Where finished log lines go, a batch at a time. Must not block: a loop calls it.
public protocol LogSink: Sendable {
    /// Takes a batch of whole lines; false when it cannot and the lines are lost.
    func accept(_ lines: [UInt8]) -> Bool
}

/// One JSON line a request, gathered on the loop and handed on in batches. The query is left out: it may hold secrets.
///
/// Not `Sendable`: it belongs to one worker and lives on its loop.
final class AccessLog {
    private let sink: any LogSink
    private let clock: any WallClock
    private var lines: [UInt8] = []
    private var count: UInt64 = 0

    private static let batch = 32 * 1024

    init(sink: any LogSink, clock: any WallClock) {
        (self.sink, self.clock) = (sink, clock)
        lines.reserveCapacity(Self.batch + 2048)
    }

    func append(_ status: Status, _ request: Request, bytes: Int, counters: inout ServerCounters) {
        var json = begin(status)
        json.key("request")
        unsafe request.id.withText { unsafe json.string($0) }
        json.key("method")
        let method = request.method.name
        unsafe json.string(UnsafeBufferPointer(start: method.utf8Start, count: method.utf8CodeUnitCount))
        json.key("path")
        unsafe request.head.withPath { unsafe json.string($0) }
        json.key("bytes")
        json.int(bytes)
        end(&json, request.peer, &counters)
        lines = json.finish()
        flushIfFull(&counters)
    }

    func append(_ refusal: Refusal, from peer: Peer, counters: inout ServerCounters) {
        var json = begin(refusal.status)
        json.key("refused")
        json.string(refusal.reason.description)
        end(&json, peer, &counters)
        lines = json.finish()
        flushIfFull(&counters)
    }

    private func begin(_ status: Status) -> JSONWriter {
        var buffer: [UInt8] = []
        swap(&buffer, &lines)
        var json = JSONWriter(appendingTo: buffer)
        json.beginObject()
        json.key("at")
        json.timestamp(clock.now())
        json.key("event")
        json.string("request")
        json.key("status")
        json.int(Int(status.code))
        return json
    }

    private func end(_ json: inout JSONWriter, _ peer: Peer, _ counters: inout ServerCounters) {
        json.key("peer")
        json.string(peer.host)
        json.endObject()
        json.newLine()
        count &+= 1
    }

    private func flushIfFull(_ counters: inout ServerCounters) {
        if lines.count >= Self.batch { flush(counters: &counters) }
    }

    func flush(counters: inout ServerCounters) {
        guard !lines.isEmpty else { return }
        var batch: [UInt8] = []
        batch.reserveCapacity(Self.batch + 2048)
        swap(&batch, &lines)
        if !sink.accept(batch) { counters.logLinesDropped &+= count }
        count = 0
    }
}

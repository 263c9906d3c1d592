import Core
import EventLoop
import HTTP

/// Where finished log lines go, a batch at a time. Must not block: a loop calls it.
public protocol LogSink: Sendable {
    /// Takes a batch of whole lines; false when it cannot and the lines are lost.
    func accept(_ lines: [UInt8]) -> Bool
}

/// One JSON line a request, gathered on the loop and handed on in batches. The query is left out: it may hold secrets,
/// and so is what looks like one in the path.
///
/// Not `Sendable`: it belongs to one worker and lives on its loop.
final class AccessLog {
    private let sink: any LogSink
    private let proxies: TrustedProxies
    private let clock: any WallClock
    private var lines: [UInt8] = []
    private var count: UInt64 = 0
    /// The time as it stands in the lines of one turn of the loop: requests that came together share it.
    private var time: [UInt8] = []
    private var turn: UInt64?

    private static let batch = 32 * 1024

    init(sink: any LogSink, trusting proxies: TrustedProxies, clock: any WallClock) {
        (self.sink, self.proxies, self.clock) = (sink, proxies, clock)
        lines.reserveCapacity(Self.batch + 2048)
    }

    /// `turn` is the loop's time: the clock is asked once for each.
    func append(_ status: Status, _ request: Request, bytes: Int, turn: UInt64, counters: inout ServerCounters) {
        var json = begin(status, turn)
        json.key("request")
        unsafe request.id.withText { unsafe json.string($0) }
        json.key("method")
        let method = request.method.name
        unsafe json.string(UnsafeBufferPointer(start: method.utf8Start, count: method.utf8CodeUnitCount))
        json.key("path")
        unsafe request.head.withPath { unsafe Self.write($0, &json) }
        json.key("bytes")
        json.int(bytes)
        if !proxies.blocks.isEmpty { writeClient(of: request, &json) }
        end(&json, request.peer, &counters)
        lines = json.finish()
        flushIfFull(&counters)
    }

    func append(
        _ refusal: Refusal, _ number: RequestNumber, from peer: Peer, turn: UInt64, counters: inout ServerCounters
    ) {
        var json = begin(refusal.status, turn)
        json.key("request")
        unsafe number.withText { unsafe json.string($0) }
        json.key("refused")
        json.string(refusal.reason.description)
        end(&json, peer, &counters)
        lines = json.finish()
        flushIfFull(&counters)
    }

    /// Who asked, when the peer is a proxy of ours. What it says and cannot be read is left out: the log guesses nothing.
    private func writeClient(of request: Request, _ json: inout JSONWriter) {
        guard let peer = request.peer.address, proxies.trusts(peer),
            let origin = try? ClientOrigin(request, trusting: proxies)
        else { return }
        json.key("client")
        json.string(origin.address.description)
    }

    private func begin(_ status: Status, _ turn: UInt64) -> JSONWriter {
        if turn != self.turn { renewTime(turn) }
        let time = time
        var json = JSONWriter(appendingTo: takeLines())
        json.beginObject()
        json.key("at")
        json.embed(time.span)
        json.key("event")
        json.string("request")
        json.key("status")
        json.int(Int(status.code))
        return json
    }

    private func renewTime(_ turn: UInt64) {
        self.turn = turn
        var json = JSONWriter(reserveCapacity: 32)
        json.timestamp(clock.now())
        time = json.finish()
    }

    /// A second reference to the buffer, however short-lived, would have it copied for each line.
    private func takeLines() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &lines)
        return taken
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

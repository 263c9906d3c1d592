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
    /// How the lines of one turn of the loop begin, up to the status: requests that came together share the time.
    private var start: [UInt8] = []
    private var turn: UInt64?

    private static let batch = 32 * 1024

    init(sink: any LogSink, trusting proxies: TrustedProxies, clock: any WallClock) {
        (self.sink, self.proxies, self.clock) = (sink, proxies, clock)
        lines.reserveCapacity(Self.batch + 2048)
    }

    /// `turn` is the loop's time: the clock is asked once for each.
    func append(_ status: Status, _ request: Request, bytes: Int, turn: UInt64, counters: inout ServerCounters) {
        var line = begin(status, turn)
        line.append("\"request\":\"")
        unsafe request.id.withText { unsafe line.append(contentsOf: $0) }
        line.append("\",\"method\":\"")
        line.append(request.method.name)
        line.append("\",\"path\":")
        var json = JSONWriter(appendingTo: consume line)
        unsafe request.head.withPath { unsafe Self.write($0, &json) }
        json.key("bytes")
        json.int(bytes)
        if !proxies.blocks.isEmpty { writeClient(of: request, &json) }
        end(json, request.peer, &counters)
    }

    func append(
        _ refusal: Refusal, _ number: RequestNumber, from peer: Peer, turn: UInt64, counters: inout ServerCounters
    ) {
        var json = JSONWriter(appendingTo: begin(refusal.status, turn))
        json.key("request")
        unsafe number.withText { unsafe json.string($0) }
        json.key("refused")
        json.string(refusal.reason.description)
        end(json, peer, &counters)
    }

    /// Who asked, when the peer is a proxy of ours. What it says and cannot be read is left out: the log guesses nothing.
    private func writeClient(of request: Request, _ json: inout JSONWriter) {
        guard let peer = request.peer.address, proxies.trusts(peer),
            let origin = try? ClientOrigin(request, trusting: proxies)
        else { return }
        json.key("client")
        json.string(origin.address.description)
    }

    /// The lines so far and how the next begins, copied rather than written.
    private func begin(_ status: Status, _ turn: UInt64) -> [UInt8] {
        if turn != self.turn { renewStart(turn) }
        var line = takeLines()
        line.append(contentsOf: start)
        if status.code == 200 { line.append("200,") } else { line.append(contentsOf: "\(status.code),".utf8) }
        return line
    }

    private func renewStart(_ turn: UInt64) {
        self.turn = turn
        var old: [UInt8] = []
        swap(&old, &start)
        var json = JSONWriter(reusing: consume old)
        json.beginObject()
        json.key("at")
        json.timestamp(clock.now())
        json.key("event")
        json.string("request")
        json.key("status")
        json.endObject()
        start = json.finish()
        // The object goes on.
        start.removeLast()
    }

    /// A second reference to the buffer, however short-lived, would have it copied for each line.
    private func takeLines() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &lines)
        return taken
    }

    private func end(_ json: consuming JSONWriter, _ peer: Peer, _ counters: inout ServerCounters) {
        json.key("peer")
        json.string(peer.host)
        var line = json.finish()
        line.append("}\n")
        lines = line
        count &+= 1
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

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

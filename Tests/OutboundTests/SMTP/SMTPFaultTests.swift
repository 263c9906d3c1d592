import EventLoop
import HTTP
import Outbound
import Synchronization
import Testing

/// A server that speaks SMTP well until, at a place drawn by lot, the connection does something else.
@Suite struct SMTPFaultTests {
    enum Fault: CaseIterable { case cut, reset, stall, halfClose, garbage, delay }

    /// What the server says in the course of one message; the fault comes within one of these.
    private static let replies = [
        "220 there\r\n", "250-there\r\n250-PIPELINING\r\n250 8BITMIME\r\n", "250 ok\r\n", "250 ok\r\n", "354 go on\r\n",
        "250 queued\r\n", "221 bye\r\n",
    ]

    private struct Draw {
        let fault: Fault
        let reply: Int
        let offset: Int
    }

    /// True once the server has said, in full, that it took the message.
    private final class Verdict: Sendable {
        private let given = Mutex(false)
        func give() { given.withLock { $0 = true } }
        var isGiven: Bool { given.withLock { $0 } }
    }

    /// Most of its time is the client's patience with servers that fall silent.
    @Test func faultsMakeNoFalseSuccessAndNoHang() async throws {
        let draws = (0..<160).map { _ in
            let reply = Int.random(in: 0..<Self.replies.count)
            return Draw(
                fault: Fault.allCases.randomElement() ?? .cut, reply: reply,
                offset: Int.random(in: 0..<Self.replies[reply].utf8.count))
        }
        var successes = 0
        for start in stride(from: 0, to: draws.count, by: 32) {
            let results = await withTaskGroup(of: Bool.self) { group in
                for draw in draws[start..<min(start + 32, draws.count)] {
                    group.addTask { await Self.run(draw) }
                }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            successes += results.count { $0 }
        }
        // Delays only, and faults after the verdict, let a message through.
        #expect(successes > 10 && successes < 120)
    }

    /// One message; true when the client says it was delivered.
    private static func run(_ draw: Draw) async -> Bool {
        let verdict = Verdict()
        let start = ContinuousClock.now
        var isDelivered = false
        do {
            let result = try await SMTPBench.send(patience: 0.2) { try serve($0, draw, verdict) }
            isDelivered = result.delivery?.isComplete ?? false
            if case .failure(let error) = result, verdict.isGiven {
                // The last word was on its way: whoever does not hear it may not say that nobody got it.
                #expect(error.code == .outcomeUnknown || draw.reply > 5, "\(draw) \(error.debugDescription)")
            }
        } catch {
            Issue.record(error)
        }
        #expect(!isDelivered || verdict.isGiven, "\(draw)")
        #expect(ContinuousClock.now - start < .seconds(60), "\(draw)")
        return isDelivered
    }

    private static func serve(_ peer: RawPeer, _ draw: Draw, _ verdict: Verdict) throws {
        for (index, reply) in replies.enumerated() {
            // With many commands at once the client's lines come together; each still is one line.
            if index == 5 { try peer.hearMessage() } else if index > 0 { try peer.hear() }
            guard index == draw.reply else {
                if index == 5 { verdict.give() }
                try peer.say(reply)
                continue
            }
            let bytes = Array(reply.utf8)
            try peer.send(Array(bytes[..<draw.offset]))
            if index == 5, draw.fault == .delay { verdict.give() }
            try fail(peer, draw.fault)
            try peer.send(Array(bytes[draw.offset...]))
        }
    }

    /// Ends the script, by throwing, unless the fault is only a delay.
    private static func fail(_ peer: RawPeer, _ fault: Fault) throws {
        switch fault {
        case .delay: return peer.pause(20)
        case .cut: peer.close()
        case .reset: peer.reset()
        case .stall: _ = try peer.hearAll()
        case .halfClose:
            peer.endOutput()
            _ = try peer.hearAll()
        case .garbage:
            // Never a line's end: what stands before it may be a whole reply.
            try peer.send((0..<64).map { _ in UInt8.random(in: 11...255) })
            _ = try peer.hearAll()
        }
        throw RawPeer.Gone()
    }
}

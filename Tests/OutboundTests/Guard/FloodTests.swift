import EventLoop
import Testing

@testable import Outbound

@Suite("A peer that never stops talking") struct FloodTests {
    @Test func `holds nobody past the deadline, though there is always news`() async throws {
        let outcome = try await ScriptedServer.run { peer in
            let noise = [UInt8](repeating: 7, count: 256 * 1_024)
            while true { try peer.send(noise) }
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                await StreamBench.failure {
                    // Only a reception that has to wait may: the others find something there, after the deadline.
                    var mustWait = true
                    for _ in 0..<400 {
                        let before = stream.incoming.count
                        try await stream.receiveOnce(by: mustWait ? stream.loop.deadline(in: .seconds(10)) : 1)
                        mustWait = stream.incoming.count == before
                    }
                }
            }
        }
        #expect(outcome == .timeout)
    }
}

import EventLoop
import HTTP
import TestKit
import Testing

@testable import Outbound

@Suite("Faults between the house and others", .serialized) struct HTTPFaultTests {
    private static let faults = FaultPlan.shares.web
    private static let attempts = 1_000
    private static let together = 24
    private static let deadline = Duration.milliseconds(400)
    /// What a busy machine may add.
    private static let slack = Duration.seconds(15)

    @Test(.timeLimit(.minutes(3)))
    func `HTTP: no false success, no wait past the deadline`() async throws {
        let plan = FaultPlan(reach: 6_000, of: "HTTP")
        let (tally, handled) = (FaultTally(), Handled())
        try await ClientAndServer.run(answering: { request in
            let body = (try? await request.body.collect(upTo: 1 << 20)) ?? []
            let number = Int(request.head.path.dropFirst()) ?? -1
            guard FaultPayload(number, 2_000).matches(body) else { return .text("bad", status: .badRequest) }
            handled.add(number)
            return Response(.ok, body: .bytes(FaultPayload(number, 3_000).bytes))
        }) { pair in
            let proxy = try FaultProxy(to: pair.server.port) { plan.fault(of: $0) }
            await Self.attempt(pair, proxy, tally, handled)
            await proxy.ended()
            #expect(proxy.faults >= Self.faults)
            print("faults: HTTP: \(proxy.faults) happened")
        }
        let result = tally.result
        print("faults: HTTP: \(result.successes) whole, \(result.failures) failed, slowest \(result.slowest)")
        #expect(result.successes + result.failures >= Self.attempts)
        #expect(result.failures > Self.attempts / 4, "seed \(plan.seed)")
        #expect(result.wrong.isEmpty, "seed \(plan.seed)")
        #expect(result.slowest < Self.deadline + Self.slack, "seed \(plan.seed)")
    }

    private static func attempt(
        _ pair: ClientAndServer, _ proxy: FaultProxy, _ tally: FaultTally, _ handled: Handled
    ) async {
        let counter = Counter()
        await withTaskGroup { group in
            for _ in 0..<together {
                group.addTask {
                    while let number = counter.next(below: proxy.faults < faults ? 100_000 : attempts) {
                        await once(pair.client, proxy.port, number, tally, handled)
                    }
                }
            }
        }
    }

    private static func once(
        _ client: HTTPClient, _ port: UInt16, _ number: Int, _ tally: FaultTally, _ handled: Handled
    ) async {
        let began = ContinuousClock.now
        do {
            guard let url = OutboundURL("http://127.0.0.1:\(port)/\(number)") else { return }
            var request = OutboundRequest(.post, url, body: .bytes(FaultPayload(number, 2_000).bytes))
            request.timeout = deadline
            let response = try await client.send(request, to: .any)
            let body = try await response.body.collect()
            let took = ContinuousClock.now - began
            // The content proves itself, as TLS would have it proven: noise in it counts as noticed.
            guard response.status == .ok, FaultPayload(number, 3_000).matches(body) else {
                return tally.note(took, succeeded: false)
            }
            tally.note(took, succeeded: true, wrong: handled.contains(number) ? nil : "\(number) was never handled")
        } catch {
            let isOurs = error is OutboundError
            tally.note(ContinuousClock.now - began, succeeded: false, wrong: isOurs ? nil : "\(error)")
        }
    }
}

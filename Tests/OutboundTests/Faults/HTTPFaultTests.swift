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
    /// What it may add to all but one in twenty.
    private static let usualSlack = Duration.seconds(2)

    @Test(.timeLimit(.minutes(3)))
    func `HTTP: no false success, no wait past the deadline`() async throws {
        let plan = FaultPlan(reach: 6_000, of: "HTTP")
        let (tally, handled, times) = (FaultTally(), Handled(), Gathered<Duration>())
        try await ClientAndServer.run(answering: { request in
            let body = (try? await request.body.collect(upTo: 1 << 20)) ?? []
            let number = Int(request.head.path.dropFirst()) ?? -1
            guard FaultPayload(number, 2_000).matches(body) else { return .text("bad", status: .badRequest) }
            handled.add(number)
            return Response(.ok, body: .bytes(FaultPayload(number, 3_000).bytes))
        }) { pair in
            let quiet = try FaultProxy(to: pair.server.port) { Self.fault(of: $0, plan, isNoise: false) }
            let noisy = try FaultProxy(to: pair.server.port) { Self.fault(of: $0, plan, isNoise: true) }
            await Self.attempt(pair, (quiet, noisy), tally, handled, times)
            for proxy in [quiet, noisy] { await proxy.ended() }
            #expect(quiet.faults + noisy.faults >= Self.faults)
            print("faults: HTTP: \(quiet.faults + noisy.faults) happened")
        }
        let result = tally.result
        print("faults: HTTP: \(result.successes) whole, \(result.failures) failed, slowest \(result.slowest)")
        #expect(result.successes + result.failures >= Self.attempts)
        #expect(result.failures > Self.attempts / 4, "seed \(plan.seed)")
        #expect(result.wrong.isEmpty, "seed \(plan.seed)")
        #expect(result.slowest < Self.deadline + Self.slack, "seed \(plan.seed)")
        let sorted = times.values.sorted()
        let usual = sorted[sorted.count * 95 / 100]
        #expect(usual < Self.deadline + Self.usualSlack, "seed \(plan.seed)")
    }

    /// Noise has connections of its own, so that it is known which answers it may have spoilt.
    private static func fault(of number: Int, _ plan: FaultPlan, isNoise: Bool) -> PlannedFault {
        var planned = plan.fault(of: number)
        if isNoise { planned.fault = .garbage } else if planned.fault == .garbage { planned.fault = .cut }
        return planned
    }

    private static func attempt(
        _ pair: ClientAndServer, _ proxies: (quiet: FaultProxy, noisy: FaultProxy), _ tally: FaultTally,
        _ handled: Handled,
        _ times: Gathered<Duration>
    ) async {
        let counter = Counter()
        await withTaskGroup { group in
            for _ in 0..<together {
                group.addTask {
                    while let number = counter.next(
                        below: proxies.quiet.faults + proxies.noisy.faults < faults ? 100_000 : attempts)
                    {
                        let began = ContinuousClock.now
                        let isNoisy = number % Fault.allCases.count == 0
                        let proxy = isNoisy ? proxies.noisy : proxies.quiet
                        await once(pair.client, proxy.port, isNoisy, number, tally, handled)
                        times.add(ContinuousClock.now - began)
                    }
                }
            }
        }
    }

    private static func once(
        _ client: HTTPClient, _ port: UInt16, _ isNoisy: Bool, _ number: Int, _ tally: FaultTally, _ handled: Handled
    ) async {
        let began = ContinuousClock.now
        do {
            guard let url = OutboundURL("http://127.0.0.1:\(port)/\(number)") else { return }
            var request = OutboundRequest(.post, url, body: .bytes(FaultPayload(number, 2_000).bytes))
            request.timeout = deadline
            let response = try await client.send(request, to: .any)
            let body = try await response.body.collect()
            let took = ContinuousClock.now - began
            guard response.status == .ok else { return tally.note(took, succeeded: false) }
            // The content proves itself, as TLS would have it proven: what noise did to it counts as noticed.
            guard FaultPayload(number, 3_000).matches(body) else {
                return tally.note(took, succeeded: false, wrong: isNoisy ? nil : "\(number) has another's content")
            }
            tally.note(took, succeeded: true, wrong: handled.contains(number) ? nil : "\(number) was never handled")
        } catch {
            let isOurs = error is OutboundError
            tally.note(ContinuousClock.now - began, succeeded: false, wrong: isOurs ? nil : "\(error)")
        }
    }
}

import Core
import HTTP
import Kernel
import ModuleKit
import Outbound
import SQL

/// Jobs whose effects a receiver outside counts, for the tests that kill workers. There with `KONAK_BENCH=on`.
struct BenchJobs: Sendable {
    static let manifest = ModuleManifest(
        id: ModuleID("bench"), title: Words(tr: "Ölçüm", en: "Bench"),
        summary: Words(tr: "Ölçüm işleri", en: "Jobs to measure"))

    static func part(_ services: HouseServices) -> HousePart {
        let http = services.http
        return HousePart(
            manifest,
            register: { registrar in
                registrar.job(BenchEffect.self) { job, tenant, run in try await job.run(http, tenant, run) }
                registrar.job(BenchNothing.self) { _, _ in .done }
            })
    }
}

/// Nothing, as often as can be.
struct BenchNothing: Job {
    static let kind = JobKind("bench.nothing")
    static let policy = JobPolicy(mostAttempts: 1_000)
}

/// An effect outside, under the job's key, and a row inside, under its fence.
struct BenchEffect: Job {
    static let kind = JobKind("bench.effect")
    static let policy = JobPolicy(
        mostAttempts: 1_000, timeout: .seconds(60),
        backoff: JobBackoff(first: .milliseconds(100), longest: .seconds(1)))

    let number: Int
    let port: Int

    func run(_ http: HTTPClient, _ tenant: any TenantContext, _ run: JobRun) async throws -> JobOutcome {
        guard let url = OutboundURL("http://127.0.0.1:\(port)/effect?key=\(run.effectKey)&attempt=\(run.attempt)")
        else {
            return .cancel(reason: "no_url")
        }
        let response = try await http.send(OutboundRequest(.post, url), to: .any)
        await response.body.abandon()
        guard response.status == .ok || response.status == .noContent else { return .retry(after: .milliseconds(200)) }
        _ = try await tenant.queries([
            run.fence,
            """
            INSERT INTO bench.effect (tenant_id, id, number) VALUES (kernel.tenant(), \(run.id), \(Int64(number))) \
            ON CONFLICT DO NOTHING
            """,
        ])
        return .done
    }
}

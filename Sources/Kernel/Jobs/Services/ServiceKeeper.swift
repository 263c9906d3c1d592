import Core
import EventLoop
import ModuleKit

/// Keeps one service running on one node of all: whoever holds its lease runs it, and stops before the lease is over.
struct ServiceKeeper: BackgroundWork {
    let name: String
    private let service: ServiceRegistration
    private let work: HouseWork
    private let lease: Lease
    private let loops: LoopGroup
    private let log: Log
    private let backoff: JobBackoff

    init(
        _ service: ServiceRegistration, of module: ModuleID, _ registry: Registry, sites: any SiteLookup,
        databases: Databases, loops: LoopGroup, lease length: Duration, log: Log,
        backoff: JobBackoff = JobBackoff(first: .seconds(1), longest: .seconds(300))
    ) {
        name = "service \(service.name)"
        self.service = service
        work = HouseWork(of: module, registry, sites: sites, databases: databases, log: log)
        lease = Lease(name: "service \(service.name)", holder: .make(), length: length, control: databases.control)
        (self.loops, self.log, self.backoff) = (loops, log, backoff)
    }

    func run(until drain: Drain) async {
        let loop = Loop.current ?? loops.first
        let bell = Bell()
        let waker = Task(executorPreference: loop) {
            await drain.wait()
            bell.ring()
        }
        var failures = 0
        while !drain.isDraining {
            do {
                guard let term = try await lease.take() else {
                    await bell.wait(atMost: lease.length / 4, on: loop)
                    continue
                }
                log.info("service begins here", ["service": service.name])
                let ran = await runHeld(term, until: drain, bell, on: loop)
                failures = ran < .seconds(60) ? failures + 1 : 1
            } catch {
                log.warning("service's lease not asked for", ["service": service.name], cause: error)
                failures += 1
            }
            guard !drain.isDraining else { break }
            // The lease was given up: another node may do better meanwhile.
            var random = SystemRandomNumberGenerator()
            await bell.wait(atMost: backoff.wait(after: failures, using: &random), on: loop)
        }
        await waker.value
    }

    /// Runs while the lease lasts; how long that was.
    private func runHeld(_ term: Int64, until drain: Drain, _ bell: Bell, on loop: Loop) async -> Duration {
        let began = ContinuousClock.now
        let ended = Drain()
        let task = Task(executorPreference: loop) {
            do {
                try await service.run(work.holding(lease.fence(term)))
                if !Task.isCancelled { log.warning("service ended by itself", ["service": service.name]) }
            } catch {
                if !Task.isCancelled { log.error("service failed", ["service": service.name], cause: error) }
            }
            ended.begin()
            bell.ring()
        }
        var kept = ContinuousClock.now
        while !ended.isDraining, !drain.isDraining {
            await bell.wait(atMost: lease.length / 4, on: loop)
            guard !ended.isDraining, !drain.isDraining else { break }
            let asked = ContinuousClock.now
            do {
                guard try await lease.keep(term) else {
                    log.warning("service's lease lost", ["service": service.name])
                    break
                }
                kept = asked
            } catch  where ContinuousClock.now - kept > lease.length / 2 {
                // Nobody answers: it ends before anybody else may begin.
                log.warning("service's lease not kept", ["service": service.name], cause: error)
                break
            } catch {}
        }
        task.cancel()
        await task.value
        try? await lease.giveUp(term)
        return ContinuousClock.now - began
    }
}

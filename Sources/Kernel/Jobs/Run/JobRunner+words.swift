import Core
import EventLoop
import Postgres

/// How ended attempts come into the queue's rows.
extension JobRunner {
    func deliverWords(until ended: Drain, on loop: Loop) async {
        var failures = 0
        while true {
            let batch = desk.takeWords()
            guard !batch.isEmpty else {
                if ended.isDraining { return }
                await words.wait(atMost: .seconds(1), on: loop)
                continue
            }
            if await deliver(batch[...]) > 0 {
                failures = 0
                continue
            }
            failures += 1
            // At the end of the process the leases run out by themselves.
            if ended.isDraining, failures > 20 { return }
            await words.wait(atMost: .milliseconds(100), on: loop)
        }
    }

    /// Gives back how many are settled, in one way or another. When one of them is such that the database refuses it, the
    /// halves are tried by themselves: all others are noted, and that one is set aside.
    private func deliver(_ batch: ArraySlice<JobWord>) async -> Int {
        do {
            let hearing = try await store.acknowledge(Array(batch))
            desk.note(Array(batch), hearing)
            let settled = batch.count - hearing.held.count
            for word in batch where !hearing.heard.contains(word.key) && !hearing.held.contains(word.key) {
                log.warning("job was another's", ["job": "\(word.key.id)", "attempt": "\(word.key.attempt)"])
            }
            return settled
        } catch  where isRefusal(error) {
            guard batch.count > 1 else { return setAside(batch, error) }
            let middle = batch.startIndex + batch.count / 2
            return await deliver(batch[..<middle]) + deliver(batch[middle...])
        } catch {
            desk.giveBack(Array(batch))
            log.warning("ends of jobs not noted", ["jobs": "\(batch.count)"], cause: error)
            return 0
        }
    }

    private func setAside(_ batch: ArraySlice<JobWord>, _ error: any Error) -> Int {
        for word in batch {
            desk.setAside(word)
            log.error(
                "end of a job refused",
                ["job": "\(word.key.id)", "tenant": "\(word.key.tenant)", "end": word.end.rawValue], cause: error)
        }
        return batch.count
    }

    /// Whether it is the words themselves: their data, a constraint, their size. All else is the same for any word.
    private func isRefusal(_ error: any Error) -> Bool {
        guard let error = error as? PostgresError else { return false }
        if error.code == .refusedStatement { return true }
        guard error.code == .server, let state = error.sqlState?.text else { return false }
        return ["22", "23", "54"].contains { state.hasPrefix($0) }
    }
}

import Synchronization

/// What a worker has in hand: attempts under way, and words that are not yet noted.
final class JobDesk: Sendable {
    private struct State {
        var running: [JobKey: RunningJob] = [:]
        /// Ended, and the word about it under way: the slot is not free before it is heard.
        var ended: [JobWord] = []
        var counts = JobCounts()
    }

    private let state = Mutex(State())

    var running: [RunningJob] { state.withLock { Array($0.running.values) } }
    var count: Int { state.withLock { $0.running.count } }
    var counts: JobCounts { state.withLock { $0.counts } }

    func begin(_ job: RunningJob) {
        state.withLock { state in
            state.running[job.job.key] = job
            state.counts.claimed &+= 1
        }
    }

    /// Ended, with a word about it or, when nobody would hear one, without.
    func end(_ key: JobKey, _ word: JobWord?) {
        state.withLock { state in
            state.running[key] = nil
            guard let word else { return state.counts.refused &+= 1 }
            state.ended.append(word)
        }
    }

    /// The words that are due, at most so many.
    func takeWords(most: Int = 500) -> [JobWord] {
        state.withLock { state in
            let words = Array(state.ended.prefix(most))
            state.ended.removeFirst(words.count)
            return words
        }
    }

    /// Words that could not be delivered; they go first next time.
    func giveBack(_ words: [JobWord]) { state.withLock { $0.ended.insert(contentsOf: words, at: 0) } }

    func note(_ words: [JobWord], heard: Int) {
        state.withLock { state in
            state.counts.refused &+= words.count - heard
            for word in words { state.counts.ends[word.end, default: 0] &+= 1 }
        }
    }

    func noteLost(_ number: Int) { state.withLock { $0.counts.recovered &+= number } }
}

/// What a worker has counted since its start.
struct JobCounts: Sendable {
    var claimed = 0
    /// Words about attempts that were not this worker's any more.
    var refused = 0
    /// Jobs whose lease ran out, whosoever they were.
    var recovered = 0
    var ends: [JobWord.End: Int] = [:]
}

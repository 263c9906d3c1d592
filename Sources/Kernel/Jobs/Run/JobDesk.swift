import Synchronization

/// What a worker has in hand: attempts under way, and words that are not yet noted.
final class JobDesk: Sendable {
    private struct State {
        var running: [JobKey: RunningJob] = [:]
        /// Attempts that went on after their end was asked for, and whose jobs are others' by now.
        var abandoned: Set<JobKey> = []
        /// Words to be said, and how many are being said.
        var ended: [JobWord] = []
        var underWay = 0
        var counts = JobCounts()
    }

    private let state = Mutex(State())

    var running: [RunningJob] { state.withLock { Array($0.running.values) } }
    var count: Int { state.withLock { $0.running.count } }
    var abandoned: Int { state.withLock { $0.abandoned.count } }
    var words: Int { state.withLock { $0.ended.count + $0.underWay } }
    var counts: JobCounts { state.withLock { $0.counts } }

    /// How many jobs may be begun. Each brings a word: while words cannot be delivered, fewer are begun, and in the end
    /// none. What was abandoned has no slot, but once it is as much as all slots together, it takes them.
    func room(slots: Int, mostWords: Int) -> Int {
        state.withLock { state in
            let running = state.running.count
            let free = slots - running - max(0, state.abandoned.count - slots)
            return max(0, min(free, mostWords - state.ended.count - state.underWay - running))
        }
    }

    func begin(_ job: RunningJob) {
        state.withLock { state in
            state.running[job.job.key] = job
            state.counts.claimed &+= 1
        }
    }

    /// Ended, with a word about it or, when nobody would hear one, without.
    func end(_ key: JobKey, _ word: JobWord?) {
        state.withLock { state in
            // Whoever was given up has nothing to say.
            if state.abandoned.remove(key) != nil { return }
            state.running[key] = nil
            guard let word else { return state.counts.refused &+= 1 }
            state.ended.append(word)
        }
    }

    /// The job is another's by now, and its attempt does not end: its slot is free again. False when it has ended.
    func abandon(_ key: JobKey) -> Bool {
        state.withLock { state in
            guard state.running.removeValue(forKey: key) != nil else { return false }
            state.abandoned.insert(key)
            state.counts.refused &+= 1
            return true
        }
    }

    /// The words that are due, at most so many.
    func takeWords(most: Int = 500) -> [JobWord] {
        state.withLock { state in
            let words = Array(state.ended.prefix(most))
            state.ended.removeFirst(words.count)
            state.underWay += words.count
            return words
        }
    }

    /// Jobs whose words are on the desk: until they are noted, their leases are kept.
    var waitingWords: [JobKey] { state.withLock { $0.ended.map(\.key) } }

    /// Words that could not be delivered; they go first next time.
    func giveBack(_ words: [JobWord]) {
        state.withLock { state in
            state.ended.insert(contentsOf: words, at: 0)
            state.underWay -= words.count
        }
    }

    /// What became of words that were delivered: those whose rows somebody holds are said again, after all others.
    func note(_ words: [JobWord], _ hearing: JobHearing) {
        state.withLock { state in
            state.underWay -= words.count
            for word in words {
                if hearing.held.contains(word.key) {
                    state.ended.append(word)
                } else {
                    state.counts.refused &+= hearing.heard.contains(word.key) ? 0 : 1
                    state.counts.ends[word.end, default: 0] &+= 1
                }
            }
        }
    }

    /// The database refuses to note it: its job's lease runs out.
    func setAside(_ word: JobWord) {
        state.withLock { state in
            state.underWay -= 1
            state.counts.setAside &+= 1
        }
    }

    func noteLost(_ number: Int) { state.withLock { $0.counts.recovered &+= number } }
}

/// What a worker has counted since its start.
struct JobCounts: Sendable {
    var claimed = 0
    /// Words about attempts that were not this worker's any more.
    var refused = 0
    /// Words that the database would not note.
    var setAside = 0
    /// Jobs whose lease ran out, whosoever they were.
    var recovered = 0
    var ends: [JobWord.End: Int] = [:]
}

import Glibc
import Synchronization

/// The memory that one hash fills. The library wipes it; its pages come one by one when they are first written, and go back
/// piece by piece: mapping and unmapping hundreds of megabytes at once holds up whatever else the process maps.
///
/// `@unchecked Sendable`: lent to one hash at a time.
@safe
final class HashMemory: @unchecked Sendable {
    private static let piece = 1 << 22
    private let start: UnsafeMutablePointer<UInt8>
    /// How many bytes there are.
    let count: Int

    /// Room for one hash of such a price; nil when the system has none.
    init?(for parameters: PasswordParameters) {
        let count = Int(parameters.memory) * 1024
        let start = unsafe mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let start = unsafe start, unsafe start != MAP_FAILED else { return nil }
        unsafe madvise(start, count, MADV_HUGEPAGE)
        unsafe self.start = start.assumingMemoryBound(to: UInt8.self)
        self.count = count
    }

    deinit {
        for offset in stride(from: 0, to: count, by: Self.piece) {
            unsafe madvise(start + offset, min(Self.piece, count - offset), MADV_DONTNEED)
        }
        unsafe munmap(start, count)
    }

    /// True when nothing is left of a hash.
    var isWiped: Bool { (0..<count).allSatisfy { unsafe start[$0] == 0 } }

    /// Lends the memory to whatever the library computes on this thread meanwhile: its call for memory has room for no
    /// argument of ours.
    func lend<Success>(_ body: () -> Success) -> Success {
        unsafe pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        defer { pthread_setspecific(Self.key, nil) }
        return body()
    }

    /// Where the memory lent to this thread begins, if it is as large.
    static func lent(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
        guard let found = unsafe pthread_getspecific(key) else { return nil }
        let memory = unsafe Unmanaged<HashMemory>.fromOpaque(found).takeUnretainedValue()
        return unsafe count <= memory.count ? memory.start : nil
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        unsafe pthread_key_create(&key, nil)
        return key
    }()
}

/// Memories kept between hashes while others wait for theirs.
final class HashMemories: Sendable {
    private let kept = Mutex<[HashMemory]>([])

    /// One that is large enough; what is too small goes back to the system.
    func take(for parameters: PasswordParameters) throws(CryptoFault) -> HashMemory {
        let last = kept.withLock { $0.popLast() }
        if let last, last.count >= Int(parameters.memory) * 1024 { return last }
        guard let new = HashMemory(for: parameters) else { throw CryptoFault(.library, "no memory for a hash") }
        return new
    }

    /// Keeps one for the next hash.
    func giveBack(_ memory: HashMemory) { kept.withLock { $0.append(memory) } }

    /// How many are kept.
    var count: Int { kept.withLock(\.count) }

    /// Gives all of it back to the system.
    func release() {
        let all = kept.withLock { kept in
            defer { kept = [] }
            return kept
        }
        _ = consume all
    }
}

import COpenSSL
import Glibc

/// Memory for secrets: OpenSSL's secure heap (locked, fenced by guard pages, left out of core dumps) for small ones,
/// whole pages of their own, locked as far as the system lets us, for large ones and when the heap is full.
enum SecureHeap {
    /// OpenSSL takes its private keys from the same heap and fails when it is full, so large things stay out of it.
    private static let largest = 4096
    private static let size = 1 << 20
    private static let smallestBlock = 32

    private enum State { case missing, locked, unlocked }

    /// The heap is made once, before the first secret. 2 means it is there but could not be locked.
    private static let state: State =
        switch CRYPTO_secure_malloc_init(size, smallestBlock) {
        case 1: .locked
        case 2: .unlocked
        default: .missing
        }

    /// True when small secrets cannot reach the swap space; an operator should be told when they can.
    static var isLocked: Bool { state == .locked }

    /// Zeroed memory for so many bytes; at least one.
    static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if state != .missing, count <= largest, let block = unsafe CRYPTO_secure_zalloc(count, #fileID, #line) {
            return unsafe block.assumingMemoryBound(to: UInt8.self)
        }
        return unsafe allocatePages(count)
    }

    private static func allocatePages(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        let block = unsafe mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let block = unsafe block, unsafe block != MAP_FAILED else {
            // why: only when memory has run out, where every other allocation of the process ends it too.
            fatalError("no memory for a secret")
        }
        unsafe mlock(block, count)
        unsafe madvise(block, count, MADV_DONTDUMP)
        return unsafe block.assumingMemoryBound(to: UInt8.self)
    }

    /// Wipes the memory and gives it back.
    static func release(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
        if unsafe CRYPTO_secure_allocated(start) == 1 {
            unsafe CRYPTO_secure_clear_free(start, count, #fileID, #line)
        } else {
            unsafe OPENSSL_cleanse(start, count)
            unsafe munmap(start, count)
        }
    }
}

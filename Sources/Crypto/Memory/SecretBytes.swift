import COpenSSL

/// Bytes that must not be found in memory later: they have one owner, live outside of the ordinary heap and are wiped
/// when that owner ends. They have no description, no encoding and no copy that is not asked for by name.
///
/// `@unchecked Sendable`: the memory is written only while it is made, before anyone else can see it.
@safe
public struct SecretBytes: ~Copyable, @unchecked Sendable {
    private let start: UnsafeMutablePointer<UInt8>
    /// How many bytes; the length is not a secret.
    public let count: Int

    /// Memory of this length, filled by a closure. The bytes are zero before.
    public init<Failure: Error>(
        count: Int, filling fill: (inout MutableSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let count = max(count, 0)
        let start = unsafe SecureHeap.allocate(max(count, 1))
        do throws(Failure) {
            var bytes = unsafe UnsafeMutableBufferPointer(start: start, count: count).mutableSpan
            try fill(&bytes)
        } catch {
            unsafe SecureHeap.release(start, max(count, 1))
            throw error
        }
        unsafe (self.start, self.count) = (start, count)
    }

    /// A copy. The original stays where it is; wipe it if it need not.
    public init(copying bytes: Span<UInt8>) {
        self.init(count: bytes.count) { own in
            for index in bytes.indices { own[index] = bytes[index] }
        }
    }

    /// Takes the bytes over and leaves zeros behind. Other copies that the array shared are not reached.
    public init(wiping bytes: inout [UInt8]) {
        self.init(copying: bytes.span)
        unsafe bytes.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
        bytes = []
    }

    /// So many bytes that nobody can guess.
    public static func random(count: Int) -> SecretBytes {
        SecretBytes(count: count) { SecureRandom.fill(&$0) }
    }

    deinit { unsafe SecureHeap.release(start, max(count, 1)) }

    /// Lends the bytes for the length of a closure.
    public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe UnsafeBufferPointer(start: start, count: count).span)
    }

    /// A second secret with the same bytes.
    public borrowing func copy() -> SecretBytes { withBytes { SecretBytes(copying: $0) } }

    /// Compares in a time that depends on the lengths only.
    public borrowing func equals(_ other: borrowing SecretBytes) -> Bool {
        unsafe count == other.count && CRYPTO_memcmp(start, other.start, count) == 0
    }

    /// Compares in a time that depends on the lengths only.
    public borrowing func equals(_ other: Span<UInt8>) -> Bool {
        withBytes { ConstantTime.equal($0, other) }
    }

    /// True when small secrets are kept out of the swap space; an operator should be told when they are not.
    public static var memoryIsLocked: Bool { SecureHeap.isLocked }
}

import Glibc

/// The kernel's random bytes. No state of our own, so nothing to reseed, and nothing that two processes could share.
public enum SecureRandom {
    /// What `getentropy` gives at once.
    private static let largestPiece = 256

    /// Fills a piece of memory.
    public static func fill(_ bytes: inout MutableSpan<UInt8>) {
        unsafe bytes.withUnsafeMutableBytes { buffer in
            var filled = 0
            while filled < buffer.count, let start = buffer.baseAddress {
                let piece = min(buffer.count - filled, largestPiece)
                guard unsafe getentropy(start + filled, piece) == 0 else {
                    // why: nothing may go on with bytes that can be guessed, and a caller could not do better.
                    fatalError("the kernel gives no random bytes")
                }
                filled += piece
            }
        }
    }

    /// So many random bytes that are not secret: nonces, salts, identifiers.
    public static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(count, 0))
        var span = bytes.mutableSpan
        fill(&span)
        return bytes
    }

    /// A token for a link or a header: base64url of so many random bytes, 256 bits unless told otherwise.
    public static func token(bytes count: Int = 32) -> String {
        Base64.url.encode(bytes(count).span)
    }
}

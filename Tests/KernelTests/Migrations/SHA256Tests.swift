import Crypto
import Testing

@testable import Kernel

@Suite("The checksum of files")
struct SHA256Tests {
    @Test("is SHA-256, whatever the length", arguments: [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 128, 1_000, 20_000])
    func lengths(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let digest = try MessageDigest.of(bytes.span, .sha256)
        let expected = Hex.encode(digest.span)
        #expect(SHA256.hex(bytes) == expected)
    }
}

import Crypto

/// What a file is recognised by: SHA-256 in hexadecimal.
enum FileChecksum {
    static func of(_ bytes: [UInt8]) -> String {
        // why: a library without SHA-256 has no keys and no sessions either, so nothing could be served.
        guard let digest = try? MessageDigest.of(bytes.span) else { fatalError("the library knows no SHA-256") }
        return Hex.encode(digest.span)
    }
}

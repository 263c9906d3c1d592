import COpenSSL

/// A SHA-2 digest, in one piece or piece by piece.
public struct MessageDigest: ~Copyable {
    private let context: Owned<DigestContext>
    private let length: Int

    /// A digest of nothing yet.
    public init(_ algorithm: HashAlgorithm) throws(CryptoFault) {
        let context = try unsafe Owned<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new")
        let digest = try unsafe Algorithm(algorithm).fetched()
        try unsafe succeed(EVP_DigestInit_ex2(context.pointer, digest, nil), "EVP_DigestInit_ex2")
        self.context = context
        length = algorithm.length
    }

    /// Adds a piece.
    public mutating func update(_ bytes: Span<UInt8>) throws(CryptoFault) {
        let result = unsafe bytes.withUnsafeBufferPointer {
            unsafe EVP_DigestUpdate(context.pointer, $0.baseAddress, $0.count)
        }
        try succeed(result, "EVP_DigestUpdate")
    }

    /// The digest of all pieces.
    public consuming func finish() throws(CryptoFault) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        try unsafe succeed(EVP_DigestFinal_ex(context.pointer, &digest, nil), "EVP_DigestFinal_ex")
        return digest
    }

    /// The digest of one piece.
    public static func of(_ bytes: Span<UInt8>, _ algorithm: HashAlgorithm = .sha256) throws(CryptoFault) -> [UInt8] {
        var digest = try MessageDigest(algorithm)
        try digest.update(bytes)
        return try digest.finish()
    }
}

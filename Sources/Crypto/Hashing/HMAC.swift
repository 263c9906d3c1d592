import COpenSSL

/// A keyed code over a message (RFC 2104), in one piece or piece by piece.
public struct HMAC: ~Copyable {
    private let context: Owned<CodeContext>
    private let length: Int

    /// A code over nothing yet.
    public init(key: Span<UInt8>, _ algorithm: HashAlgorithm = .sha256) throws(CryptoFault) {
        try self.init(key: key, Algorithm(algorithm))
    }

    /// A code over nothing yet.
    public init(key: borrowing SecretBytes, _ algorithm: HashAlgorithm = .sha256) throws(CryptoFault) {
        self = try key.withBytes { key throws(CryptoFault) in try HMAC(key: key, algorithm) }
    }

    init(key: Span<UInt8>, _ algorithm: Algorithm) throws(CryptoFault) {
        let context = try Fetched.shared.code(algorithm)
        try succeed(Self.start(context, key), "EVP_MAC_init")
        self.context = context
        length = algorithm.length
    }

    /// No key at all would mean "keep the one you have", and an empty span may have no address; HMAC fills up with
    /// zeros, so one zero is the same key.
    private static func start(_ context: borrowing Owned<CodeContext>, _ key: Span<UInt8>) -> Int32 {
        if key.isEmpty {
            let zero: UInt8 = 0
            return unsafe withUnsafePointer(to: zero) { unsafe EVP_MAC_init(context.pointer, $0, 1, nil) }
        }
        return unsafe key.withUnsafeBufferPointer {
            unsafe EVP_MAC_init(context.pointer, $0.baseAddress, $0.count, nil)
        }
    }

    /// Adds a piece.
    public mutating func update(_ bytes: Span<UInt8>) throws(CryptoFault) {
        let result = unsafe bytes.withUnsafeBufferPointer {
            unsafe EVP_MAC_update(context.pointer, $0.baseAddress, $0.count)
        }
        try succeed(result, "EVP_MAC_update")
    }

    /// The code over all pieces.
    public consuming func finish() throws(CryptoFault) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: length)
        var span = code.mutableSpan
        try finish(into: &span)
        return code
    }

    /// True when the code over all pieces is this one; not its beginning, not in another length.
    public consuming func matches(_ code: Span<UInt8>) throws(CryptoFault) -> Bool {
        let right = try finish()
        return ConstantTime.equal(right.span, code)
    }

    /// Writes the code, which may be a secret itself, into memory of its length.
    consuming func finish(into bytes: inout MutableSpan<UInt8>) throws(CryptoFault) {
        guard bytes.count == length else { throw CryptoFault(.outOfRange, "room for a code") }
        let result = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            var written = 0
            return unsafe EVP_MAC_final(context.pointer, buffer.baseAddress, &written, buffer.count)
        }
        try succeed(result, "EVP_MAC_final")
    }
}

extension HMAC {
    /// The code over one piece.
    public static func code(
        of bytes: Span<UInt8>, key: Span<UInt8>, _ algorithm: HashAlgorithm = .sha256
    ) throws(CryptoFault) -> [UInt8] {
        var code = try HMAC(key: key, algorithm)
        try code.update(bytes)
        return try code.finish()
    }

    /// The code over one piece.
    public static func code(
        of bytes: Span<UInt8>, key: borrowing SecretBytes, _ algorithm: HashAlgorithm = .sha256
    ) throws(CryptoFault) -> [UInt8] {
        try key.withBytes { key throws(CryptoFault) in try code(of: bytes, key: key, algorithm) }
    }

    /// True when a code is the one over this piece; false also when the library fails.
    public static func isValid(
        _ code: Span<UInt8>, of bytes: Span<UInt8>, key: borrowing SecretBytes, _ algorithm: HashAlgorithm = .sha256
    ) -> Bool {
        guard let right = try? self.code(of: bytes, key: key, algorithm) else { return false }
        return ConstantTime.equal(right.span, code)
    }
}

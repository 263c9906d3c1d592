import COpenSSL

/// The library's implementations, looked up once: each look-up by name takes a lock and, at first, reads the provider.
///
/// `@unchecked Sendable`: made once, never written again, and the library lets threads share implementations.
@safe
struct Fetched: @unchecked Sendable {
    static let shared = Fetched()

    private let digests: [OpaquePointer?]
    private let codes: [OpaquePointer?]
    private let aes256GCM: OpaquePointer?

    private init() {
        unsafe digests = Algorithm.allCases.map { unsafe EVP_MD_fetch(nil, $0.cName, nil) }
        unsafe aes256GCM = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
        let hmac = unsafe EVP_MAC_fetch(nil, "HMAC", nil)
        unsafe codes = Algorithm.allCases.map { unsafe Self.template($0, hmac) }
        unsafe EVP_MAC_free(hmac)
        LibraryErrors.discard()
    }

    func digest(_ algorithm: Algorithm) throws(CryptoFault) -> OpaquePointer {
        try unsafe present(digests[algorithm.rawValue])
    }

    func cipher() throws(CryptoFault) -> OpaquePointer { try unsafe present(aes256GCM) }

    /// A fresh HMAC without a key worth having: the caller sets its own before anything else.
    func code(_ algorithm: Algorithm) throws(CryptoFault) -> Owned<CodeContext> {
        let template = try unsafe present(codes[algorithm.rawValue])
        return try unsafe Owned(EVP_MAC_CTX_dup(template), "EVP_MAC_CTX_dup")
    }

    private func present(_ pointer: OpaquePointer?) throws(CryptoFault) -> OpaquePointer {
        guard let pointer = unsafe pointer else { throw CryptoFault(.library, "an algorithm is missing") }
        return unsafe pointer
    }

    /// Only a context that has had a key can be copied; copying spares each use the search for the digest.
    private static func template(_ algorithm: Algorithm, _ hmac: OpaquePointer?) -> OpaquePointer? {
        guard let hmac = unsafe hmac, let context = unsafe EVP_MAC_CTX_new(hmac) else { return nil }
        var parameters = unsafe [
            OSSL_PARAM_construct_utf8_string(ParameterName.digest, UnsafeMutablePointer(mutating: algorithm.cName), 0),
            OSSL_PARAM_construct_end(),
        ]
        let key: [UInt8] = [0]
        guard unsafe EVP_MAC_init(context, key, key.count, &parameters) == 1 else {
            unsafe EVP_MAC_CTX_free(context)
            return nil
        }
        return unsafe context
    }
}

extension Algorithm {
    /// The name as the library wants it; a literal, so it stays where it is.
    var cName: UnsafePointer<CChar> { unsafe literal(name) }
}

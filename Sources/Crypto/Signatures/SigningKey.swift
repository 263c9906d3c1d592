import COpenSSL

/// A private key. The library keeps its numbers and wipes them when the last holder lets go.
///
/// `@unchecked Sendable`: the library counts references to keys atomically and does not change a key by using it.
@safe
public final class SigningKey: @unchecked Sendable {
    /// What kind of key it is.
    public let kind: KeyKind
    private let key: Owned<KeyObject>

    private init(_ key: consuming Owned<KeyObject>) throws(CryptoFault) {
        kind = try KeyRules.kind(of: key)
        if kind == .p256 || kind == .p384 { try KeyRules.checkPair(key) }
        self.key = key
    }

    /// A new key; the size is for RSA only.
    public static func generate(_ kind: KeyKind, rsaBits: Int = 3072) throws(CryptoFault) -> SigningKey {
        guard kind != .rsa || (2048...8192).contains(rsaBits) else {
            throw CryptoFault(.unsupported, "size of an RSA key")
        }
        return try SigningKey(KeyBuilding.generate(kind, rsaBits: rsaBits))
    }

    /// Reads an unencrypted PKCS#8 key as DER: exactly one, with nothing behind it.
    public convenience init(der: borrowing SecretBytes) throws(CryptoFault) {
        let key: Owned<KeyObject> = try der.withBytes { der throws(CryptoFault) in
            try unsafe KeyReading.whole(der, "d2i_PKCS8_PRIV_KEY_INFO", Self.readPKCS8)
        }
        try self.init(key)
    }

    /// Reads an unencrypted `PRIVATE KEY` block. It never asks anyone for a password.
    public convenience init(pem: borrowing SecretBytes) throws(CryptoFault) {
        let der = try pem.withBytes { pem throws(CryptoFault) in
            try KeyReading.secretBlock("PRIVATE KEY", in: pem)
        }
        try self.init(der: der)
    }

    /// An Ed25519 key from its 32 secret bytes.
    public convenience init(ed25519 seed: borrowing SecretBytes) throws(CryptoFault) {
        guard seed.count == 32 else { throw CryptoFault(.malformed, "length of an Ed25519 key") }
        let key = unsafe seed.withBytes { seed in
            unsafe seed.withUnsafeBufferPointer {
                unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, $0.baseAddress, $0.count)
            }
        }
        try self.init(unsafe Owned(key, "EVP_PKEY_new_raw_private_key", else: .malformed))
    }

    /// Signs a message.
    public func sign(_ message: Span<UInt8>, by scheme: SignatureScheme) throws(CryptoFault) -> [UInt8] {
        guard kind == scheme.kind else { throw CryptoFault(.unsupported, "a key of another kind") }
        let signature = try signature(message, scheme)
        guard let width = scheme.fixedWidth else { return signature }
        return try SignaturePair.fixed(fromDER: signature.span, width: width)
    }

    private func signature(_ message: Span<UInt8>, _ scheme: SignatureScheme) throws(CryptoFault) -> [UInt8] {
        let context = try unsafe Owned<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new")
        var details: OpaquePointer?
        let digest = unsafe scheme.digest?.cName
        try unsafe succeed(
            EVP_DigestSignInit_ex(context.pointer, &details, digest, nil, nil, key.pointer, nil),
            "EVP_DigestSignInit_ex")
        if scheme.isPSS { try unsafe SignatureDetails.setPSS(details) }
        var length = unsafe Int(EVP_PKEY_get_size(key.pointer))
        var signature = [UInt8](repeating: 0, count: length)
        let result = unsafe message.withUnsafeBufferPointer { message in
            unsafe EVP_DigestSign(context.pointer, &signature, &length, message.baseAddress, message.count)
        }
        try succeed(result, "EVP_DigestSign")
        signature.removeLast(signature.count - length)
        return signature
    }

    /// The public half.
    public func verifyingKey() throws(CryptoFault) -> VerifyingKey {
        let der = try unsafe output("i2d_PUBKEY") { unsafe i2d_PUBKEY(key.pointer, $0) }
        return try VerifyingKey(der: der.span)
    }

    /// The key as unencrypted PKCS#8, to be sealed.
    public func der() throws(CryptoFault) -> SecretBytes {
        guard let info = unsafe EVP_PKEY2PKCS8(key.pointer) else { throw .library(.library, "EVP_PKEY2PKCS8") }
        let length = unsafe i2d_PKCS8_PRIV_KEY_INFO(info, nil)
        let der = SecretBytes(count: Int(length)) { bytes in
            unsafe bytes.withUnsafeMutableBufferPointer { buffer in
                var place = buffer.baseAddress
                unsafe i2d_PKCS8_PRIV_KEY_INFO(info, &place)
            }
        }
        unsafe PKCS8_PRIV_KEY_INFO_free(info)
        guard length > 0 else { throw .library(.library, "i2d_PKCS8_PRIV_KEY_INFO") }
        return der
    }

    private static func readPKCS8(
        _ place: UnsafeMutablePointer<UnsafePointer<UInt8>?>, _ count: Int
    ) -> OpaquePointer? {
        guard let info = unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, place, count) else { return nil }
        let key = unsafe EVP_PKCS82PKEY(info)
        unsafe PKCS8_PRIV_KEY_INFO_free(info)
        return unsafe key
    }
}

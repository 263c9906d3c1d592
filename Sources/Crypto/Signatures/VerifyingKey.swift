import COpenSSL

/// A public key. Kind, size and curve were checked when it was read.
///
/// `@unchecked Sendable`: the library counts references to keys atomically and does not change a key by using it.
@safe
public final class VerifyingKey: @unchecked Sendable {
    /// What kind of key it is.
    public let kind: KeyKind
    let key: Owned<KeyObject>

    init(_ key: consuming Owned<KeyObject>) throws(CryptoFault) {
        kind = try KeyRules.kind(of: key)
        self.key = key
    }

    /// True when this key's owner signed the message in this way; false also when the key is of another kind.
    public func isValid(_ signature: Span<UInt8>, of message: Span<UInt8>, by scheme: SignatureScheme) -> Bool {
        guard kind == scheme.kind else { return false }
        do throws(CryptoFault) {
            guard let width = scheme.fixedWidth else { return try verify(signature, message, scheme) }
            let pair = try SignaturePair.der(fromFixed: signature, width: width)
            return try verify(pair.span, message, scheme)
        } catch {
            return false
        }
    }

    private func verify(
        _ signature: Span<UInt8>, _ message: Span<UInt8>, _ scheme: SignatureScheme
    ) throws(CryptoFault) -> Bool {
        let context = try unsafe Owned<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new")
        var details: OpaquePointer?
        let digest = unsafe scheme.digest?.cName
        try unsafe succeed(
            EVP_DigestVerifyInit_ex(context.pointer, &details, digest, nil, nil, key.pointer, nil),
            "EVP_DigestVerifyInit_ex")
        if scheme.isPSS { try unsafe SignatureDetails.setPSS(details) }
        let result = unsafe signature.withUnsafeBufferPointer { signature in
            unsafe message.withUnsafeBufferPointer { message in
                unsafe EVP_DigestVerify(
                    context.pointer, signature.baseAddress, signature.count, message.baseAddress, message.count)
            }
        }
        LibraryErrors.discard()
        return result == 1
    }
}

/// What a scheme needs beyond digest and key.
enum SignatureDetails {
    /// The salt is as long as the digest, in signatures that are made and in those that are taken.
    static func setPSS(_ details: OpaquePointer?) throws(CryptoFault) {
        try unsafe succeed(
            EVP_PKEY_CTX_set_rsa_padding(details, RSA_PKCS1_PSS_PADDING), "EVP_PKEY_CTX_set_rsa_padding")
        try unsafe succeed(
            EVP_PKEY_CTX_set_rsa_pss_saltlen(details, RSA_PSS_SALTLEN_DIGEST), "EVP_PKEY_CTX_set_rsa_pss_saltlen")
    }
}

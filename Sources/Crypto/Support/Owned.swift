import COpenSSL

/// What is needed to free one of the library's objects.
protocol Releasing {
    static func release(_ object: OpaquePointer)
}

/// One of the library's objects, freed when its owner ends; so none is leaked on an error's way out, nor freed twice.
@safe
struct Owned<Kind: Releasing>: ~Copyable {
    let pointer: OpaquePointer

    /// Takes over what a call of the library made; nil is that call's failure.
    init(_ pointer: OpaquePointer?, _ call: StaticString, else code: CryptoFault.Code = .library) throws(CryptoFault) {
        guard let pointer = unsafe pointer else { throw .library(code, call) }
        unsafe self.pointer = pointer
    }

    deinit { unsafe Kind.release(pointer) }
}

/// A cipher at work (`EVP_CIPHER_CTX`); freeing it wipes its key schedule.
enum CipherContext: Releasing {
    static func release(_ object: OpaquePointer) { unsafe EVP_CIPHER_CTX_free(object) }
}

/// A digest or signature at work (`EVP_MD_CTX`).
enum DigestContext: Releasing {
    static func release(_ object: OpaquePointer) { unsafe EVP_MD_CTX_free(object) }
}

/// A MAC at work (`EVP_MAC_CTX`); freeing it wipes its key.
enum CodeContext: Releasing {
    static func release(_ object: OpaquePointer) { unsafe EVP_MAC_CTX_free(object) }
}

/// A key's making (`EVP_PKEY_CTX`).
enum KeyContext: Releasing {
    static func release(_ object: OpaquePointer) { unsafe EVP_PKEY_CTX_free(object) }
}

/// A key, public or private (`EVP_PKEY`).
enum KeyObject: Releasing {
    static func release(_ object: OpaquePointer) { unsafe EVP_PKEY_free(object) }
}

/// A certificate (`X509`).
enum CertificateObject: Releasing {
    static func release(_ object: OpaquePointer) { unsafe X509_free(object) }
}

/// A big number (`BIGNUM`).
enum NumberObject: Releasing {
    static func release(_ object: OpaquePointer) { unsafe BN_clear_free(object) }
}

/// An ECDSA signature's two numbers (`ECDSA_SIG`).
enum PairObject: Releasing {
    static func release(_ object: OpaquePointer) { unsafe ECDSA_SIG_free(object) }
}

/// Parameters being gathered (`OSSL_PARAM_BLD`).
enum ParameterBuilder: Releasing {
    static func release(_ object: OpaquePointer) { unsafe OSSL_PARAM_BLD_free(object) }
}

/// A memory stream (`BIO`), over bytes that are only read.
enum StreamObject: Releasing {
    static func release(_ object: OpaquePointer) { unsafe BIO_free_all(object) }
}

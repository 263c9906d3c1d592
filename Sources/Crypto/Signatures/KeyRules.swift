import COpenSSL

/// Which keys are taken at all, whatever form they came in.
enum KeyRules {
    /// Below is weak; above, one verification costs milliseconds that a stranger could order.
    private static let rsaBits: ClosedRange<Int32> = 2048...8192

    /// The kind of a key, once its size, curve and encoding have been found to be allowed.
    static func kind(of key: borrowing Owned<KeyObject>) throws(CryptoFault) -> KeyKind {
        switch unsafe EVP_PKEY_get_base_id(key.pointer) {
        case EVP_PKEY_ED25519: return .ed25519
        case EVP_PKEY_EC: return try curve(of: key)
        case EVP_PKEY_RSA:
            try checkRSA(key)
            return .rsa
        default: throw CryptoFault(.unsupported, "kind of key")
        }
    }

    private static func curve(of key: borrowing Owned<KeyObject>) throws(CryptoFault) -> KeyKind {
        // A curve spelled out may be a known one with another generator, which lets anyone sign.
        guard text(OSSL_PKEY_PARAM_EC_ENCODING, of: key) == OSSL_PKEY_EC_ENCODING_GROUP else {
            throw CryptoFault(.unsupported, "a curve spelled out")
        }
        switch text(OSSL_PKEY_PARAM_GROUP_NAME, of: key) {
        case "prime256v1": return .p256
        case "secp384r1": return .p384
        default: throw CryptoFault(.unsupported, "curve of a key")
        }
    }

    private static func text(_ name: String, of key: borrowing Owned<KeyObject>) -> String? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            guard let start = buffer.baseAddress,
                unsafe EVP_PKEY_get_utf8_string_param(key.pointer, name, start, buffer.count, nil) == 1
            else { return nil }
            return unsafe String(cString: start)
        }
    }

    /// A private number in its range, and the public point that belongs to it. RSA has no such check: the library would
    /// test primes for a tenth of a second.
    static func checkPair(_ key: borrowing Owned<KeyObject>) throws(CryptoFault) {
        let context = try unsafe Owned<KeyContext>(
            EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil), "EVP_PKEY_CTX_new_from_pkey")
        try unsafe succeed(EVP_PKEY_check(context.pointer), "EVP_PKEY_check", else: .malformed)
    }

    private static func checkRSA(_ key: borrowing Owned<KeyObject>) throws(CryptoFault) {
        guard rsaBits.contains(unsafe EVP_PKEY_get_bits(key.pointer)) else {
            throw CryptoFault(.unsupported, "size of an RSA key")
        }
        var exponent: OpaquePointer?
        let found = unsafe EVP_PKEY_get_bn_param(key.pointer, OSSL_PKEY_PARAM_RSA_E, &exponent)
        try succeed(found, "EVP_PKEY_get_bn_param", else: .malformed)
        let owned = try unsafe Owned<NumberObject>(exponent, "EVP_PKEY_get_bn_param")
        let bits = unsafe BN_num_bits(owned.pointer)
        guard unsafe BN_is_odd(owned.pointer) == 1, (2...32).contains(bits) else {
            throw CryptoFault(.unsupported, "exponent of an RSA key")
        }
    }
}

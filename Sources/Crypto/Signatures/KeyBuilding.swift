import COpenSSL

/// Keys out of their numbers, and new keys.
enum KeyBuilding {
    static func rsa(
        _ modulus: consuming Owned<NumberObject>, _ exponent: consuming Owned<NumberObject>
    ) throws(CryptoFault) -> Owned<KeyObject> {
        let builder = try unsafe Owned<ParameterBuilder>(OSSL_PARAM_BLD_new(), "OSSL_PARAM_BLD_new")
        try unsafe succeed(
            OSSL_PARAM_BLD_push_BN(builder.pointer, ParameterName.modulus, modulus.pointer), "OSSL_PARAM_BLD_push_BN")
        try unsafe succeed(
            OSSL_PARAM_BLD_push_BN(builder.pointer, ParameterName.exponent, exponent.pointer), "OSSL_PARAM_BLD_push_BN")
        return try unsafe build("RSA", OSSL_PARAM_BLD_to_param(builder.pointer))
    }

    static func point(_ point: [UInt8], group: StaticString) throws(CryptoFault) -> Owned<KeyObject> {
        let builder = try unsafe Owned<ParameterBuilder>(OSSL_PARAM_BLD_new(), "OSSL_PARAM_BLD_new")
        try unsafe succeed(
            OSSL_PARAM_BLD_push_utf8_string(
                builder.pointer, ParameterName.group, literal(group), 0), "OSSL_PARAM_BLD_push_utf8_string")
        // The builder keeps the address until the parameters are made.
        let parameters = unsafe point.withUnsafeBufferPointer { bytes -> UnsafeMutablePointer<OSSL_PARAM>? in
            guard
                unsafe OSSL_PARAM_BLD_push_octet_string(
                    builder.pointer, ParameterName.publicKey, bytes.baseAddress, bytes.count) == 1
            else { return nil }
            return unsafe OSSL_PARAM_BLD_to_param(builder.pointer)
        }
        return try unsafe build("EC", parameters)
    }

    private static func build(
        _ name: StaticString, _ parameters: UnsafeMutablePointer<OSSL_PARAM>?
    ) throws(CryptoFault) -> Owned<KeyObject> {
        guard let parameters = unsafe parameters else { throw .library(.library, "OSSL_PARAM_BLD_to_param") }
        let key = unsafe fromData(name, parameters)
        unsafe OSSL_PARAM_free(parameters)
        return try unsafe Owned(key, "EVP_PKEY_fromdata", else: .malformed)
    }

    private static func fromData(_ name: StaticString, _ parameters: UnsafeMutablePointer<OSSL_PARAM>) -> OpaquePointer?
    {
        // `EVP_PKEY_PUBLIC_KEY` is a macro the importer does not follow.
        let publicKey = EVP_PKEY_KEY_PARAMETERS | OSSL_KEYMGMT_SELECT_PUBLIC_KEY
        var key: OpaquePointer?
        guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, literal(name), nil) else { return nil }
        if unsafe EVP_PKEY_fromdata_init(context) == 1 {
            unsafe EVP_PKEY_fromdata(context, &key, publicKey, parameters)
        }
        unsafe EVP_PKEY_CTX_free(context)
        return unsafe key
    }

    /// A new private key.
    static func generate(_ kind: KeyKind, rsaBits: Int) throws(CryptoFault) -> Owned<KeyObject> {
        let name: StaticString = kind == .rsa ? "RSA" : kind == .ed25519 ? "ED25519" : "EC"
        let context = try unsafe Owned<KeyContext>(
            EVP_PKEY_CTX_new_from_name(nil, literal(name), nil), "EVP_PKEY_CTX_new_from_name")
        try unsafe succeed(EVP_PKEY_keygen_init(context.pointer), "EVP_PKEY_keygen_init")
        switch kind {
        case .ed25519: break
        case .p256, .p384:
            let group = try KeyReading.group(kind).name
            try unsafe succeed(
                EVP_PKEY_CTX_set_group_name(context.pointer, literal(group)), "EVP_PKEY_CTX_set_group_name")
        case .rsa:
            try unsafe succeed(
                EVP_PKEY_CTX_set_rsa_keygen_bits(context.pointer, Int32(clamping: rsaBits)),
                "EVP_PKEY_CTX_set_rsa_keygen_bits")
        }
        var key: OpaquePointer?
        try unsafe succeed(EVP_PKEY_generate(context.pointer, &key), "EVP_PKEY_generate")
        return try unsafe Owned(key, "EVP_PKEY_generate")
    }
}

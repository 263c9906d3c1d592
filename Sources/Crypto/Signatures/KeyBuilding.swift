import COpenSSL

/// Keys out of their numbers, and new keys.
enum KeyBuilding {
    static func rsa(
        _ modulus: consuming Owned<NumberObject>, _ exponent: consuming Owned<NumberObject>
    ) throws(CryptoFault) -> Owned<KeyObject> {
        let builder = try unsafe Owned<ParameterBuilder>(OSSL_PARAM_BLD_new(), "OSSL_PARAM_BLD_new")
        try unsafe succeed(
            OSSL_PARAM_BLD_push_BN(builder.pointer, OSSL_PKEY_PARAM_RSA_N, modulus.pointer), "OSSL_PARAM_BLD_push_BN")
        try unsafe succeed(
            OSSL_PARAM_BLD_push_BN(builder.pointer, OSSL_PKEY_PARAM_RSA_E, exponent.pointer), "OSSL_PARAM_BLD_push_BN")
        return try build("RSA", builder)
    }

    static func point(_ point: [UInt8], group: StaticString) throws(CryptoFault) -> Owned<KeyObject> {
        let builder = try unsafe Owned<ParameterBuilder>(OSSL_PARAM_BLD_new(), "OSSL_PARAM_BLD_new")
        try unsafe succeed(
            OSSL_PARAM_BLD_push_utf8_string(
                builder.pointer, OSSL_PKEY_PARAM_GROUP_NAME, literal(group), 0), "OSSL_PARAM_BLD_push_utf8_string")
        // The builder keeps the address until the key is built.
        return try unsafe point.span.withUnsafeBufferPointer { bytes throws(CryptoFault) in
            try unsafe succeed(
                OSSL_PARAM_BLD_push_octet_string(
                    builder.pointer, OSSL_PKEY_PARAM_PUB_KEY, bytes.baseAddress, bytes.count),
                "OSSL_PARAM_BLD_push_octet_string")
            return try build("EC", builder)
        }
    }

    private static func build(
        _ name: StaticString, _ builder: borrowing Owned<ParameterBuilder>
    ) throws(CryptoFault) -> Owned<KeyObject> {
        guard let parameters = unsafe OSSL_PARAM_BLD_to_param(builder.pointer) else {
            throw .library(.library, "OSSL_PARAM_BLD_to_param")
        }
        defer { unsafe OSSL_PARAM_free(parameters) }
        let context = try unsafe Owned<KeyContext>(
            EVP_PKEY_CTX_new_from_name(nil, literal(name), nil), "EVP_PKEY_CTX_new_from_name")
        try unsafe succeed(EVP_PKEY_fromdata_init(context.pointer), "EVP_PKEY_fromdata_init")
        var key: OpaquePointer?
        // `EVP_PKEY_PUBLIC_KEY` is a macro the importer does not follow.
        let publicKey = EVP_PKEY_KEY_PARAMETERS | OSSL_KEYMGMT_SELECT_PUBLIC_KEY
        let result = unsafe EVP_PKEY_fromdata(context.pointer, &key, publicKey, parameters)
        try succeed(result, "EVP_PKEY_fromdata", else: .malformed)
        return try unsafe Owned(key, "EVP_PKEY_fromdata")
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

    /// A literal as the library wants names.
    static func literal(_ text: StaticString) -> UnsafePointer<CChar> {
        unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}

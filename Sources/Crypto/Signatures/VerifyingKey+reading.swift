import COpenSSL

extension VerifyingKey {
    /// Reads a `SubjectPublicKeyInfo` as DER: exactly one, with nothing behind it, in the one form that DER has for it.
    public convenience init(der: Span<UInt8>) throws(CryptoFault) {
        try self.init(unsafe KeyReading.whole(der, "d2i_PUBKEY") { unsafe d2i_PUBKEY(nil, $0, $1) })
        let canonical = try self.der()
        guard ConstantTime.equal(canonical.span, der) else {
            throw CryptoFault(.malformed, "a public key that is not DER")
        }
    }

    /// Reads a `PUBLIC KEY` block.
    public convenience init(pem: String) throws(CryptoFault) {
        let der = try KeyReading.block("PUBLIC KEY", in: pem)
        try self.init(der: der.span)
    }

    /// The key of a certificate as DER. Nothing of the certificate is checked: not its dates, not who signed it.
    public convenience init(certificate der: Span<UInt8>) throws(CryptoFault) {
        let certificate: Owned<CertificateObject> = try unsafe KeyReading.whole(der, "d2i_X509") {
            unsafe d2i_X509(nil, $0, $1)
        }
        try self.init(unsafe Owned(X509_get_pubkey(certificate.pointer), "X509_get_pubkey", else: .malformed))
    }

    /// The key of a `CERTIFICATE` block; see `init(certificate:)`.
    public convenience init(certificatePEM pem: String) throws(CryptoFault) {
        let der = try KeyReading.block("CERTIFICATE", in: pem)
        try self.init(certificate: der.span)
    }

    /// An Ed25519 key from its 32 bytes (the `x` of a JSON web key, the `p=` of a DKIM record).
    public convenience init(ed25519 bytes: Span<UInt8>) throws(CryptoFault) {
        guard bytes.count == 32 else { throw CryptoFault(.malformed, "length of an Ed25519 key") }
        let key = unsafe bytes.withUnsafeBufferPointer {
            unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, $0.baseAddress, $0.count)
        }
        try self.init(unsafe Owned(key, "EVP_PKEY_new_raw_public_key", else: .malformed))
    }

    /// A P-256 or P-384 key from the two coordinates of a JSON web key, each at full width; the point must be on the
    /// curve.
    public convenience init(curve: KeyKind, x: Span<UInt8>, y: Span<UInt8>) throws(CryptoFault) {
        let (group, width) = try KeyReading.group(curve)
        guard x.count == width, y.count == width else { throw CryptoFault(.malformed, "length of a coordinate") }
        var point: [UInt8] = [4]
        for index in x.indices { point.append(x[index]) }
        for index in y.indices { point.append(y[index]) }
        try self.init(KeyBuilding.point(point, group: group))
    }

    /// An RSA key from modulus and exponent, as in a JSON web key.
    public convenience init(rsaModulus modulus: Span<UInt8>, exponent: Span<UInt8>) throws(CryptoFault) {
        guard (1...1025).contains(modulus.count), (1...8).contains(exponent.count) else {
            throw CryptoFault(.unsupported, "size of an RSA key")
        }
        try self.init(KeyBuilding.rsa(SignaturePair.number(modulus), SignaturePair.number(exponent)))
    }

    /// The key as `SubjectPublicKeyInfo`.
    public func der() throws(CryptoFault) -> [UInt8] {
        try unsafe output("i2d_PUBKEY") { unsafe i2d_PUBKEY(key.pointer, $0) }
    }

    /// The 32 bytes of an Ed25519 key.
    public func ed25519() throws(CryptoFault) -> [UInt8] {
        guard kind == .ed25519 else { throw CryptoFault(.unsupported, "not an Ed25519 key") }
        var (bytes, count) = ([UInt8](repeating: 0, count: 32), 32)
        try unsafe succeed(
            EVP_PKEY_get_raw_public_key(key.pointer, &bytes, &count), "EVP_PKEY_get_raw_public_key")
        return bytes
    }
}

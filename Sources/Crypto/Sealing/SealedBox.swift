/// Bytes sealed with AES-256-GCM in an envelope that says how:
/// `magic (4) | format (1) | algorithm (1) | key version (4) | nonce (12) | ciphertext | tag (16)`.
/// Everything before the ciphertext is authenticated too, so not one bit of an envelope can be changed.
public enum SealedBox {
    private static let magic: [UInt8] = [0x4B, 0x4E, 0x4B, 0xB1]
    private static let format: UInt8 = 1
    private static let aes256GCM: UInt8 = 1
    private static let headerLength = 10
    private static let prefixLength = headerLength + AES256GCM.nonceLength

    /// How much longer an envelope is than what is in it.
    public static let overhead = prefixLength + AES256GCM.tagLength

    /// Seals bytes under a fresh random nonce.
    public static func seal(
        _ plaintext: Span<UInt8>, with key: borrowing SealingKey, boundTo data: AssociatedData
    ) throws(CryptoFault) -> [UInt8] {
        var envelope = prefix(key.version)
        envelope.append(contentsOf: repeatElement(0, count: plaintext.count + AES256GCM.tagLength))
        let start = (header: Array(envelope[..<headerLength]), nonce: SecureRandom.bytes(AES256GCM.nonceLength))
        for index in start.nonce.indices { envelope[headerLength + index] = start.nonce[index] }
        var span = envelope.mutableSpan
        try key.withBytes { key throws(CryptoFault) in
            try AES256GCM.seal(
                plaintext, key: key, nonce: start.nonce.span, header: start.header.span, data: data.bytes.span,
                into: &span, from: prefixLength)
        }
        return envelope
    }

    /// Seals a secret.
    public static func seal(
        _ secret: borrowing SecretBytes, with key: borrowing SealingKey, boundTo data: AssociatedData
    ) throws(CryptoFault) -> [UInt8] {
        try secret.withBytes { secret throws(CryptoFault) in try seal(secret, with: key, boundTo: data) }
    }

    /// The version of the key an envelope needs. It is not authenticated before the envelope has been opened.
    public static func keyVersion(of envelope: Span<UInt8>) throws(CryptoFault) -> UInt32 {
        guard envelope.count >= overhead else { throw CryptoFault(.malformed, "length of an envelope") }
        for index in magic.indices where envelope[index] != magic[index] {
            throw CryptoFault(.malformed, "not an envelope")
        }
        guard envelope[4] == format, envelope[5] == aes256GCM else {
            throw CryptoFault(.unsupported, "format or algorithm of an envelope")
        }
        return (6..<headerLength).reduce(0) { $0 << 8 | UInt32(envelope[$1]) }
    }

    /// What is in an envelope, if key and associated data are those it was sealed with and no bit is another.
    public static func open(
        _ envelope: Span<UInt8>, with key: borrowing SealingKey, boundTo data: AssociatedData
    ) throws(CryptoFault) -> SecretBytes {
        guard try keyVersion(of: envelope) == key.version else {
            throw CryptoFault(.refused, "sealed with another version of the key")
        }
        let header = envelope.extracting(first: headerLength)
        let nonce = envelope.extracting(headerLength..<prefixLength)
        let sealed = envelope.extracting(droppingFirst: prefixLength)
        return try key.withBytes { key throws(CryptoFault) in
            try SecretBytes(count: envelope.count - overhead) { plaintext throws(CryptoFault) in
                try AES256GCM.open(
                    sealed, key: key, nonce: nonce, header: header, data: data.bytes.span, into: &plaintext)
            }
        }
    }

    private static func prefix(_ version: UInt32) -> [UInt8] {
        var prefix = magic + [format, aes256GCM]
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            prefix.append(UInt8(truncatingIfNeeded: version >> shift))
        }
        prefix.append(contentsOf: repeatElement(0, count: AES256GCM.nonceLength))
        return prefix
    }
}

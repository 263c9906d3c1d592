/// A sealing key out of a passphrase, for what leaves the house: whoever has the passphrase can open it elsewhere.
public enum PassphraseKey {
    /// Bytes of salt, which goes along in the open.
    public static let saltLength = 16

    /// The key of a passphrase, a salt and a price. The same three give the same key anywhere.
    public static func derive(
        from passphrase: HeldSecret, salt: [UInt8], _ parameters: PasswordParameters
    ) throws(CryptoFault) -> SealingKey {
        guard salt.count == saltLength else { throw CryptoFault(.outOfRange, "length of a salt") }
        let key = try passphrase.withSecret { passphrase throws(CryptoFault) in
            try passphrase.withBytes { passphrase throws(CryptoFault) in
                try SecretBytes(count: AES256GCM.keyLength) { key throws(CryptoFault) in
                    try Argon2.hash(passphrase, salt: salt.span, parameters, into: &key)
                }
            }
        }
        return try SealingKey(version: 1, secret: key)
    }
}

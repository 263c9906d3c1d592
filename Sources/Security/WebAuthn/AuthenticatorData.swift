/// What an authenticator says of itself and of the person before it, as signed bytes.
struct AuthenticatorData: Sendable {
    /// The bits of its flags. The others are reserved and mean nothing yet.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8

        static let userPresent = Flags(rawValue: 0x01)
        static let userVerified = Flags(rawValue: 0x04)
        static let backupEligible = Flags(rawValue: 0x08)
        static let backedUp = Flags(rawValue: 0x10)
        static let attested = Flags(rawValue: 0x40)
        static let extended = Flags(rawValue: 0x80)
    }

    /// The new credential, in a registration.
    struct Attested: Sendable {
        let aaguid: [UInt8]
        let credential: [UInt8]
        let key: CBORMap
        /// The key's own bytes, which are what is kept.
        let keyBytes: [UInt8]
    }

    let bytes: [UInt8]
    let rpIDHash: [UInt8]
    let flags: Flags
    let signCount: UInt32
    let attested: Attested?

    /// Reads all of it: what the flags announce is there, and nothing else.
    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard bytes.count >= 37 else { throw .authenticatorData }
        self.bytes = bytes
        rpIDHash = Array(bytes[..<32])
        flags = Flags(rawValue: bytes[32])
        signCount = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        var next = 37
        attested = flags.contains(.attested) ? try Self.attested(bytes, &next) : nil
        if flags.contains(.extended) { try Self.skipExtensions(bytes, &next) }
        guard next == bytes.count else { throw .authenticatorData }
    }

    private static func attested(_ bytes: [UInt8], _ next: inout Int) throws(WebAuthnFault) -> Attested {
        guard bytes.count - next >= 18 else { throw .authenticatorData }
        let aaguid = Array(bytes[next..<next + 16])
        let length = Int(bytes[next + 16]) << 8 | Int(bytes[next + 17])
        next += 18
        guard length <= bytes.count - next else { throw .authenticatorData }
        let credential = Array(bytes[next..<next + length])
        next += length
        let start = next
        guard let key = try? CBORReader.value(in: bytes, from: start), let map = key.value.map else {
            throw .publicKey
        }
        next = key.next
        return Attested(aaguid: aaguid, credential: credential, key: map, keyBytes: Array(bytes[start..<next]))
    }

    /// Outputs of extensions are well-formed or refused, and then left alone: none was asked for.
    private static func skipExtensions(_ bytes: [UInt8], _ next: inout Int) throws(WebAuthnFault) {
        guard let outputs = try? CBORReader.value(in: bytes, from: next), let map = outputs.value.map,
            map.entries.allSatisfy({ $0.key.text != nil })
        else { throw .extensions }
        next = outputs.next
    }
}

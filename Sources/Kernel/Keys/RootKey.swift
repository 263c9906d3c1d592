public import Crypto
internal import Glibc

/// The key of which all others of the house are made. It lies in a file that only the server's account may read, apart
/// from the database: whoever has the one without the other can forge nothing.
public struct RootKey: Sendable {
    private let secret: HeldSecret

    /// 32 bytes of randomness.
    public init(_ secret: HeldSecret) { self.secret = secret }

    /// The key in a file of 64 hexadecimal digits. A file that was named must be there; the house's own is made on the
    /// first start.
    public static func load(_ configuration: Configuration) throws -> RootKey {
        if let named = configuration.rootKeyFile { return try read(LocalPath(named)) }
        let own = LocalPath(configuration.varFolder) / "root.key"
        if !own.exists { try make(own) }
        return try read(own)
    }

    /// Of two processes that begin together one makes the key, and both read it.
    private static func make(_ file: LocalPath) throws {
        if !file.parent.exists { try file.parent.makeFolder(mode: 0o700) }
        let draft = LocalPath("\(file.text).\(getpid())")
        try draft.write(Hex.encode(SecureRandom.bytes(32).span) + "\n")
        defer { try? draft.remove() }
        guard unsafe link(draft.text, file.text) == 0 || errno == EEXIST else { throw LocalFault("make", file.text) }
    }

    private static func read(_ file: LocalPath) throws -> RootKey {
        func fault(_ reason: String) -> ConfigurationFaults {
            ConfigurationFaults(.badValue, "KONAK_ROOT_KEY_FILE", "\(file.text) \(reason)")
        }
        guard let facts = file.facts() else { throw fault("is not there: copy it from another node or a backup") }
        guard facts.permissions & 0o077 == 0 else { throw fault("can be read by others: `chmod 600` it") }
        var bytes = try file.read(limit: 4_096)
        while let last = bytes.last, last == 0x0A || last == 0x0D || last == 0x20 { bytes.removeLast() }
        guard bytes.count == 64, let secret = try? Hex.decodeSecret(bytes.span) else {
            throw fault("must hold 64 hexadecimal digits, such as `openssl rand -hex 32` prints")
        }
        for index in bytes.indices { bytes[index] = 0 }
        return RootKey(HeldSecret(secret))
    }

    /// A key for one purpose; none tells anything of another.
    public func derive(_ purpose: StaticString) throws -> HeldSecret {
        let info = Array("konak.key.\(purpose.description)".utf8)
        let salt: [UInt8] = []
        return try secret.withSecret { secret throws(CryptoFault) in
            HeldSecret(try HKDF.derive(from: secret, salt: salt.span, info: info.span, count: 32))
        }
    }
}

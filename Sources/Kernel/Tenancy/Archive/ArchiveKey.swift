internal import Core
public import Crypto

/// The key of an archive, made of a passphrase. Parts seal with it what must not lie about in the open.
public final class ArchiveKey: Sendable {
    private let key: SealingKey
    private let tenant: TenantID
    private let salt: [UInt8]
    private let parameters: PasswordParameters

    private init(
        _ passphrase: HeldSecret, _ tenant: TenantID, salt: [UInt8], _ parameters: PasswordParameters
    ) throws(CryptoFault) {
        key = try PassphraseKey.derive(from: passphrase, salt: salt, parameters)
        (self.tenant, self.salt, self.parameters) = (tenant, salt, parameters)
    }

    /// A key for a new archive.
    static func make(_ passphrase: HeldSecret, for tenant: TenantID) throws(CryptoFault) -> ArchiveKey {
        try ArchiveKey(passphrase, tenant, salt: SecureRandom.bytes(PassphraseKey.saltLength), .usual)
    }

    /// The key of an archive, if passphrase and manifest belong together.
    static func open(_ passphrase: HeldSecret, _ manifest: ArchiveManifest) throws -> ArchiveKey? {
        guard let seal = manifest.seal else { return nil }
        let parameters = try PasswordParameters(memory: seal.memory, passes: seal.passes, lanes: seal.lanes)
        do {
            let key = try ArchiveKey(passphrase, manifest.tenant, salt: Hex.decode(seal.salt), parameters)
            guard try key.vouches(for: manifest, seal.check) else { throw ArchiveFault.wrongPassphrase }
            return key
        } catch is CryptoFault {
            throw ArchiveFault.wrongPassphrase
        }
    }

    private func vouches(for manifest: ArchiveManifest, _ check: String) throws -> Bool {
        let envelope = try Hex.decode(check)
        return try opened(envelope, as: "manifest") == Self.digest(manifest)
    }

    /// What was sealed, when it is no secret.
    private func opened(_ envelope: [UInt8], as name: String) throws(CryptoFault) -> [UInt8] {
        let found = try open(envelope.span, as: name)
        return found.withBytes { found in found.indices.map { found[$0] } }
    }

    private static func digest(_ manifest: ArchiveManifest) throws -> [UInt8] {
        let content = try manifest.sealedContent()
        return try MessageDigest.of(content.span, .sha256)
    }

    /// The seal of a manifest that is complete but for it.
    func seal(of manifest: ArchiveManifest) throws -> ArchiveManifest.Seal {
        let salt = salt
        let digest = try Self.digest(manifest)
        let check = try seal(digest.span, as: "manifest")
        return ArchiveManifest.Seal(
            salt: Hex.encode(salt.span), memory: parameters.memory, passes: parameters.passes, lanes: parameters.lanes,
            check: Hex.encode(check.span))
    }

    /// Seals bytes under a name; they open under the same name, in an archive of the same tenant.
    public func seal(_ bytes: Span<UInt8>, as name: String) throws(CryptoFault) -> [UInt8] {
        try SealedBox.seal(bytes, with: key, boundTo: bound(to: name))
    }

    /// Opens what was sealed under a name.
    public func open(_ envelope: Span<UInt8>, as name: String) throws(CryptoFault) -> SecretBytes {
        try SealedBox.open(envelope, with: key, boundTo: bound(to: name))
    }

    private func bound(to name: String) -> AssociatedData {
        var data = AssociatedData("konak.archive.v1")
        data.append(tenant.uuid)
        data.append(name)
        return data
    }
}

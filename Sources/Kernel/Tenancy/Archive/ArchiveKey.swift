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
        let expected = try MessageDigest.of(manifest.sealedContent().span)
        let digest = try open(envelope.span, as: "manifest")
        return digest.equals(expected.span)
    }

    /// The seal of a manifest that is complete but for it.
    func seal(of manifest: ArchiveManifest) throws -> ArchiveManifest.Seal {
        let digest = try MessageDigest.of(manifest.sealedContent().span)
        return ArchiveManifest.Seal(
            salt: Hex.encode(salt.span), memory: parameters.memory, passes: parameters.passes, lanes: parameters.lanes,
            check: Hex.encode(try seal(digest.span, as: "manifest").span))
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

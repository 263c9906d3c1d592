/// How a signature is made: kind of key, digest and form in one word, so that no part of it is taken from what is to be
/// verified.
public enum SignatureScheme: String, Sendable, CaseIterable {
    /// Ed25519 (RFC 8032).
    case ed25519
    /// ECDSA on P-256 with SHA-256, as DER: X.509, WebAuthn.
    case p256SHA256
    /// ECDSA on P-256 with SHA-256, r and s at full width: JSON web signatures (ES256), XML signatures.
    case p256SHA256Fixed
    /// ECDSA on P-384 with SHA-384, as DER.
    case p384SHA384
    /// ECDSA on P-384 with SHA-384, r and s at full width.
    case p384SHA384Fixed
    /// RSA PKCS#1 v1.5 with SHA-256.
    case rsaSHA256
    /// RSA PKCS#1 v1.5 with SHA-384.
    case rsaSHA384
    /// RSA PKCS#1 v1.5 with SHA-512.
    case rsaSHA512
    /// RSA-PSS with SHA-256, MGF1 with the same and a salt of its length.
    case rsaPSSSHA256
    /// RSA-PSS with SHA-384, MGF1 with the same and a salt of its length.
    case rsaPSSSHA384
    /// RSA-PSS with SHA-512, MGF1 with the same and a salt of its length.
    case rsaPSSSHA512

    /// The kind of key it needs.
    public var kind: KeyKind {
        switch self {
        case .ed25519: .ed25519
        case .p256SHA256, .p256SHA256Fixed: .p256
        case .p384SHA384, .p384SHA384Fixed: .p384
        case .rsaSHA256, .rsaSHA384, .rsaSHA512, .rsaPSSSHA256, .rsaPSSSHA384, .rsaPSSSHA512: .rsa
        }
    }

    /// The digest; Ed25519 has its own inside.
    var digest: Algorithm? {
        switch self {
        case .ed25519: nil
        case .p256SHA256, .p256SHA256Fixed, .rsaSHA256, .rsaPSSSHA256: .sha256
        case .p384SHA384, .p384SHA384Fixed, .rsaSHA384, .rsaPSSSHA384: .sha384
        case .rsaSHA512, .rsaPSSSHA512: .sha512
        }
    }

    var isPSS: Bool { self == .rsaPSSSHA256 || self == .rsaPSSSHA384 || self == .rsaPSSSHA512 }

    /// Bytes of r and of s, for the forms at full width.
    var fixedWidth: Int? {
        switch self {
        case .p256SHA256Fixed: 32
        case .p384SHA384Fixed: 48
        default: nil
        }
    }
}

/// The kinds of key in use.
public enum KeyKind: String, Sendable {
    case ed25519
    case p256
    case p384
    case rsa
}

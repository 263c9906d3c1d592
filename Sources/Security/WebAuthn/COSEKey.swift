public import Crypto

/// How a passkey signs, by the numbers of COSE.
public enum COSEAlgorithm: Int64, Sendable, CaseIterable {
    /// ECDSA on P-256 with SHA-256.
    case es256 = -7
    /// EdDSA, here always Ed25519.
    case edDSA = -8
    /// RSA PKCS#1 v1.5 with SHA-256.
    case rs256 = -257

    /// The same as the library knows it.
    public var scheme: SignatureScheme {
        switch self {
        case .es256: .p256SHA256
        case .edDSA: .ed25519
        case .rs256: .rsaSHA256
        }
    }
}

/// A passkey's public key as it stands in authenticator data (RFC 9052): just the parameters its kind needs, no others.
public struct COSEKey: Sendable {
    /// How it signs.
    public let algorithm: COSEAlgorithm
    /// The key; its point lies on the curve, its modulus has a size that is taken.
    public let key: VerifyingKey

    /// Reads a key; nil for any kind or form that is not taken.
    public init?(_ map: CBORMap) {
        guard let number = map[3]?.integer, let algorithm = COSEAlgorithm(rawValue: number),
            let key = Self.key(map, algorithm)
        else { return nil }
        (self.algorithm, self.key) = (algorithm, key)
    }

    /// Reads a key that was kept as bytes.
    public init?(stored bytes: [UInt8]) {
        guard let map = (try? CBORReader.value(of: bytes))?.map else { return nil }
        self.init(map)
    }

    private static func key(_ map: CBORMap, _ algorithm: COSEAlgorithm) -> VerifyingKey? {
        switch algorithm {
        case .es256:
            guard map.count == 5, map[1]?.integer == 2, map[-1]?.integer == 1, let x = map[-2]?.bytes,
                let y = map[-3]?.bytes
            else { return nil }
            return try? VerifyingKey(curve: .p256, x: x.span, y: y.span)
        case .edDSA:
            guard map.count == 4, map[1]?.integer == 1, map[-1]?.integer == 6, let x = map[-2]?.bytes else {
                return nil
            }
            return try? VerifyingKey(ed25519: x.span)
        case .rs256:
            guard map.count == 4, map[1]?.integer == 3, let n = map[-1]?.bytes, let e = map[-2]?.bytes else {
                return nil
            }
            return try? VerifyingKey(rsaModulus: n.span, exponent: e.span)
        }
    }

    /// Whether the owner of the key signed these bytes.
    func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        key.isValid(signature.span, of: message.span, by: algorithm.scheme)
    }
}

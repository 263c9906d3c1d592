import COpenSSL

/// The digests in use.
public enum HashAlgorithm: String, Sendable, CaseIterable {
    case sha256
    case sha384
    case sha512

    /// Bytes of a digest.
    public var length: Int { Algorithm(self).length }
}

/// The digests that the library is asked for. SHA-1 is there for one-time codes only, as every authenticator app
/// computes them with it; HMAC does not suffer from its collisions.
enum Algorithm: Int, CaseIterable {
    case sha1, sha256, sha384, sha512

    init(_ algorithm: HashAlgorithm) {
        self =
            switch algorithm {
            case .sha256: .sha256
            case .sha384: .sha384
            case .sha512: .sha512
            }
    }

    var length: Int {
        switch self {
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    var name: StaticString {
        switch self {
        case .sha1: "SHA1"
        case .sha256: "SHA256"
        case .sha384: "SHA384"
        case .sha512: "SHA512"
        }
    }

    /// The library's implementation.
    func fetched() throws(CryptoFault) -> OpaquePointer { try unsafe Fetched.shared.digest(self) }
}

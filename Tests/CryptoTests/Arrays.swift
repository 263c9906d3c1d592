@testable import Crypto

// Spans of temporary arrays do not live long enough inside `#expect`, so the tests hand over the arrays themselves.

extension VerifyingKey {
    convenience init(der: [UInt8]) throws(CryptoFault) { try self.init(der: der.span) }

    convenience init(curve: KeyKind, x: [UInt8], y: [UInt8]) throws(CryptoFault) {
        try self.init(curve: curve, x: x.span, y: y.span)
    }

    func isValid(_ signature: [UInt8], of message: [UInt8], by scheme: SignatureScheme) -> Bool {
        isValid(signature.span, of: message.span, by: scheme)
    }
}

extension SigningKey {
    func sign(_ message: [UInt8], by scheme: SignatureScheme) throws(CryptoFault) -> [UInt8] {
        try sign(message.span, by: scheme)
    }
}

extension HMAC {
    static func code(of bytes: [UInt8], key: [UInt8], _ algorithm: HashAlgorithm = .sha256) throws(CryptoFault)
        -> [UInt8]
    {
        try code(of: bytes.span, key: key.span, algorithm)
    }

    static func isValid(
        _ code: [UInt8], of bytes: [UInt8], key: borrowing SecretBytes, _ algorithm: HashAlgorithm
    ) -> Bool {
        isValid(code.span, of: bytes.span, key: key, algorithm)
    }
}

extension SecretBytes {
    init(_ bytes: [UInt8]) { self.init(copying: bytes.span) }

    var array: [UInt8] { withBytes { bytes in bytes.indices.map { bytes[$0] } } }

    borrowing func equals(_ other: [UInt8]) -> Bool { equals(other.span) }
}

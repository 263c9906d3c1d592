/// Keys made from a key (RFC 5869). Each purpose has its own `info`, so that no key serves two.
public enum HKDF {
    /// A key for one purpose, made from a secret of any length. The salt need not be secret.
    public static func derive(
        from secret: borrowing SecretBytes, salt: Span<UInt8>, info: Span<UInt8>, count: Int,
        _ algorithm: HashAlgorithm = .sha256
    ) throws(CryptoFault) -> SecretBytes {
        let key = try extract(from: secret, salt: salt, algorithm)
        return try expand(key, info: info, count: count, algorithm)
    }

    /// The first half: a key as strong as the secret was, in the digest's length.
    public static func extract(
        from secret: borrowing SecretBytes, salt: Span<UInt8>, _ algorithm: HashAlgorithm = .sha256
    ) throws(CryptoFault) -> SecretBytes {
        try secret.withBytes { secret throws(CryptoFault) in
            try SecretBytes(count: algorithm.length) { bytes throws(CryptoFault) in
                var code = try HMAC(key: salt, algorithm)
                try code.update(secret)
                try code.finish(into: &bytes)
            }
        }
    }

    /// The second half: as many bytes as wanted, at most 255 digests.
    public static func expand(
        _ key: borrowing SecretBytes, info: Span<UInt8>, count: Int, _ algorithm: HashAlgorithm = .sha256
    ) throws(CryptoFault) -> SecretBytes {
        guard (1...(255 * algorithm.length)).contains(count) else { throw CryptoFault(.outOfRange, "HKDF length") }
        return try key.withBytes { key throws(CryptoFault) in
            try SecretBytes(count: count) { bytes throws(CryptoFault) in
                try fill(&bytes, key: key, info: info, algorithm)
            }
        }
    }

    private static func fill(
        _ bytes: inout MutableSpan<UInt8>, key: Span<UInt8>, info: Span<UInt8>, _ algorithm: HashAlgorithm
    ) throws(CryptoFault) {
        var block = SecretBytes(count: 0) { _ in }
        var (place, number) = (0, UInt8(0))
        while place < bytes.count {
            number += 1
            block = try next(after: block, number, key: key, info: info, algorithm)
            let piece = min(algorithm.length, bytes.count - place)
            block.withBytes { block in
                for index in 0..<piece { bytes[place + index] = block[index] }
            }
            place += piece
        }
    }

    private static func next(
        after block: borrowing SecretBytes, _ number: UInt8, key: Span<UInt8>, info: Span<UInt8>,
        _ algorithm: HashAlgorithm
    ) throws(CryptoFault) -> SecretBytes {
        try SecretBytes(count: algorithm.length) { bytes throws(CryptoFault) in
            var code = try HMAC(key: key, algorithm)
            try block.withBytes { block throws(CryptoFault) in try code.update(block) }
            try code.update(info)
            try code.update([number].span)
            try code.finish(into: &bytes)
        }
    }
}

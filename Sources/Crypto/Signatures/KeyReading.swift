/// Keys out of DER and PEM, strictly: one thing, whole, with nothing around it.
enum KeyReading {
    /// Far above any key or certificate, far below what would hurt.
    private static let longest = 1 << 16

    /// Lends bytes to one of the library's `d2i` calls and refuses what it left unread.
    static func whole<Kind: Releasing>(
        _ der: Span<UInt8>, _ call: StaticString,
        _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
    ) throws(CryptoFault) -> Owned<Kind> {
        guard !der.isEmpty, der.count <= longest else { throw CryptoFault(.malformed, "length of a key") }
        var object: OpaquePointer?
        var isWhole = false
        unsafe der.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            unsafe object = read(&place, bytes.count)
            unsafe isWhole = place == bytes.baseAddress?.advanced(by: bytes.count)
        }
        let owned = try unsafe Owned<Kind>(object, call, else: .malformed)
        guard isWhole else { throw CryptoFault(.malformed, "bytes after a key") }
        return owned
    }

    /// The bytes of a PEM block that stands alone; white space may surround it.
    static func block(_ label: String, in pem: String) throws(CryptoFault) -> [UInt8] {
        // A name of its own: the span of what a throwing call has just returned makes the compiler fail (6.3).
        let body = try body(label, pem.utf8Span.span)
        return try Base64.standard.decode(body.span)
    }

    /// The bytes of a secret PEM block.
    static func secretBlock(_ label: String, in pem: Span<UInt8>) throws(CryptoFault) -> SecretBytes {
        var body = try body(label, pem)
        let text = SecretBytes(wiping: &body)
        return try text.withBytes { text throws(CryptoFault) in try Base64.standard.decodeSecret(text) }
    }

    /// The letters between a block's two lines, without the line breaks. Headers, as encrypted keys of old have them,
    /// fail as base64.
    private static func body(_ label: String, _ pem: Span<UInt8>) throws(CryptoFault) -> [UInt8] {
        let first = Array("-----BEGIN \(label)-----".utf8)
        let last = Array("-----END \(label)-----".utf8)
        var start = 0
        var end = pem.count
        guard pem.count <= longest * 2 else { throw CryptoFault(.malformed, "length of a PEM text") }
        while start < end, isSpace(pem[start]) { start += 1 }
        while end > start, isSpace(pem[end - 1]) { end -= 1 }
        guard holds(first, pem, at: start), holds(last, pem, at: end - last.count),
            start + first.count <= end - last.count
        else { throw CryptoFault(.malformed, "not a PEM block of this kind") }
        var body: [UInt8] = []
        // No second, larger buffer with part of a key in it is left behind.
        body.reserveCapacity(end - start)
        for index in (start + first.count)..<(end - last.count) where !isSpace(pem[index]) { body.append(pem[index]) }
        return body
    }

    private static func holds(_ text: [UInt8], _ pem: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + text.count <= pem.count else { return false }
        return text.indices.allSatisfy { text[$0] == pem[start + $0] }
    }

    private static func isSpace(_ letter: UInt8) -> Bool {
        letter == 0x20 || letter == 0x0A || letter == 0x0D || letter == 0x09
    }

    /// The library's name of a curve and the bytes of a coordinate.
    static func group(_ kind: KeyKind) throws(CryptoFault) -> (name: StaticString, width: Int) {
        switch kind {
        case .p256: ("prime256v1", 32)
        case .p384: ("secp384r1", 48)
        case .ed25519, .rsa: throw CryptoFault(.unsupported, "not a curve with coordinates")
        }
    }
}

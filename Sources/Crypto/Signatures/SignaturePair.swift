import COpenSSL

/// The two forms of an ECDSA signature: DER, and r and s side by side at full width.
enum SignaturePair {
    /// DER of a signature at full width.
    static func der(fromFixed fixed: Span<UInt8>, width: Int) throws(CryptoFault) -> [UInt8] {
        guard fixed.count == width * 2 else { throw CryptoFault(.malformed, "length of a signature") }
        let pair = try unsafe Owned<PairObject>(ECDSA_SIG_new(), "ECDSA_SIG_new")
        let first = try number(fixed.extracting(first: width))
        let second = try number(fixed.extracting(last: width))
        // The pair takes the numbers over; what is given to it must not be freed here.
        try unsafe succeed(
            ECDSA_SIG_set0(pair.pointer, BN_dup(first.pointer), BN_dup(second.pointer)), "ECDSA_SIG_set0")
        return try unsafe output("i2d_ECDSA_SIG") { unsafe i2d_ECDSA_SIG(pair.pointer, $0) }
    }

    /// A DER signature at full width.
    static func fixed(fromDER der: Span<UInt8>, width: Int) throws(CryptoFault) -> [UInt8] {
        let read = unsafe der.withUnsafeBufferPointer { der in
            var place = der.baseAddress
            return unsafe d2i_ECDSA_SIG(nil, &place, der.count)
        }
        let pair = try unsafe Owned<PairObject>(read, "d2i_ECDSA_SIG", else: .malformed)
        var fixed = [UInt8](repeating: 0, count: width * 2)
        let written = unsafe fixed.withUnsafeMutableBufferPointer { fixed -> Bool in
            guard let start = fixed.baseAddress else { return false }
            return unsafe BN_bn2binpad(ECDSA_SIG_get0_r(pair.pointer), start, Int32(width)) == Int32(width)
                && BN_bn2binpad(ECDSA_SIG_get0_s(pair.pointer), start + width, Int32(width)) == Int32(width)
        }
        try succeed(written ? 1 : 0, "BN_bn2binpad", else: .malformed)
        return fixed
    }

    /// A number from its bytes, the highest first.
    static func number(_ bytes: Span<UInt8>) throws(CryptoFault) -> Owned<NumberObject> {
        let number = unsafe bytes.withUnsafeBufferPointer {
            unsafe BN_bin2bn($0.baseAddress, Int32(clamping: $0.count), nil)
        }
        return try unsafe Owned(number, "BN_bin2bn")
    }
}

/// Runs one of the library's `i2d` calls twice: for the length, then for the bytes.
func output(
    _ call: StaticString, _ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
) throws(CryptoFault) -> [UInt8] {
    let length = encode(nil)
    guard length > 0 else { throw .library(.library, call) }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    let written = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
        var place = buffer.baseAddress
        return unsafe encode(&place)
    }
    guard written == length else { throw .library(.library, call) }
    return bytes
}

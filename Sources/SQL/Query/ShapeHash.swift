/// One pass over a statement's text, eight bytes at a time, then over the types of its binds. The statements of a
/// program are not chosen by an attacker, so speed counts here and a secret seed does not.
enum ShapeHash {
    static func of(_ text: QueryText, _ binds: [Bind]) -> UInt64 {
        var hash = unsafe text.withBytes { bytes in unsafe of(UnsafeRawBufferPointer(bytes)) }
        for bind in binds { hash = mix(hash ^ UInt64(bind.type.rawValue), second) }
        return hash
    }

    private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = mix(UInt64(bytes.count) ^ first, second)
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            hash = mix(hash ^ word, first)
            offset &+= 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = unsafe rest << 8 | UInt64(bytes[offset])
            offset &+= 1
        }
        return mix(hash ^ rest, second)
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    private static var first: UInt64 { 0xA076_1D64_78BD_642F }
    private static var second: UInt64 { 0xE703_7ED1_A0B4_28DB }
}

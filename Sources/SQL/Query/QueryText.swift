/// A statement's text: as it stands in the program, or gathered from its pieces. Most texts are only compared with what is
/// prepared already, so none of them becomes a string before somebody asks.
enum QueryText: Sendable {
    case whole(String)
    case gathered([UInt8])

    var string: String {
        switch self {
        case .whole(let text): text
        case .gathered(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    var byteCount: Int {
        switch self {
        case .whole(let text): text.utf8.count
        case .gathered(let bytes): bytes.count
        }
    }

    /// Lends the bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        switch self {
        case .whole(let text):
            let utf8 = text.utf8Span
            let span = utf8.span
            return unsafe span.withUnsafeBufferPointer { unsafe body($0) }
        case .gathered(let bytes):
            return unsafe bytes.withUnsafeBufferPointer { unsafe body($0) }
        }
    }
}

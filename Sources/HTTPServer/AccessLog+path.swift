import Core

extension AccessLog {
    /// The digits of a webhook's endpoint, which is a secret though it stands in the path.
    private static let secretLength = 64

    /// Writes a path as the log may show it.
    static func write(_ path: UnsafeBufferPointer<UInt8>, _ json: inout JSONWriter) {
        guard let shown = unsafe masked(path) else { return unsafe json.string(path) }
        json.string(shown.span)
    }

    /// The path with `…` for each segment that may be a secret; nil when there is none, which costs no memory.
    private static func masked(_ path: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard path.count >= secretLength else { return nil }
        var shown: [UInt8] = []
        var (start, copied) = (0, 0)
        for end in 0...path.count {
            if end < path.count, unsafe path[end] != UInt8(ascii: "/") { continue }
            if unsafe isSecret(path, start..<end) {
                unsafe shown.append(contentsOf: UnsafeBufferPointer(rebasing: path[copied..<start]))
                shown.append(contentsOf: "…".utf8)
                copied = end
            }
            start = end + 1
        }
        guard copied > 0 else { return nil }
        unsafe shown.append(contentsOf: UnsafeBufferPointer(rebasing: path[copied...]))
        return shown
    }

    /// Exactly so many hexadecimal digits. Names of files that carry a digest have an ending, too.
    private static func isSecret(_ path: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>) -> Bool {
        guard segment.count == secretLength else { return false }
        for index in segment where unsafe !isHexDigit(path[index]) { return false }
        return true
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}

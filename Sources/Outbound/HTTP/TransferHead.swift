/// The head of an answer, line by line as libcurl hands it over. Interim answers are passed over.
struct TransferHead {
    private(set) var status: UInt16 = 0
    private(set) var version = OutboundVersion.http1
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var isComplete = false
    private var size = 0

    private static let limit = 64 * 1024

    /// Takes a line; false when the head is larger than any we want.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        size += line.count
        guard size <= Self.limit else { return false }
        // What comes behind the head are trailers: nobody here waits for them.
        if isComplete { return true }
        let end = unsafe line.lastIndex { $0 != 10 && $0 != 13 } ?? -1
        let bare = unsafe UnsafeBufferPointer(rebasing: line[0...max(end, 0)])
        if end < 0 {
            isComplete = status >= 200
        } else if unsafe bare.starts(with: "HTTP/".utf8) {
            begin(unsafe String(decoding: bare, as: UTF8.self))
        } else if let colon = unsafe bare.firstIndex(of: UInt8(ascii: ":")) {
            let name = unsafe String(decoding: bare[..<colon], as: UTF8.self).lowercased()
            let value = unsafe bare[(colon + 1)...].drop { $0 == 32 || $0 == 9 }
            fields.append((name, unsafe String(decoding: value, as: UTF8.self)))
        }
        return true
    }

    private mutating func begin(_ line: String) {
        version = line.hasPrefix("HTTP/2") ? .http2 : .http1
        status = line.split(separator: " ").dropFirst().first.flatMap { UInt16($0) } ?? 0
        fields.removeAll(keepingCapacity: true)
    }
}

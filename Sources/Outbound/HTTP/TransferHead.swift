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
            unsafe begin(bare)
        } else if let colon = unsafe bare.firstIndex(of: UInt8(ascii: ":")) {
            let name = unsafe Self.lowercased(UnsafeBufferPointer(rebasing: bare[..<colon]))
            let value = unsafe bare[(colon + 1)...].drop { $0 == 32 || $0 == 9 }
            fields.append((name, unsafe String(decoding: value, as: UTF8.self)))
        }
        return true
    }

    /// Of letters outside ASCII there are none in a field's name.
    private static func lowercased(_ name: UnsafeBufferPointer<UInt8>) -> String {
        unsafe String(unsafeUninitializedCapacity: name.count) { room in
            for index in name.indices {
                let byte = unsafe name[index]
                unsafe room[index] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
            }
            return name.count
        }
    }

    /// `HTTP/1.1 200 OK`, of which libcurl has seen to the form.
    private mutating func begin(_ line: UnsafeBufferPointer<UInt8>) {
        version = unsafe line.starts(with: "HTTP/2".utf8) ? .http2 : .http1
        let word = unsafe line.drop { $0 != 32 }.drop { $0 == 32 }.prefix { $0 != 32 }
        let digits = unsafe word.allSatisfy { $0 >= 48 && $0 <= 57 } && (1...4).contains(word.count)
        status = digits ? unsafe word.reduce(0) { $0 * 10 + UInt16($1 - 48) } : 0
        fields.removeAll(keepingCapacity: true)
        fields.reserveCapacity(16)
    }
}

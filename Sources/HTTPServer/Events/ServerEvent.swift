/// One event of a stream (`text/event-stream`), as the HTML standard writes it.
public struct ServerEvent: Sendable, Hashable {
    /// What the browser sends back as `Last-Event-ID` when it connects again.
    public var id: String?
    /// The event's name; `message` where there is none.
    public var name: String?
    /// The content, of any number of lines.
    public var data: String

    /// An event.
    public init(_ data: String, name: String? = nil, id: String? = nil) {
        (self.data, self.name, self.id) = (data, name, id)
    }

    /// On the wire. Line ends in names and ids would start a field of their own, so they are left out.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.utf8.count + 48)
        if let id { Self.append("id: ", id, to: &bytes) }
        if let name { Self.append("event: ", name, to: &bytes) }
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
            bytes.append(contentsOf: "data: ".utf8)
            bytes.append(contentsOf: line.utf8)
            bytes.append(10)
        }
        bytes.append(10)
        return bytes
    }

    private static func append(_ field: StaticString, _ value: String, to bytes: inout [UInt8]) {
        field.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: value.utf8.filter { $0 != 10 && $0 != 13 && $0 != 0 })
        bytes.append(10)
    }
}

extension Character {
    /// The three line ends that a browser knows.
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}

import HTTP

/// How a request's body is delimited and what becomes of the connection, decided from the fields by our own rules.
/// llhttp has accepted the head before; both must agree.
package struct Framing {
    package private(set) var contentLength: Int? = 0
    package private(set) var keepAlive = true
    package private(set) var expectsContinue = false

    package var hasBody: Bool { contentLength != 0 }
    package var isChunked: Bool { contentLength == nil }

    init() {}

    init(of head: RequestHead, line: RequestLine, limits: ServerLimits) throws(Refusal) {
        var seen = Seen()
        for index in 0..<head.fieldCount { try seen.note(head, index) }
        guard head.fieldCount <= limits.fields else { throw .tooManyFields }
        try TargetRules.check(head, host: seen.host)
        keepAlive = try Self.keepAlive(head, seen, minorVersion: line.minorVersion)
        try readBody(head, seen, line, limits)
        try readExpectation(head, seen)
        try Self.checkUpgrade(head, seen)
    }

    /// The fields that decide, each with its place and how often it came.
    private struct Seen {
        var host: Int?
        var contentLength: Int?
        var transferEncoding: Int?
        var connection: [Int] = []
        var expect: Int?
        var upgrade: [Int] = []

        mutating func note(_ head: RequestHead, _ index: Int) throws(Refusal) {
            guard let first = unsafe head.nameBytes(index).first else { throw .malformedField }
            // One look at the first letter spares most fields all comparisons.
            switch first | 0x20 {
            case UInt8(ascii: "h"):
                if head.name(index, is: .host) { try Self.once(&host, index, .badHost) }
                if head.name(index, is: .http2Settings) { throw .unknownUpgrade }
            case UInt8(ascii: "c"):
                if head.name(index, is: .contentLength) { try Self.once(&contentLength, index, .badLength) }
                if head.name(index, is: .connection) { connection.append(index) }
            case UInt8(ascii: "t"):
                if head.name(index, is: .transferEncoding) { try Self.once(&transferEncoding, index, .badCoding) }
            case UInt8(ascii: "e"):
                if head.name(index, is: .expect) { try Self.once(&expect, index, .unknownExpectation) }
            case UInt8(ascii: "u"):
                if head.name(index, is: .upgrade) { upgrade.append(index) }
            default: break
            }
        }

        private static func once(_ place: inout Int?, _ index: Int, _ refusal: Refusal) throws(Refusal) {
            guard place == nil else { throw refusal }
            place = index
        }
    }

    private static func keepAlive(_ head: RequestHead, _ seen: Seen, minorVersion: UInt8) throws(Refusal) -> Bool {
        var (asksToClose, asksToKeep) = (false, minorVersion == 1)
        for index in seen.connection {
            try unsafe forEachElement(head.valueBytes(index)) { (option) throws(Refusal) in
                if unsafe isOneOf(option, hopByHopOnly) { throw .badConnection }
                if unsafe isOneOf(option, ["close"]) { asksToClose = true }
                if unsafe isOneOf(option, ["keep-alive"]) { asksToKeep = true }
            }
        }
        return asksToKeep && !asksToClose
    }

    /// Fields that a hop may not be told to drop: without them the request is another one.
    private static let hopByHopOnly = [
        "host", "content-length", "transfer-encoding", "content-type", "authorization", "cookie", "expect", "range",
        "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "http2-settings",
    ]

    private mutating func readBody(
        _ head: RequestHead, _ seen: Seen, _ line: RequestLine, _ limits: ServerLimits
    ) throws(Refusal) {
        if let coding = seen.transferEncoding {
            guard seen.contentLength == nil, line.minorVersion == 1,
                unsafe isOneOf(head.valueBytes(coding), ["chunked"])
            else { throw .badCoding }
            contentLength = nil
        } else if let length = seen.contentLength {
            contentLength = try unsafe Self.decimal(head.valueBytes(length))
        }
        guard hasBody else { return }
        guard [.post, .put, .patch].contains(line.method) else { throw .unexpectedBody }
        if let contentLength, contentLength > limits.bodyBytes { throw .largeBody }
    }

    private static func decimal(_ digits: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Int {
        guard !digits.isEmpty, digits.count <= 18 else { throw .badLength }
        var value = 0
        for index in 0..<digits.count {
            let digit = unsafe digits[index]
            guard digit &- 48 <= 9 else { throw .badLength }
            value = value * 10 + Int(digit &- 48)
        }
        return value
    }

    private mutating func readExpectation(_ head: RequestHead, _ seen: Seen) throws(Refusal) {
        guard let index = seen.expect else { return }
        guard unsafe isOneOf(head.valueBytes(index), ["100-continue"]) else { throw .unknownExpectation }
        expectsContinue = hasBody && head.minorVersion == 1
    }

    /// Upgrades to HTTP/2 would carry a second request past all checks; others are for the handler to take or leave.
    private static func checkUpgrade(_ head: RequestHead, _ seen: Seen) throws(Refusal) {
        for index in seen.upgrade {
            try unsafe forEachElement(head.valueBytes(index)) { (name) throws(Refusal) in
                if unsafe isOneOf(name, ["h2c", "h2", "http/2", "http/2.0", "tls/1.0", "tls/1.2"]) {
                    throw .unknownUpgrade
                }
            }
        }
    }
}

extension FieldName {
    static let http2Settings = FieldName("http2-settings")
}

/// True when the bytes spell one of the words, which are in lower case, in any case.
func isOneOf(_ bytes: UnsafeBufferPointer<UInt8>, _ words: [String]) -> Bool {
    words.contains { word in
        unsafe word.utf8.withContiguousStorageIfAvailable { unsafe equalsIgnoringCase(bytes, $0) } ?? false
    }
}

/// Calls `visit` for each element of a comma-separated list, without the blanks around it.
func forEachElement(
    _ list: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>) throws(Refusal) -> Void
) throws(Refusal) {
    var start = 0
    while start < list.count {
        var end = start
        while unsafe end < list.count && list[end] != UInt8(ascii: ",") { end += 1 }
        try unsafe visit(trimmed(UnsafeBufferPointer(rebasing: list[start..<end])))
        start = end + 1
    }
}

/// Without the spaces and tabs around.
func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, unsafe bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    while end > start, unsafe bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    return unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
}

extension Refusal {
    static let badHost = Refusal(.badRequest, "not exactly one valid host")
    static let badLength = Refusal(.badRequest, "content length not a single number")
    static let badCoding = Refusal(.badRequest, "transfer coding not plain chunked")
    static let badConnection = Refusal(.badRequest, "connection names a field that is not its own")
    static let unexpectedBody = Refusal(.badRequest, "method takes no body")
    static let unknownExpectation = Refusal(.expectationFailed, "expectation not known")
    static let unknownUpgrade = Refusal(.badRequest, "upgrade not served")
}

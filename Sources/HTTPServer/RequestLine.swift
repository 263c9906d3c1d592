import HTTP

/// The first line of a request, read by our own rules: one space, one space, one of two versions.
struct RequestLine {
    private(set) var method = Method.get
    private(set) var minorVersion: UInt8 = 1
    private var targetStart = 0
    private var targetLength = 0

    init(reading head: RequestHead, limits: ServerLimits) throws(Refusal) {
        let bytes = unsafe head.all
        var position = 0
        while unsafe position < bytes.count && bytes[position].isTokenByte { position += 1 }
        let methodLength = position
        guard position > 0, unsafe position < bytes.count && bytes[position] == 32 else { throw .malformedRequestLine }
        targetStart = position + 1
        position = targetStart
        while unsafe position < bytes.count && bytes[position] > 32 { position += 1 }
        targetLength = position - targetStart
        guard targetLength > 0, unsafe position < bytes.count && bytes[position] == 32 else {
            throw .malformedRequestLine
        }
        guard targetLength <= limits.targetBytes else { throw .longTarget }
        minorVersion = try unsafe Self.version(bytes, position + 1)
        method = try unsafe Self.method(UnsafeBufferPointer(rebasing: bytes[..<methodLength]))
    }

    /// `HTTP/1.0` or `HTTP/1.1` and the end of the line, nothing else.
    private static func version(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws(Refusal) -> UInt8 {
        let expected: StaticString = "HTTP/1."
        guard bytes.count >= start + 10 else { throw .malformedRequestLine }
        for offset in 0..<7 where unsafe bytes[start + offset] != expected.utf8Start[offset] {
            throw .malformedRequestLine
        }
        let digit = unsafe bytes[start + 7] &- 48
        guard digit <= 1, unsafe bytes[start + 8] == 13 && bytes[start + 9] == 10 else { throw .unknownVersion }
        return digit
    }

    private static func method(_ name: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Method {
        for method in Method.allCases where unsafe equals(name, method) { return method }
        // CONNECT asks for a tunnel, PRI begins HTTP/2: neither is a request to this server.
        if unsafe name.elementsEqual("CONNECT".utf8) || name.elementsEqual("PRI".utf8) { throw .malformedRequestLine }
        throw unsafe name.allSatisfy { $0 &- 97 >= 26 } ? .unknownMethod : .malformedRequestLine
    }

    private static func equals(_ name: UnsafeBufferPointer<UInt8>, _ method: Method) -> Bool {
        let text = method.name
        guard name.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<name.count where unsafe name[index] != text.utf8Start[index] { return false }
        return true
    }

    func apply(to head: RequestHead) {
        head.method = method
        head.minorVersion = minorVersion
        head.targetStart = UInt16(truncatingIfNeeded: targetStart)
        head.targetLength = UInt16(truncatingIfNeeded: targetLength)
        let path = unsafe head.targetBytes.firstIndex(of: UInt8(ascii: "?")) ?? targetLength
        head.pathLength = UInt16(truncatingIfNeeded: path)
    }
}

extension Refusal {
    static let unknownVersion = Refusal(.badRequest, "HTTP version not served")
    static let unknownMethod = Refusal(.notImplemented, "method not served")
}

/// A request read in the plainest way RFC 9112 allows, by nobody's code but this: what the server accepted must be one,
/// must mean the same, and must end at the same byte.
struct PlainReading {
    private let bytes: [UInt8]
    private var index: Int
    private(set) var request = SeenRequest()

    /// Reads the request that begins at an offset; breaks when there is none.
    static func read(_ bytes: [UInt8], at start: Int) throws(BrokenPromise) -> SeenRequest {
        var reading = PlainReading(bytes: bytes, index: start)
        try reading.requestLine()
        while let (name, value) = try reading.field() {
            reading.request.names.append(name)
            reading.request.values.append(value)
        }
        reading.request.headEnd = reading.index
        try reading.body()
        reading.request.end = reading.index
        return reading.request
    }

    private init(bytes: [UInt8], index: Int) { (self.bytes, self.index) = (bytes, index) }

    /// Up to CR LF; neither may stand in it alone.
    private mutating func line() throws(BrokenPromise) -> [UInt8] {
        guard let end = bytes.first([13, 10], from: index) else {
            throw BrokenPromise(description: "a line has no end")
        }
        let line = Array(bytes[index..<end])
        try hold(!line.contains { $0 == 10 || $0 == 13 || $0 == 0 }, "a line holds CR, LF or NUL")
        index = end + 2
        return line
    }

    private mutating func requestLine() throws(BrokenPromise) {
        let parts = try line().split(separator: 0x20, omittingEmptySubsequences: false)
        try hold(parts.count == 3, "a request line has three parts")
        try hold(parts[0].isToken, "a method is a token")
        try hold(!parts[1].isEmpty && parts[1].allSatisfy { (0x21...0x7E).contains($0) }, "a target is visible ASCII")
        let version = Array(parts[2])
        try hold(version == Array("HTTP/1.0".utf8) || version == Array("HTTP/1.1".utf8), "a version is 1.0 or 1.1")
        (request.method, request.target, request.minorVersion) = (Array(parts[0]), Array(parts[1]), version[7] - 0x30)
    }

    /// Nil at the empty line.
    private mutating func field() throws(BrokenPromise) -> ([UInt8], [UInt8])? {
        let line = try line()
        if line.isEmpty { return nil }
        guard let colon = line.firstIndex(of: 0x3A), line[..<colon].isToken else {
            throw BrokenPromise(description: "a field has no name")
        }
        let value = line[(colon + 1)...].stripped
        try hold(value.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }, "a value holds no control byte")
        return (Array(line[..<colon]), value)
    }

    private mutating func body() throws(BrokenPromise) {
        try hold(values(of: "host").count == 1, "there is one host")
        let (lengths, codings) = (values(of: "content-length"), values(of: "transfer-encoding"))
        try hold(lengths.count + codings.count <= 1, "there is one framing")
        if let coding = codings.first {
            try hold(coding.lowered == Array("chunked".utf8), "the coding is chunked")
            try hold(request.minorVersion == 1, "only HTTP/1.1 has codings")
            try chunks()
        } else if let digits = lengths.first {
            try hold(!digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }, "a length is digits")
            guard let length = Int(digits.repaired), length <= bytes.count - index else {
                throw BrokenPromise(description: "a length is what came")
            }
            request.body = Array(bytes[index..<index + length])
            index += length
        }
    }

    private func values(of name: String) -> [[UInt8]] {
        request.names.indices.filter { request.names[$0].lowered == Array(name.utf8) }.map { request.values[$0] }
    }

    private mutating func chunks() throws(BrokenPromise) {
        while true {
            let line = try line()
            let digits = line.prefix { $0 != 0x3B && $0 != 0x20 && $0 != 0x09 }
            try hold(
                line.count == digits.count || line[digits.count...].contains(0x3B), "a blank leads to an extension")
            guard let size = Int(Array(digits).repaired, radix: 16), digits.first != 0x2B, digits.first != 0x2D,
                size <= bytes.count - index
            else { throw BrokenPromise(description: "a chunk's size is hexadecimal and came") }
            if size == 0 { break }
            request.body += bytes[index..<index + size]
            index += size
            try hold(bytes.has("\r\n", at: index), "a chunk ends in CR LF")
            index += 2
        }
        while let (name, _) = try field() {
            let forbidden = ["host", "content-length", "transfer-encoding", "cookie", "authorization"]
            try hold(!forbidden.contains(name.lowered.repaired), "a trailer changes no framing and no rights")
        }
    }
}

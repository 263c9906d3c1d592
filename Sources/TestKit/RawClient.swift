import Glibc

/// A client that sends exactly the bytes it is told and reads answers without forgiving anything. It blocks the thread
/// it is used on; every wait has an end.
///
/// `@unchecked Sendable`: a test hands it from one task to another, but never uses it in two at once.
public final class RawClient: @unchecked Sendable {
    /// Why the talk with the server did not go as a strict client expects.
    public enum Fault: Error, Equatable, CustomStringConvertible {
        case system(String, Int32)
        case timedOut
        case closedEarly
        case malformed(String)

        /// For the test's log.
        public var description: String {
            switch self {
            case .system(let call, let code): unsafe "\(call): \(String(cString: strerror(code)))"
            case .timedOut: "nothing came in time"
            case .closedEarly: "the server closed too early"
            case .malformed(let what): "malformed answer: \(what)"
            }
        }
    }

    private var descriptor: Int32
    private var received: [UInt8] = []

    /// Connects to a port of 127.0.0.1. A small `receiveBuffer` makes a reader whose slowness is felt soon.
    public init(port: UInt16, timeout: Duration = .seconds(20), receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Fault.system("socket", errno) }
        if var size = receiveBuffer {
            unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var one: Int32 = 1
        unsafe setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var limit = timeval(tv_sec: Int(timeout.components.seconds), tv_usec: 0)
        limit.tv_usec = Int(timeout.components.attoseconds / 1_000_000_000_000)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        try connect(to: port)
    }

    private func connect(to port: UInt16) throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Fault.system("connect", errno) }
    }

    deinit { close() }

    // MARK: Sending

    /// Sends all of the text.
    public func send(_ text: String) throws { try send(Array(text.utf8)) }

    /// Sends all of the bytes.
    public func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
                return unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw errno == EAGAIN ? Fault.timedOut : Fault.system("send", errno) }
            sent += count
        }
    }

    /// Sends as much as the system takes without waiting, and says how much.
    public func sendWithoutWaiting(_ bytes: [UInt8]) -> Int {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.send(
                descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
        return max(count, 0)
    }

    /// Says that no more will be sent; reading goes on.
    public func halfClose() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Breaks the connection with a reset.
    public func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    /// Closes the socket.
    public func close() {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }

    // MARK: Reading

    /// The next answer, whole. Interim answers are answers of their own.
    public func readResponse(to method: String = "GET") throws -> RawResponse {
        var response = try readHead()
        response.body = try readBody(of: response, method)
        return response
    }

    /// The next answer's head alone.
    public func readHead() throws -> RawResponse {
        while true {
            if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = Array(received[..<end.upperBound])
                received.removeFirst(end.upperBound)
                return try RawResponse(head: head)
            }
            guard received.count < 64 * 1024 else { throw Fault.malformed("endless head") }
            try receive()
        }
    }

    private func readBody(of response: RawResponse, _ method: String) throws -> [UInt8] {
        if method == "HEAD" || response.status < 200 || response.status == 204 || response.status == 304 { return [] }
        if response["transfer-encoding"] != nil { return try readChunks() }
        guard let length = response["content-length"].flatMap({ Int($0) }) else { return try readToEnd() }
        return try take(length)
    }

    private func readChunks() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let chunk = try readChunk()
            if chunk.isEmpty { return body }
            body += chunk
        }
    }

    /// One chunk of a chunked body, as soon as it has come; empty at the end.
    public func readChunk() throws -> [UInt8] {
        let line = try takeLine()
        guard !line.isEmpty, line.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }),
            let size = Int(line, radix: 16)
        else { throw Fault.malformed("chunk size \(line)") }
        let chunk = try take(size)
        guard try take(2) == [13, 10] else { throw Fault.malformed("chunk not ended by CR LF") }
        return chunk
    }

    private func takeLine() throws -> String {
        while true {
            if let end = received.firstRange(of: [13, 10]) {
                let line = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                received.removeFirst(end.upperBound)
                return line
            }
            try receive()
        }
    }

    /// Exactly so many bytes.
    public func take(_ count: Int) throws -> [UInt8] {
        while received.count < count { try receive() }
        defer { received.removeFirst(count) }
        return Array(received[..<count])
    }

    /// Everything up to the server's end. A reset counts as an end unless `refusingReset`.
    public func readToEnd(refusingReset: Bool = false) throws -> [UInt8] {
        while true {
            do { try receive() } catch Fault.closedEarly {
                defer { received = [] }
                return received
            } catch Fault.system("recv", ECONNRESET) where !refusingReset {
                defer { received = [] }
                return received
            }
        }
    }

    /// True when the server ends the connection, by whatever means, without sending another byte.
    public func isClosed() -> Bool {
        guard let rest = try? readToEnd() else { return false }
        return rest.isEmpty
    }

    /// True when nothing comes, not even an end, for so long.
    public func staysSilent(for time: Duration) -> Bool {
        guard received.isEmpty else { return false }
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        return unsafe poll(&waiting, 1, Int32(milliseconds)) == 0
    }

    private func receive() throws {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count > 0 { return received.append(contentsOf: buffer[..<count]) }
        if count == 0 { throw Fault.closedEarly }
        throw errno == EAGAIN ? Fault.timedOut : Fault.system("recv", errno)
    }
}

/// An answer as it came.
public struct RawResponse: Sendable {
    /// The status.
    public let status: Int
    /// The phrase behind it.
    public let phrase: String
    /// The fields in their order.
    public let fields: [(name: String, value: String)]
    /// The body, its framing removed.
    public var body: [UInt8] = []

    /// Reads a head, and refuses whatever our own server would never write.
    init(head: [UInt8]) throws {
        let lines = String(decoding: head.dropLast(4), as: UTF8.self).components(dividedBy: "\r\n")
        let first = lines[0].utf8
        guard first.count >= 13, lines[0].hasPrefix("HTTP/1.1 "), let status = Int(lines[0].dropFirst(9).prefix(3)),
            (100...599).contains(status), lines[0].dropFirst(12).first == " "
        else { throw RawClient.Fault.malformed("status line \(lines[0])") }
        (self.status, phrase) = (status, String(lines[0].dropFirst(13)))
        fields = try lines.dropFirst().map(Self.field)
        try checkFraming()
    }

    private static func field(_ line: String) throws -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else {
            throw RawClient.Fault.malformed("field \(line)")
        }
        let (name, value) = (String(line[..<colon]), String(line[colon...].dropFirst(2)))
        guard !name.isEmpty, name.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || $0 == 45 || ($0 >= 48 && $0 <= 57) }),
            value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 })
        else { throw RawClient.Fault.malformed("field \(line)") }
        return (name, value)
    }

    /// At most one length, never a length beside a coding, one date.
    private func checkFraming() throws {
        let (lengths, codings) = (all("content-length"), all("transfer-encoding"))
        guard lengths.count + codings.count <= 1, codings.allSatisfy({ $0 == "chunked" }),
            lengths.allSatisfy({ Int($0).map { $0 >= 0 } ?? false })
        else { throw RawClient.Fault.malformed("framing \(lengths) \(codings)") }
        if status >= 200, all("date").count != 1 { throw RawClient.Fault.malformed("not one date") }
    }

    /// A field's only value; nil when it is absent or came twice.
    public subscript(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values[0] : nil
    }

    /// All values of a field.
    public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// True when the server said that it ends the connection.
    public var endsConnection: Bool { self["connection"] == "close" }
}

extension String {
    fileprivate func components(dividedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

/// One request as a handler sees it.
public struct Request: Sendable {
    /// Request line and fields.
    public let head: RequestHead
    /// The body, read as it comes.
    public let body: RequestBody
    /// Who is connected: the socket's peer, which may be a proxy.
    public let peer: Peer
    /// A number for this request, unique in this process and its earlier lives.
    public let id: RequestNumber

    /// Puts a request together.
    public init(head: RequestHead, body: RequestBody, peer: Peer, id: RequestNumber) {
        (self.head, self.body, self.peer, self.id) = (head, body, peer, id)
    }

    /// The method.
    public var method: Method { head.method }
}

/// The other end of a connection. One object for all its requests.
public final class Peer: Sendable {
    /// Numeric address; `local` for a path.
    public let host: String
    /// Its port.
    public let port: UInt16
    /// True when the connection to us was encrypted.
    public let isSecure: Bool

    /// The address as a value: 127.0.0.1 for a path, nil for what is no address.
    public let address: IPAddress?

    /// The other end.
    public init(host: String, port: UInt16, isSecure: Bool) {
        (self.host, self.port, self.isSecure) = (host, port, isSecure)
        address = IPAddress(host) ?? (host == "local" ? .loopback : nil)
    }
}

/// A request's number: start of the process, loop and count, so that making one costs nothing.
public struct RequestNumber: Sendable, Hashable, CustomStringConvertible {
    /// Differs between processes and loops.
    public let series: UInt64
    /// Counts within the series.
    public let count: UInt64

    /// A number of a series.
    public init(series: UInt64, count: UInt64) { (self.series, self.count) = (series, count) }

    /// Hexadecimal series, a dash, hexadecimal count.
    public var description: String { unsafe withText { unsafe String(decoding: $0, as: UTF8.self) } }

    /// Lends the text without making a string. Inlined, so that no generic type is looked up for each request.
    @inlinable
    public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 33) { buffer in
            var position = 33
            unsafe Self.write(count, before: &position, in: buffer)
            position -= 1
            unsafe buffer[position] = UInt8(ascii: "-")
            unsafe Self.write(series, before: &position, in: buffer)
            return try unsafe body(UnsafeBufferPointer(rebasing: buffer[position...]))
        }
    }

    @usableFromInline
    static func write(
        _ number: UInt64, before position: inout Int, in buffer: UnsafeMutableBufferPointer<UInt8>
    ) {
        var rest = number
        repeat {
            let digit = UInt8(truncatingIfNeeded: rest & 15)
            position -= 1
            unsafe buffer[position] = digit < 10 ? digit + 48 : digit + 87
            rest >>= 4
        } while rest > 0
    }
}

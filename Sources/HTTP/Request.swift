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

    /// All sixteen digits are written, before `position`; only those that count are kept.
    @usableFromInline
    static func write(
        _ number: UInt64, before position: inout Int, in buffer: UnsafeMutableBufferPointer<UInt8>
    ) {
        let memory = UnsafeMutableRawBufferPointer(buffer)
        unsafe memory.storeBytes(
            of: digits(UInt32(truncatingIfNeeded: number >> 32)), toByteOffset: position - 16, as: UInt64.self)
        unsafe memory.storeBytes(
            of: digits(UInt32(truncatingIfNeeded: number)), toByteOffset: position - 8, as: UInt64.self)
        position -= max(1, (67 - number.leadingZeroBitCount) / 4)
    }

    /// The eight digits of a number as they stand in memory: its nibbles spread out, and those above nine moved on to
    /// the letters.
    private static func digits(_ number: UInt32) -> UInt64 {
        var spread = UInt64(number)
        spread = (spread << 16 | spread) & 0x0000_FFFF_0000_FFFF
        spread = (spread << 8 | spread) & 0x00FF_00FF_00FF_00FF
        spread = (spread << 4 | spread) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (spread &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).bigEndian
    }
}

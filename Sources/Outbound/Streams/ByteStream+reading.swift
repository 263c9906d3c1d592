import EventLoop

extension ByteStream {
    /// How lines end.
    public enum LineEnding: Sendable {
        /// With CR LF; a CR or LF alone is refused.
        case strict
        /// With LF, a CR before it falls away: for servers that are wrong but harmless.
        case tolerant
    }

    /// The next line without its ending; throws when it has more than `limit` bytes, or when the stream ends first.
    public func readLine(
        limit: Int, ending: LineEnding = .strict, within time: Duration
    ) async throws(StreamError) -> [UInt8] {
        try await readLine(limit: limit, ending: ending, by: loop.deadline(in: time))
    }

    /// The same until a point in time, which many lines may share.
    func readLine(limit: Int, ending: LineEnding, by deadline: UInt64) async throws(StreamError) -> [UInt8] {
        var scanned = 0
        while true {
            if let line = try takeLine(from: &scanned, limit, ending) { return line }
            guard try await receiveMore(by: deadline) else {
                throw StreamError(.interrupted, "the stream ended in a line")
            }
        }
    }

    /// Looks at each byte once, however many pieces the line comes in.
    private func takeLine(from scanned: inout Int, _ limit: Int, _ ending: LineEnding) throws(StreamError) -> [UInt8]? {
        let bytes = unsafe incoming.readable
        var index = scanned
        while index < bytes.count, unsafe bytes[index] != Self.lineFeed { index += 1 }
        scanned = index
        guard index < bytes.count else {
            // The CR may be there already.
            if index - 1 > limit { throw StreamError(.tooLong, "a line of more than \(limit) bytes") }
            return nil
        }
        let hasReturn = unsafe index > 0 && bytes[index - 1] == Self.carriageReturn
        let line = unsafe [UInt8](bytes[..<(hasReturn ? index - 1 : index)])
        guard line.count <= limit else { throw StreamError(.tooLong, "a line of more than \(limit) bytes") }
        if ending == .strict, !hasReturn || line.contains(Self.carriageReturn) {
            throw StreamError(.malformedLine, "CR or LF alone")
        }
        incoming.consume(index + 1)
        return line
    }

    private static var lineFeed: UInt8 { 10 }
    private static var carriageReturn: UInt8 { 13 }

    /// Exactly so many bytes, as after the `{n}` of a literal. The caller has decided that it can hold that many.
    public func read(exactly count: Int, within time: Duration) async throws(StreamError) -> [UInt8] {
        guard count > 0 else { return [] }
        let deadline = loop.deadline(in: time)
        var bytes: [UInt8] = []
        while true {
            take(upTo: count - bytes.count, into: &bytes)
            if bytes.count == count { return bytes }
            guard try await receiveMore(by: deadline) else {
                throw StreamError(.interrupted, "the stream ended \(count - bytes.count) bytes early")
            }
        }
    }

    /// What there is, at least one byte and at most `limit`; nil at the end of the stream.
    public func readAvailable(limit: Int, within time: Duration) async throws(StreamError) -> [UInt8]? {
        if incoming.isEmpty, try await !receiveMore(by: loop.deadline(in: time)) { return nil }
        var bytes: [UInt8] = []
        take(upTo: max(limit, 1), into: &bytes)
        return bytes
    }

    /// How many bytes have come that nobody has read.
    public var unread: Int { incoming.count }

    private func take(upTo count: Int, into bytes: inout [UInt8]) {
        let taken = min(count, incoming.count)
        guard taken > 0 else { return }
        unsafe bytes.append(contentsOf: incoming.readable[..<taken])
        incoming.consume(taken)
        incoming.releaseIfEmpty()
    }
}

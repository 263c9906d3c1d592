/// Reads a body of `multipart/form-data` (RFC 7578) piece by piece, wherever the pieces are cut, holding nothing but the
/// head of one part.
///
///     var offset = 0
///     while let event = try parser.next(in: chunk, at: &offset) { … }   // for each chunk that arrives
///     try parser.finish()                                             // when the body has ended
///
/// The caller may wait between two events, to write to a disk for instance: nothing is read ahead.
public struct MultipartParser: Sendable {
    /// How much is read before refusing.
    public struct Limits: Sendable {
        /// The most parts.
        public var parts: Int
        /// The most bytes of one part's head.
        public var headBytes: Int
        /// The most bytes before the first part, and again behind the last.
        public var marginBytes: Int

        /// 1,000 parts, heads of 16 kB, margins of 4 kB.
        public init(parts: Int = 1_000, headBytes: Int = 16_384, marginBytes: Int = 4_096) {
            (self.parts, self.headBytes, self.marginBytes) = (parts, headBytes, marginBytes)
        }
    }

    /// One step through the body.
    public enum Event: Sendable, Hashable {
        /// A part begins.
        case partBegan(MultipartPart)
        /// These bytes of the chunk belong to the part.
        case data(Range<Int>)
        /// Bytes of earlier chunks, held back because a delimiter could have begun there, belong to the part.
        case heldData(ArraySlice<UInt8>)
        /// The part is complete.
        case partEnded
        /// The last delimiter was read; what follows is passed over.
        case finished
    }

    private enum State {
        case preamble, body, partClosing
        case afterDelimiter(AfterDelimiter)
        case head, bodyClosing, epilogue, refused(Refusal)
    }

    private enum AfterDelimiter { case nothing, dash, padding, carriageReturn }

    private let boundary: MultipartBoundary
    private let limits: Limits
    private var state = State.preamble
    /// How many bytes of a delimiter stood at the end of the last chunk. A line end is thought before the body, so that
    /// a delimiter right at the start needs no rule of its own.
    private var held = 2
    private var head: [UInt8] = []
    private var lineStart = 0
    private var parts = 0
    private var margin = 0

    /// A parser for one body.
    public init(boundary: MultipartBoundary, limits: Limits = Limits()) {
        (self.boundary, self.limits) = (boundary, limits)
    }

    /// The next event in `chunk` from `offset` on, which it moves; nil when the chunk is used up. After a refusal every
    /// further call refuses the same.
    public mutating func next(in chunk: Span<UInt8>, at offset: inout Int) throws(Refusal) -> Event? {
        offset = max(offset, 0)
        do throws(Refusal) {
            while true {
                if case .refused(let refusal) = state { throw refusal }
                if let closing = closingEvent() { return closing }
                guard offset < chunk.count else { return nil }
                if let event = try step(chunk, &offset) { return event }
            }
        } catch {
            state = .refused(error)
            throw error
        }
    }

    /// To be called when the body has ended: refuses one that was cut off.
    public func finish() throws(Refusal) {
        switch state {
        case .epilogue: return
        case .refused(let refusal): throw refusal
        default: throw .truncated
        }
    }

    private mutating func closingEvent() -> Event? {
        switch state {
        case .partClosing:
            state = .afterDelimiter(.nothing)
            return .partEnded
        case .bodyClosing:
            state = .epilogue
            return .finished
        default: return nil
        }
    }

    private mutating func step(_ chunk: Span<UInt8>, _ offset: inout Int) throws(Refusal) -> Event? {
        switch state {
        case .preamble: try readPreamble(chunk, &offset)
        case .body: return readBody(chunk, &offset)
        case .afterDelimiter(let seen): try readAfterDelimiter(seen, chunk, &offset)
        case .head: return try readHead(chunk, &offset)
        case .epilogue:
            try countMargin(chunk.count - offset)
            offset = chunk.count
        case .partClosing, .bodyClosing, .refused: break
        }
        return nil
    }
}

extension MultipartParser {
    private mutating func readPreamble(_ chunk: Span<UInt8>, _ offset: inout Int) throws(Refusal) {
        let start = offset
        let found = search(chunk, &offset)
        try countMargin(max(0, offset - start))
        if case .delimiter = found {
            margin = 0
            state = .afterDelimiter(.nothing)
        }
    }

    private mutating func readBody(_ chunk: Span<UInt8>, _ offset: inout Int) -> Event? {
        switch search(chunk, &offset) {
        case .delimiter(let data):
            state = .partClosing
            return data.isEmpty ? nil : .data(data)
        case .data(let data): return data.isEmpty ? nil : .data(data)
        case .heldData(let count): return .heldData(boundary.delimiter[..<count])
        }
    }

    private enum Found {
        /// The delimiter, behind this data.
        case delimiter(Range<Int>)
        /// Data alone.
        case data(Range<Int>)
        /// So many bytes held back were data after all.
        case heldData(Int)
    }

    /// Steps to behind the next delimiter or to the end of the chunk. A delimiter begun in an earlier chunk cannot hide a
    /// second one inside itself, for its only CR is its first byte.
    private mutating func search(_ chunk: Span<UInt8>, _ offset: inout Int) -> Found {
        let start = offset
        if held > 0 {
            let more = boundary.matches(chunk, at: start, known: held)
            if held + more == boundary.delimiter.count {
                (held, offset) = (0, start + more)
                return .delimiter(start..<start)
            }
            if start + more == chunk.count {
                (held, offset) = (held + more, chunk.count)
                return .data(start..<start)
            }
            defer { held = 0 }
            return .heldData(held)
        }
        if let index = boundary.find(in: chunk, from: start) {
            offset = index + boundary.delimiter.count
            return .delimiter(start..<index)
        }
        held = boundary.beginning(atEndOf: chunk, from: start)
        offset = chunk.count
        return .data(start..<chunk.count - held)
    }

    /// Two dashes end the body; blanks and a line end begin a part; anything else is a forged delimiter.
    private mutating func readAfterDelimiter(
        _ seen: AfterDelimiter, _ chunk: Span<UInt8>, _ offset: inout Int
    ) throws(Refusal) {
        let byte = chunk[offset]
        offset += 1
        switch (seen, byte) {
        case (.nothing, Byte.dash): state = .afterDelimiter(.dash)
        case (.dash, Byte.dash):
            margin = 0
            state = .bodyClosing
        case (.nothing, Byte.carriageReturn), (.padding, Byte.carriageReturn): state = .afterDelimiter(.carriageReturn)
        case (.nothing, Byte.space), (.padding, Byte.space), (.nothing, Byte.tab), (.padding, Byte.tab):
            try countMargin(1)
            state = .afterDelimiter(.padding)
        case (.carriageReturn, Byte.lineFeed):
            guard parts < limits.parts else { throw .tooManyParts }
            parts += 1
            head.removeAll(keepingCapacity: true)
            (lineStart, margin) = (0, 0)
            state = .head
        default: throw .badDelimiter
        }
    }

    /// Collects lines up to the empty one.
    private mutating func readHead(_ chunk: Span<UInt8>, _ offset: inout Int) throws(Refusal) -> Event? {
        let end = chunk.firstIndex(of: Byte.lineFeed, in: offset..<chunk.count).map { $0 + 1 } ?? chunk.count
        guard end - offset <= limits.headBytes - head.count else { throw .headTooLong }
        head.append(copying: chunk.extracting(offset..<end))
        offset = end
        guard head.last == Byte.lineFeed else { return nil }
        guard head.count - lineStart >= 2, head[head.count - 2] == Byte.carriageReturn else { throw .badHead }
        if head.count - lineStart > 2 {
            lineStart = head.count
            return nil
        }
        head.removeLast(2)
        let part = try MultipartPart(head: head.span)
        state = .body
        return .partBegan(part)
    }

    private mutating func countMargin(_ count: Int) throws(Refusal) {
        guard count <= limits.marginBytes - margin else { throw .marginTooLong }
        margin += count
    }
}

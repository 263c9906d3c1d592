import CLlhttp
package import HTTP

/// llhttp, never lenient, with our own strictness behind it. It is fed whole heads, then the bytes of the body.
@safe
package final class RequestParser {
    /// What feeding a body came to.
    package struct BodyProgress {
        package var consumed: Int
        package var ended: Bool
    }

    private let parser = UnsafeMutablePointer<llhttp_t>.allocate(capacity: 1)
    private let limits: ServerLimits
    package private(set) var head: RequestHead
    /// Body bytes not yet taken by the handler.
    package var body: [UInt8] = []
    private var framing = Framing()
    private var headComplete = false
    private var messageComplete = false
    private var bodyLength = 0
    private var rawBodyLength = 0
    private var chunks = ChunkRules()

    package init(limits: ServerLimits) {
        self.limits = limits
        head = RequestHead()
        unsafe llhttp_init(parser, HTTP_REQUEST, ParserCallbacks.settings)
    }

    deinit { unsafe parser.deallocate() }

    /// Parses a head from its first byte to the empty line that ends it.
    package func parse(head bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Framing {
        if !isKnownUniquelyReferenced(&head) { head = RequestHead() }
        unsafe head.reset(bytes)
        // Until the line is read nothing may be left of the request before.
        head.method = .get
        (headComplete, messageComplete, bodyLength, rawBodyLength) = (false, false, 0, 0)
        chunks = ChunkRules()
        let line = try RequestLine(reading: head, limits: limits)
        line.apply(to: head)
        try unsafe execute(head.all)
        guard headComplete else { throw .malformedField }
        framing = try Framing(of: head, line: line, limits: limits)
        guard messageComplete == !framing.hasBody else { throw .inconsistentFraming }
        return framing
    }

    private func execute(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        unsafe llhttp_reset(parser)
        unsafe parser.pointee.data = Unmanaged.passUnretained(self).toOpaque()
        let code = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            unsafe llhttp_execute(parser, characters.baseAddress, characters.count)
        }
        guard code == HPE_OK || (code == HPE_PAUSED && messageComplete) else { throw .malformedField }
    }

    /// Parses bytes of the body up to its end, and no further.
    package func parse(body bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> BodyProgress {
        if framing.isChunked { try unsafe chunks.check(bytes, limit: limits.bodyBytes) }
        let code = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            unsafe llhttp_execute(parser, characters.baseAddress, characters.count)
        }
        if bodyLength > limits.bodyBytes { throw .largeBody }
        if messageComplete, code == HPE_PAUSED, let base = bytes.baseAddress {
            let end = unsafe UnsafeRawPointer(llhttp_get_error_pos(parser))
            let consumed = unsafe end.map { unsafe $0 - UnsafeRawPointer(base) } ?? bytes.count
            return BodyProgress(consumed: consumed, ended: true)
        }
        guard code == HPE_OK else { throw .malformedBody }
        rawBodyLength += bytes.count
        // Chunks of one byte each with long extensions: much to parse, little to keep.
        if rawBodyLength - bodyLength > bodyLength * 8 + 64 * 1024 { throw .wastefulChunks }
        return BodyProgress(consumed: bytes.count, ended: false)
    }

    // MARK: Called by llhttp

    func fieldName(_ start: UnsafePointer<CChar>, _ length: Int) {
        if headComplete { return }
        let offset = unsafe head.offset(of: start)
        head.appendSlot(
            FieldSlot(nameStart: UInt16(truncatingIfNeeded: offset), nameLength: UInt16(truncatingIfNeeded: length)))
    }

    func fieldValue(_ start: UnsafePointer<CChar>, _ length: Int) {
        if headComplete { return }
        var length = length
        while length > 0, unsafe start[length - 1] == 32 || start[length - 1] == 9 { length -= 1 }
        unsafe head.setLastValue(start: head.offset(of: start), length: length)
    }

    func headEnded() { headComplete = true }

    func bodyPiece(_ start: UnsafePointer<CChar>, _ length: Int) {
        bodyLength += length
        guard bodyLength <= limits.bodyBytes else { return }
        unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
            unsafe body.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
    }

    func messageEnded() { messageComplete = true }
}

extension Refusal {
    static let malformedField = Refusal(.badRequest, "malformed field line")
    static let malformedBody = Refusal(.badRequest, "malformed chunk")
    static let inconsistentFraming = Refusal(.badRequest, "body framing not understood alike")
    static let largeBody = Refusal(.contentTooLarge, "body too large")
    static let wastefulChunks = Refusal(.badRequest, "chunks waste more than they carry")
}

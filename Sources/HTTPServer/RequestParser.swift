import CLlhttp
import HTTP

/// llhttp, never lenient, with our own strictness behind it. It is fed whole heads, then the bytes of the body.
@safe
final class RequestParser {
    /// What feeding a body came to.
    struct BodyProgress {
        var consumed: Int
        var ended: Bool
    }

    private let parser = UnsafeMutablePointer<llhttp_t>.allocate(capacity: 1)
    private let limits: ServerLimits
    private(set) var head: RequestHead
    /// Body bytes not yet taken by the handler.
    var body: [UInt8] = []
    private var framing = Framing()
    private var headComplete = false
    private var messageComplete = false
    private var fieldTooLong = false
    private var bodyLength = 0
    private var rawBodyLength = 0
    private var trailers = TrailerCheck()
    private var chunks = ChunkRules()

    init(limits: ServerLimits) {
        self.limits = limits
        head = RequestHead()
        unsafe llhttp_init(parser, HTTP_REQUEST, ParserCallbacks.settings)
    }

    deinit { unsafe parser.deallocate() }

    /// Parses a head from its first byte to the empty line that ends it.
    func parse(head bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Framing {
        if !isKnownUniquelyReferenced(&head) { head = RequestHead() }
        unsafe head.reset(bytes)
        // Until the line is read nothing may be left of the request before.
        head.method = .get
        (headComplete, messageComplete, bodyLength, rawBodyLength) = (false, false, 0, 0)
        (trailers, chunks) = (TrailerCheck(), ChunkRules())
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
    func parse(body bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> BodyProgress {
        if framing.isChunked { try unsafe chunks.check(bytes, limit: limits.bodyBytes) }
        let code = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            unsafe llhttp_execute(parser, characters.baseAddress, characters.count)
        }
        if let refusal = trailers.refusal { throw refusal }
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
        if headComplete { return unsafe trailers.name(start, length) }
        let offset = unsafe head.offset(of: start)
        head.appendSlot(
            FieldSlot(nameStart: UInt16(truncatingIfNeeded: offset), nameLength: UInt16(truncatingIfNeeded: length)))
    }

    func fieldValue(_ start: UnsafePointer<CChar>, _ length: Int) {
        if headComplete { return trailers.value(length) }
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

/// Trailer fields are read past, never acted on; those that would change the framing or the routing are refused.
private struct TrailerCheck {
    var refusal: Refusal?
    private var bytes = 0
    private static let forbidden: [FieldName] = [
        .transferEncoding, .contentLength, .host, .connection, .authorization, .cookie, .expect, .range,
        .contentEncoding, .contentType, .contentRange, .upgrade, FieldName("trailer"), FieldName("te"), .setCookie,
    ]

    mutating func name(_ start: UnsafePointer<CChar>, _ length: Int) {
        value(length)
        unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) { start in
            let name = unsafe UnsafeBufferPointer(start: start, count: length)
            for forbidden in Self.forbidden where unsafe matches(name, forbidden) { refusal = .forbiddenTrailer }
        }
    }

    mutating func value(_ length: Int) {
        bytes += length
        if bytes > 8 * 1024 { refusal = .largeTrailers }
    }

    private func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ name: FieldName) -> Bool {
        unsafe name.text.utf8.withContiguousStorageIfAvailable { unsafe equalsIgnoringCase(bytes, $0) } ?? false
    }
}

extension Refusal {
    static let malformedField = Refusal(.badRequest, "malformed field line")
    static let malformedBody = Refusal(.badRequest, "malformed chunk")
    static let inconsistentFraming = Refusal(.badRequest, "body framing not understood alike")
    static let largeBody = Refusal(.contentTooLarge, "body too large")
    static let wastefulChunks = Refusal(.badRequest, "chunks waste more than they carry")
    static let forbiddenTrailer = Refusal(.badRequest, "trailer field not allowed")
    static let largeTrailers = Refusal(.headerFieldsTooLarge, "trailers too large")
}

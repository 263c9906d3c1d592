import HTTP
import HTTPServer

/// Reads a stream of requests with the server's own parts, put together as `Connection` does it, without a socket.
struct WireReading {
    enum State: Equatable { case waiting, refused, closed }

    private(set) var requests: [SeenRequest] = []
    private(set) var state = State.waiting
    private(set) var brokenPromise: BrokenPromise?

    private let limits: ServerLimits
    private let parser: RequestParser
    private var scanner = HeadScanner()
    private var framing: Framing?
    private var input: [UInt8] = []
    private var consumed = 0
    private var current = SeenRequest()

    /// Small limits, so that small inputs reach them.
    static var limits: ServerLimits {
        var limits = ServerLimits()
        (limits.headBytes, limits.targetBytes, limits.fields, limits.bodyBytes) = (1_024, 128, 12, 512)
        return limits
    }

    init(limits: ServerLimits = Self.limits) {
        self.limits = limits
        parser = RequestParser(limits: limits)
    }

    /// Takes the next bytes from the network.
    mutating func feed(_ piece: ArraySlice<UInt8>) {
        guard state == .waiting else { return }
        input += piece
        do {
            while state == .waiting, !input.isEmpty, try framing == nil ? readHead() : readBody() {}
        } catch let promise as BrokenPromise {
            (brokenPromise, state) = (promise, .closed)
        } catch {
            state = .refused
        }
    }

    /// False when more bytes are needed.
    private mutating func readHead() throws -> Bool {
        let (scanned, headLength) = try scan()
        guard scanned else { return false }
        scanner = HeadScanner()
        parser.body.removeAll()
        let framing = try unsafe input.withUnsafeBufferPointer { bytes in
            try unsafe parser.parse(head: UnsafeBufferPointer(rebasing: bytes[..<headLength]))
        }
        note(parser.head)
        take(headLength)
        current.headEnd = consumed
        self.framing = framing
        try hold(framing.hasBody || framing.contentLength == 0, "no body means none")
        if !framing.hasBody { finish(framing) }
        return true
    }

    private mutating func scan() throws -> (Bool, Int) {
        let result = unsafe input.withUnsafeBufferPointer { unsafe scanner.scan($0, limits: limits) }
        switch result {
        case .incomplete: return (false, 0)
        case .refused(let refusal): throw refusal
        case .complete(let length):
            try hold((1...input.count).contains(length), "a head ends within what was given")
            try hold(length <= limits.headBytes, "a head keeps its limit")
            return (true, length)
        }
    }

    private mutating func readBody() throws -> Bool {
        let progress = try unsafe input.withUnsafeBufferPointer { try unsafe parser.parse(body: $0) }
        try hold((0...input.count).contains(progress.consumed), "no more is consumed than was given")
        try hold(progress.ended || progress.consumed == input.count, "what does not end the body is consumed whole")
        try hold(parser.body.count <= limits.bodyBytes, "a body keeps its limit")
        take(progress.consumed)
        if progress.ended, let framing { finish(framing) }
        return progress.ended
    }

    private mutating func note(_ head: RequestHead) {
        current.method = Array(head.method.rawValue.utf8)
        current.minorVersion = head.minorVersion
        current.target = unsafe Array(head.targetBytes)
        for index in 0..<head.fieldCount {
            unsafe current.names.append(Array(head.nameBytes(index)))
            unsafe current.values.append(Array(head.valueBytes(index)))
        }
    }

    private mutating func take(_ count: Int) {
        input.removeFirst(count)
        consumed += count
    }

    private mutating func finish(_ framing: Framing) {
        (current.body, current.end) = (parser.body, consumed)
        requests.append(current)
        current = SeenRequest()
        self.framing = nil
        if !framing.keepAlive { state = .closed }
    }
}

import CCurl
import EventLoop
import HTTP

/// One request under way: what its caller waits for. What libcurl calls back is in `Transfer+curl.swift`.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Transfer: @unchecked Sendable {
    let curl: CurlLoop
    let policy: DestinationPolicy
    let host: String
    let limit: Int
    private let began: UInt64
    private var easy: CurlLoop.OpaqueEasy?
    private var keeper: TransferKeeper

    var head = TransferHead()
    var buffer: [UInt8] = []
    var received = 0
    var receivePaused = false
    var upload: [UInt8] = []
    var uploadSent = 0
    var uploadEnded = true
    /// What the request's head said of its content, and how much of it was offered.
    private let declared: Int?
    /// Of the request: whether its handle holds nothing of it that cannot be taken off.
    private let isPlain: Bool
    /// Whether it may change anything at the other side.
    private let mayAct: Bool
    private var offered = 0
    var sendPaused = false
    private(set) var done = false
    private var hasBegun = false
    var fault: OutboundError?
    /// One task reads the answer while another may feed the request: each has its own place to wait.
    private var reader: UnsafeContinuation<Void, Never>?
    private var feeder: UnsafeContinuation<Void, Never>?

    static let highWater = 256 * 1024

    init(
        curl: CurlLoop, policy: DestinationPolicy, host: String, limit: Int, keeper: TransferKeeper,
        declared: Int? = nil, isPlain: Bool = false, mayAct: Bool = false
    ) {
        (self.curl, self.policy, self.host, self.limit, self.keeper) = (curl, policy, host, limit, keeper)
        (self.declared, self.isPlain, self.mayAct) = (declared, isPlain, mayAct)
        began = curl.loop.now
        unsafe easy = nil
        unsafe reader = nil
        unsafe feeder = nil
    }

    // MARK: The caller

    /// Begins, and suspends until the head of the answer is there.
    func start(_ easy: CurlLoop.OpaqueEasy, streaming: Bool) async throws(OutboundError) -> TransferHead {
        unsafe self.easy = unsafe easy
        uploadEnded = !streaming
        guard unsafe curl.add(self, easy) else {
            unsafe self.easy = nil
            unsafe curl_easy_cleanup(easy)
            fail(OutboundError(.saturated))
            throw OutboundError(.saturated)
        }
        hasBegun = true
        while !head.isComplete, !done { await waitToRead() }
        if let fault { throw told(fault) }
        guard head.isComplete else { throw told(OutboundError(.interrupted, "no answer")) }
        return head
    }

    func nextPiece() async throws(OutboundError) -> [UInt8]? {
        while buffer.isEmpty, !done {
            resumeReceiving()
            if buffer.isEmpty, !done { await waitToRead() }
        }
        if let fault { throw told(fault) }
        if buffer.isEmpty { return nil }
        var piece: [UInt8] = []
        swap(&piece, &buffer)
        resumeReceiving()
        return piece
    }

    private func told(_ error: OutboundError) -> OutboundError {
        mayAct && error.code.followsSending ? error.leavingOutcomeUnknown() : error
    }

    /// The next piece of a streamed request; nil ends it. False when nobody takes any more.
    func offer(_ piece: [UInt8]?) async -> Bool {
        while !upload.isEmpty, !done { await waitToFeed() }
        guard !done, isDeclared(piece) else { return false }
        if let piece { (upload, uploadSent) = (piece, 0) } else { uploadEnded = true }
        if sendPaused, let easy = unsafe easy {
            sendPaused = false
            unsafe curl_easy_pause(easy, receivePaused ? CURLPAUSE_RECV : CURLPAUSE_CONT)
        }
        return true
    }

    /// Surplus would be the next request's on the same connection; what is missing would be taken from it.
    private func isDeclared(_ piece: [UInt8]?) -> Bool {
        offered += piece?.count ?? 0
        guard let declared, piece == nil ? offered != declared : offered > declared else { return true }
        fail(OutboundError(.interrupted, "the request's own body is not as long as it said"))
        return false
    }

    func fail(_ error: OutboundError) {
        guard !done else { return }
        if fault == nil { fault = error }
        close(.given)
    }

    /// Fails, and says with what.
    func failed(_ error: OutboundError) -> OutboundError {
        fail(error)
        return error
    }

    /// The head was all that was wanted: no failure of the host's.
    func dismiss(_ reason: OutboundError) {
        close(.given)
        fault = fault ?? reason
    }

    /// From any thread: nobody waits for the content any more. Mostly it has come.
    func letGo() {
        if curl.loop.isCurrent, done { return }
        Task(executorPreference: curl.loop) { self.dismiss(OutboundError(.cancelled)) }
    }

    private func waitToRead() async {
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { continuation in
                if done { return unsafe continuation.resume() }
                unsafe reader = continuation
            }
        } onCancel: {
            Task(executorPreference: curl.loop) { self.fail(OutboundError(.cancelled)) }
        }
    }

    /// The feeding task is cancelled only after its request has failed, which wakes it.
    private func waitToFeed() async {
        await unsafe withUnsafeContinuation { unsafe feeder = $0 }
    }

    func wakeReader() {
        guard let waiting = unsafe reader else { return }
        unsafe reader = nil
        unsafe waiting.resume()
    }

    func wakeFeeder() {
        guard let waiting = unsafe feeder else { return }
        unsafe feeder = nil
        unsafe waiting.resume()
    }

    private func resumeReceiving() {
        guard receivePaused, buffer.count < Self.highWater, let easy = unsafe easy else { return }
        receivePaused = false
        unsafe curl_easy_pause(easy, sendPaused ? CURLPAUSE_SEND : CURLPAUSE_CONT)
    }

    // MARK: The end

    func ended(_ result: CURLcode) {
        if result != CURLE_OK, fault == nil { fault = OutboundError(curl: result) }
        close(isPlain && result == CURLE_OK ? .stripped : .renewed)
    }

    private func close(_ rest: CurlLoop.Rest) {
        guard !done else { return }
        done = true
        note()
        if let easy = unsafe easy {
            unsafe self.easy = nil
            unsafe curl.remove(self, easy, rest)
        }
        if let pinned = keeper.pinned { curl.unpin(pinned) }
        if !hasBegun { curl.keepForLater(keeper.forgotten) }
        keeper.release()
        wakeReader()
        wakeFeeder()
    }

    private func note() {
        curl.ledger.note(host) { counters in
            counters.requests += 1
            counters.received += received
            counters.time += .nanoseconds(Int64(clamping: curl.loop.now - began))
            if let fault {
                counters.failures[fault.code, default: 0] += 1
            } else {
                counters.statuses[Int(head.status) / 100, default: 0] += 1
            }
        }
    }
}

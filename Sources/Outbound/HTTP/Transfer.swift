import CCurl
import EventLoop
import HTTP

/// One request under way: what libcurl calls back, and what the caller waits for.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Transfer: @unchecked Sendable {
    let curl: CurlLoop
    let policy: DestinationPolicy
    private let limit: Int
    private var easy: CurlLoop.OpaqueEasy?
    private var keeper: TransferKeeper

    private var status: UInt16 = 0
    private var fields: [(name: String, value: String)] = []
    private var fieldBytes = 0
    private var headComplete = false
    private var buffer: [UInt8] = []
    private var received = 0
    private var receivePaused = false
    private var upload: [UInt8] = []
    private var uploadEnded = true
    private var sendPaused = false
    private var done = false
    var fault: OutboundError?
    private var waiter: UnsafeContinuation<Void, Never>?

    private static let highWater = 256 * 1024
    private static let headLimit = 64 * 1024

    init(curl: CurlLoop, policy: DestinationPolicy, limit: Int, keeper: TransferKeeper) {
        (self.curl, self.policy, self.limit, self.keeper) = (curl, policy, limit, keeper)
        unsafe easy = nil
    }

    // MARK: The caller

    /// Begins, and suspends until the head of the answer is there.
    func start(_ easy: CurlLoop.OpaqueEasy, streaming: Bool) async throws(OutboundError) -> (Status, [(name: String, value: String)]) {
        unsafe self.easy = unsafe easy
        uploadEnded = !streaming
        guard unsafe curl.add(self, easy) else {
            unsafe self.easy = nil
            throw OutboundError(.saturated)
        }
        while !headComplete, !done { await wait() }
        if let fault { throw fault }
        return (Status(status), fields)
    }

    func nextPiece() async throws -> [UInt8]? {
        while buffer.isEmpty, !done {
            resumeReceiving()
            if buffer.isEmpty, !done { await wait() }
        }
        if let fault { throw fault }
        if buffer.isEmpty { return nil }
        var piece: [UInt8] = []
        swap(&piece, &buffer)
        resumeReceiving()
        return piece
    }

    func abandon() async { fail(OutboundError(.cancelled)) }

    /// The next piece of a streamed request; nil ends it.
    func offer(_ piece: [UInt8]?) async -> Bool {
        while !upload.isEmpty, !done { await wait() }
        guard !done else { return false }
        if let piece { upload = piece } else { uploadEnded = true }
        if sendPaused, let easy = unsafe easy {
            sendPaused = false
            unsafe curl_easy_pause(easy, receivePaused ? CURLPAUSE_RECV : CURLPAUSE_CONT)
        }
        return true
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { unsafe waiter = $0 }
        } onCancel: {
            Task(executorPreference: curl.loop) { self.fail(OutboundError(.cancelled)) }
        }
    }

    private func wake() {
        guard let waiter = unsafe waiter else { return }
        unsafe self.waiter = nil
        unsafe waiter.resume()
    }

    private func resumeReceiving() {
        guard receivePaused, buffer.count < Self.highWater, let easy = unsafe easy else { return }
        receivePaused = false
        unsafe curl_easy_pause(easy, sendPaused ? CURLPAUSE_SEND : CURLPAUSE_CONT)
    }

    // MARK: libcurl

    func headLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        fieldBytes += line.count
        guard fieldBytes <= Self.headLimit else { return refuse(.tooLarge) }
        let text = unsafe String(decoding: line, as: UTF8.self)
        let bare = text.prefix { !$0.isNewline }
        if bare.isEmpty { return endHead() }
        if bare.hasPrefix("HTTP/") {
            status = bare.split(separator: " ").dropFirst().first.flatMap { UInt16($0) } ?? 0
            fields.removeAll()
        } else if let colon = bare.firstIndex(of: ":") {
            let value = bare[bare.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            fields.append((bare[..<colon].lowercased(), String(value)))
        }
        return true
    }

    /// Interim answers end with an empty line too, and trailers come after the head.
    private func endHead() -> Bool {
        guard status >= 200, !headComplete else { return true }
        headComplete = true
        wake()
        return true
    }

    /// How many bytes were taken: all, none (a fault), or a request to pause.
    func bodyPiece(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if buffer.count >= Self.highWater {
            receivePaused = true
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        received += bytes.count
        guard received <= limit else {
            _ = refuse(.tooLarge)
            return 0
        }
        unsafe buffer.append(contentsOf: bytes)
        wake()
        return bytes.count
    }

    func fill(_ target: UnsafeMutableBufferPointer<UInt8>) -> Int {
        if upload.isEmpty {
            if uploadEnded { return 0 }
            sendPaused = true
            return Int(CURL_READFUNC_PAUSE)
        }
        let count = min(target.count, upload.count)
        for index in 0..<count { unsafe target[index] = upload[index] }
        upload.removeFirst(count)
        if upload.isEmpty { wake() }
        return count
    }

    /// The last word on where a connection goes: the address libcurl is about to connect to.
    func allows(_ address: IPAddress) -> Bool {
        if policy.allows(address) { return true }
        return refuse(.addressNotAllowed)
    }

    private func refuse(_ code: OutboundError.Code) -> Bool {
        if fault == nil { fault = OutboundError(code) }
        return false
    }

    func ended(_ result: CURLcode) {
        if result != CURLE_OK, fault == nil { fault = OutboundError(curl: result) }
        close(reusable: true)
    }

    func fail(_ error: OutboundError) {
        guard !done else { return }
        if fault == nil { fault = error }
        close(reusable: false)
    }

    private func close(reusable: Bool) {
        guard !done else { return }
        done = true
        if let easy = unsafe easy {
            unsafe self.easy = nil
            unsafe curl.remove(easy, reusable: reusable)
        }
        keeper.release()
        wake()
    }
}

extension OutboundError {
    init(curl result: CURLcode) {
        let message = unsafe String(cString: curl_easy_strerror(result))
        switch result {
        case CURLE_OPERATION_TIMEDOUT: self.init(.timeout, message)
        case CURLE_COULDNT_RESOLVE_HOST: self.init(.unknownHost, message)
        case CURLE_COULDNT_CONNECT: self.init(.notConnected, message)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            self.init(.certificate, message)
        case CURLE_SSL_CONNECT_ERROR: self.init(.notConnected, message)
        default: self.init(.interrupted, message)
        }
    }
}

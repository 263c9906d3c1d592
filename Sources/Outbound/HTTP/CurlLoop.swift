import CCurl
import EventLoop
import Glibc

/// libcurl's multi interface on one loop: it says which sockets and which time to wait for, the loop waits.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class CurlLoop: TimerTarget, @unchecked Sendable {
    let loop: Loop
    private let multi: OpaqueMulti
    private var sockets: [Int32: CurlSocket] = [:]
    private var timer: TimerID?
    private var spare: [OpaqueEasy]
    private(set) var active = 0
    private var isRunning = false
    let limit: Int

    typealias OpaqueMulti = UnsafeMutableRawPointer
    typealias OpaqueEasy = UnsafeMutableRawPointer

    init?(loop: Loop, limit: Int, connectionsPerHost: Int) {
        guard let multi = unsafe curl_multi_init() else { return nil }
        (self.loop, self.limit) = (loop, limit)
        unsafe self.multi = unsafe multi
        unsafe spare = []
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe konak_curl_multi_socket(multi) { _, socket, what, owner, _ in
            guard let owner = unsafe owner else { return 0 }
            unsafe Unmanaged<CurlLoop>.fromOpaque(owner).takeUnretainedValue().watch(socket, what)
            return 0
        }
        unsafe konak_curl_multi_pointer(multi, CURLMOPT_SOCKETDATA, own)
        unsafe konak_curl_multi_timer(multi) { _, milliseconds, owner in
            guard let owner = unsafe owner else { return 0 }
            unsafe Unmanaged<CurlLoop>.fromOpaque(owner).takeUnretainedValue().setTimer(milliseconds)
            return 0
        }
        unsafe konak_curl_multi_pointer(multi, CURLMOPT_TIMERDATA, own)
        unsafe konak_curl_multi_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, connectionsPerHost)
        unsafe konak_curl_multi_number(multi, CURLMOPT_MAXCONNECTS, 256)
    }

    deinit {
        for unsafe easy in unsafe spare { unsafe curl_easy_cleanup(easy) }
        unsafe curl_multi_cleanup(multi)
    }

    // MARK: Transfers

    func takeEasy() -> OpaqueEasy? { unsafe spare.popLast() ?? curl_easy_init() }

    /// Begins a transfer. The multi handle keeps it until `remove`.
    func add(_ transfer: Transfer, _ easy: OpaqueEasy) -> Bool {
        let pointer = unsafe Unmanaged.passRetained(transfer).toOpaque()
        unsafe konak_curl_set_pointer(easy, CURLOPT_PRIVATE, pointer)
        guard unsafe curl_multi_add_handle(multi, easy) == CURLM_OK else {
            unsafe Unmanaged<Transfer>.fromOpaque(pointer).release()
            return false
        }
        active += 1
        act(CURL_SOCKET_TIMEOUT, 0)
        return true
    }

    func remove(_ easy: OpaqueEasy, reusable: Bool) {
        var pointer: UnsafeMutableRawPointer?
        unsafe konak_curl_owner(easy, &pointer)
        unsafe curl_multi_remove_handle(multi, easy)
        active -= 1
        if reusable, unsafe spare.count < 64 {
            unsafe curl_easy_reset(easy)
            unsafe spare.append(easy)
        } else {
            unsafe curl_easy_cleanup(easy)
        }
        if let pointer = unsafe pointer { unsafe Unmanaged<Transfer>.fromOpaque(pointer).release() }
    }

    // MARK: What libcurl wants

    private func watch(_ socket: Int32, _ what: Int32) {
        if what == CURL_POLL_REMOVE {
            sockets.removeValue(forKey: socket)?.stop()
            return
        }
        var interest: Readiness = []
        if what & CURL_POLL_IN != 0 { interest.insert(.readable) }
        if what & CURL_POLL_OUT != 0 { interest.insert(.writable) }
        if let known = sockets[socket] { return known.change(interest) }
        if let new = CurlSocket(owner: self, descriptor: socket, interest: interest) { sockets[socket] = new }
    }

    private func setTimer(_ milliseconds: Int) {
        if let timer { loop.cancel(timer) }
        timer = milliseconds < 0 ? nil : loop.timer(at: loop.deadline(in: .milliseconds(milliseconds)), self)
    }

    func timerFired() {
        timer = nil
        act(CURL_SOCKET_TIMEOUT, 0)
    }

    /// Tells libcurl of news, then hands out what it has finished. Its callbacks may call back here: one level is enough.
    func act(_ socket: Int32, _ bits: Int32) {
        var running: Int32 = 0
        unsafe curl_multi_socket_action(multi, socket, bits, &running)
        finishDone()
    }

    private func finishDone() {
        guard !isRunning else { return }
        isRunning = true
        defer { isRunning = false }
        var result = CURLE_OK
        while let easy = unsafe konak_curl_finished(multi, &result) {
            var pointer: UnsafeMutableRawPointer?
            unsafe konak_curl_owner(easy, &pointer)
            guard let pointer = unsafe pointer else { continue }
            unsafe Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue().ended(result)
        }
    }
}

/// One of libcurl's sockets on the loop.
private final class CurlSocket: Selectable {
    private unowned let owner: CurlLoop
    private let descriptor: Int32
    private var registration: Registration?

    init?(owner: CurlLoop, descriptor: Int32, interest: Readiness) {
        (self.owner, self.descriptor) = (owner, descriptor)
        guard let registration = try? owner.loop.watch(descriptor, interest, self) else { return nil }
        self.registration = registration
    }

    func change(_ interest: Readiness) {
        if let registration { try? owner.loop.change(registration, descriptor, interest) }
    }

    func stop() {
        if let registration { owner.loop.forget(registration, descriptor) }
        registration = nil
    }

    func ready(_ readiness: Readiness) {
        var bits: Int32 = 0
        if !readiness.isDisjoint(with: [.readable, .peerClosed]) { bits |= CURL_CSELECT_IN }
        if readiness.contains(.writable) { bits |= CURL_CSELECT_OUT }
        if !readiness.isDisjoint(with: .failed) { bits |= CURL_CSELECT_ERR }
        owner.act(descriptor, bits)
    }
}

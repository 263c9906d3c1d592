import CCurl
import EventLoop

/// libcurl's multi interface on one loop: it says which sockets and which time to wait for, the loop waits.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class CurlLoop: TimerTarget, @unchecked Sendable {
    typealias OpaqueMulti = UnsafeMutableRawPointer
    typealias OpaqueEasy = UnsafeMutableRawPointer

    let loop: Loop
    private let limit: Int
    private let settings: HTTPClientSettings
    private var multi: OpaqueMulti?
    private var sockets: [Int32: CurlSocket] = [:]
    private var timer: TimerID?
    /// Handles at rest: configured, with nothing of any request on them.
    private var spare: [OpaqueEasy]
    private var transfers: [ObjectIdentifier: Transfer] = [:]
    private var isHandingOut = false
    private var pins = AddressPins()
    var ledger = HostLedger()

    init?(loop: Loop, settings: HTTPClientSettings) {
        guard let multi = unsafe curl_multi_init() else { return nil }
        (self.loop, self.limit, self.settings) = (loop, settings.concurrency, settings)
        unsafe self.multi = unsafe multi
        unsafe spare = []
        unsafe konak_curl_multi_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.connectionsPerHost)
        unsafe konak_curl_multi_number(multi, CURLMOPT_MAXCONNECTS, 256)
        unsafe listen(to: multi)
    }

    private func listen(to multi: OpaqueMulti) {
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe konak_curl_multi_pointer(multi, CURLMOPT_SOCKETDATA, own)
        unsafe konak_curl_multi_socket(multi) { easy, socket, what, owner, _ in
            guard let owner = unsafe owner else { return 0 }
            unsafe Unmanaged<CurlLoop>.fromOpaque(owner).takeUnretainedValue().watch(socket, what, easy)
            return 0
        }
        unsafe konak_curl_multi_pointer(multi, CURLMOPT_TIMERDATA, own)
        unsafe konak_curl_multi_timer(multi) { _, milliseconds, owner in
            guard let owner = unsafe owner else { return 0 }
            unsafe Unmanaged<CurlLoop>.fromOpaque(owner).takeUnretainedValue().setTimer(milliseconds)
            return 0
        }
    }

    deinit {
        // Without its ears: nothing may be called back on an object that is going away.
        deafen()
        while let easy = unsafe spare.popLast() { unsafe curl_easy_cleanup(easy) }
        if let multi = unsafe multi { unsafe curl_multi_cleanup(multi) }
    }

    /// Ends what is under way and closes all connections. What comes later is refused.
    func close() {
        guard let multi = unsafe multi else { return }
        for transfer in transfers.values { transfer.fail(OutboundError(.cancelled, "the client was closed")) }
        deafen()
        unsafe self.multi = nil
        unsafe curl_multi_cleanup(multi)
        for socket in sockets.values { socket.stop() }
        sockets = [:]
        setTimer(-1)
    }

    private func deafen() {
        guard let multi = unsafe multi else { return }
        unsafe konak_curl_multi_socket(multi, nil)
        unsafe konak_curl_multi_timer(multi, nil)
    }

    // MARK: Transfers

    var hasRoom: Bool { unsafe multi != nil && transfers.count < limit }

    /// A configured handle; nil when libcurl would not have it so.
    func takeEasy() -> OpaqueEasy? {
        if let easy = unsafe spare.popLast() { return unsafe easy }
        guard let easy = unsafe curl_easy_init() else { return nil }
        var setup = unsafe EasySetup(easy: easy)
        if setup.configure(settings, owner: self) { return unsafe easy }
        unsafe curl_easy_cleanup(easy)
        return nil
    }

    /// Begins a transfer, and keeps it until `remove`.
    func add(_ transfer: Transfer, _ easy: OpaqueEasy) -> Bool {
        guard let multi = unsafe multi, hasRoom else { return false }
        guard unsafe curl_multi_add_handle(multi, easy) == CURLM_OK else { return false }
        transfers[ObjectIdentifier(transfer)] = transfer
        act(CURL_SOCKET_TIMEOUT, 0)
        return true
    }

    /// What becomes of a handle whose request is over.
    enum Rest {
        /// It carried a plain request to its end: that is taken off it.
        case stripped
        /// It carried more: all is taken off it, and it is configured anew.
        case renewed
        /// It was stopped on its way.
        case given
    }

    func remove(_ transfer: Transfer, _ easy: OpaqueEasy, _ rest: Rest) {
        if let multi = unsafe multi { unsafe curl_multi_remove_handle(multi, easy) }
        transfers[ObjectIdentifier(transfer)] = nil
        if unsafe spare.count < 64, unsafe isFit(easy, rest) {
            unsafe spare.append(easy)
        } else {
            unsafe curl_easy_cleanup(easy)
        }
    }

    private func isFit(_ easy: OpaqueEasy, _ rest: Rest) -> Bool {
        var setup = unsafe EasySetup(easy: easy)
        switch rest {
        case .stripped: return setup.strip()
        case .renewed:
            unsafe curl_easy_reset(easy)
            return setup.configure(settings, owner: self)
        case .given: return false
        }
    }

    /// Has libcurl know these addresses, and no others, of a place for as long as a transfer needs them.
    func pin(_ place: String, to list: String, _ keeper: inout TransferKeeper) {
        for old in pins.take(place) { keeper.forget(old) }
        keeper.pin(place, to: list)
    }

    func unpin(_ place: String) { pins.giveBack(place) }

    /// These were to be forgotten with a transfer that never began.
    func keepForLater(_ places: [String]) { pins.keep(places) }

    // MARK: What libcurl wants

    private func watch(_ socket: Int32, _ what: Int32, _ easy: OpaqueEasy?) {
        if what == CURL_POLL_REMOVE { return unsafe rest(socket, easy) }
        var interest: Readiness = []
        if what & CURL_POLL_IN != 0 { interest.insert(.readable) }
        if what & CURL_POLL_OUT != 0 { interest.insert(.writable) }
        let known = sockets[socket] ?? CurlSocket(owner: self, descriptor: socket)
        known.listen(for: interest)
        sockets[socket] = known
    }

    /// A connection that has brought an answer will mostly be used again: it stays watched, which spares two system calls
    /// a request. Its end is told by `willClose`; of others libcurl does not always tell.
    private func rest(_ socket: Int32, _ easy: OpaqueEasy?) {
        if let easy = unsafe easy, let transfer = unsafe Self.owner(of: easy), transfer.head.isComplete {
            sockets[socket]?.rest()
        } else {
            willClose(socket)
        }
    }

    func willClose(_ socket: Int32) { sockets.removeValue(forKey: socket)?.stop() }

    private func setTimer(_ milliseconds: Int) {
        if let timer { loop.cancel(timer) }
        timer = milliseconds < 0 ? nil : loop.timer(at: loop.deadline(in: .milliseconds(milliseconds)), self)
    }

    func timerFired() {
        timer = nil
        act(CURL_SOCKET_TIMEOUT, 0)
    }

    /// Tells libcurl of news, then hands out what it has finished. Handing out may lead back here: one level is enough.
    func act(_ socket: Int32, _ bits: Int32) {
        guard let multi = unsafe multi else { return }
        var running: Int32 = 0
        unsafe curl_multi_socket_action(multi, socket, bits, &running)
        guard !isHandingOut else { return }
        isHandingOut = true
        defer { isHandingOut = false }
        var result = CURLE_OK
        while let easy = unsafe konak_curl_finished(multi, &result) {
            unsafe Self.owner(of: easy)?.ended(result)
        }
    }

    /// Whose transfer is on a handle.
    static func owner(of easy: OpaqueEasy) -> Transfer? {
        var pointer: UnsafeMutableRawPointer?
        unsafe konak_curl_owner(easy, &pointer)
        guard let pointer = unsafe pointer else { return nil }
        return unsafe Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
    }
}

/// Which places libcurl was told the addresses of. What nobody needs any more it is told to forget, some at a time.
private struct AddressPins {
    private var users: [String: Int] = [:]
    private var stale: Set<String> = []

    /// Counts a user; the places to be forgotten now.
    mutating func take(_ place: String) -> [String] {
        users[place, default: 0] += 1
        stale.remove(place)
        guard stale.count >= 64 else { return [] }
        defer { stale = [] }
        return Array(stale)
    }

    mutating func giveBack(_ place: String) {
        guard let count = users[place] else { return }
        users[place] = count > 1 ? count - 1 : nil
        if count <= 1 { stale.insert(place) }
    }

    mutating func keep(_ places: [String]) {
        for place in places where users[place] == nil { stale.insert(place) }
    }
}

import CCurl
import EventLoop
import Glibc
import HTTP

/// Sets an easy handle up: once with what is the same for all requests of a client, then with each request.
///
/// What is left of a request is taken off again before the next: see `strip`.
@safe
struct EasySetup {
    let easy: CurlLoop.OpaqueEasy
    /// False as soon as libcurl has refused an option: half a fence is none.
    private var isWhole = true

    init(easy: CurlLoop.OpaqueEasy) { unsafe self.easy = unsafe easy }

    // MARK: For all requests

    /// The house's own choices: nothing is taken from the environment or from files. False when libcurl would not have
    /// it, and then the handle must not be used.
    mutating func configure(_ settings: HTTPClientSettings, owner: CurlLoop) -> Bool {
        fence()
        number(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        number(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        text(CURLOPT_USERAGENT, settings.userAgent)
        if let authorities = settings.authorities { text(CURLOPT_CAINFO, authorities) }
        unsafe check(konak_curl_set_bytes(easy, CURLOPT_HEADERFUNCTION, Self.head))
        unsafe check(konak_curl_set_bytes(easy, CURLOPT_WRITEFUNCTION, Self.body))
        unsafe check(konak_curl_set_bytes(easy, CURLOPT_READFUNCTION, Self.fill))
        // A connection outlives its requests: it is the loop that hears of its end.
        unsafe check(konak_curl_set_close(easy, CURLOPT_CLOSESOCKETFUNCTION, Self.close))
        unsafe check(
            konak_curl_set_pointer(easy, CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(owner).toOpaque()))
        return isWhole
    }

    /// What keeps a request to where it was meant to go.
    private mutating func fence() {
        number(CURLOPT_NOSIGNAL, 1)
        // An empty proxy also switches off what http_proxy and its kin in the environment would do.
        text(CURLOPT_PROXY, "")
        text(CURLOPT_PROTOCOLS_STR, "http,https")
        number(CURLOPT_FOLLOWLOCATION, 0)
        number(CURLOPT_PATH_AS_IS, 1)
        unsafe check(konak_curl_set_open(easy, CURLOPT_OPENSOCKETFUNCTION, Self.open))
    }

    // MARK: For one request

    /// Everything that a request decides, whether or not it differs from the last one's. False when libcurl would not
    /// have it, and then the handle must not be used.
    mutating func apply(
        _ request: OutboundRequest, within time: Duration, keeper: TransferKeeper, transfer: Transfer
    ) -> Bool {
        text(CURLOPT_URL, request.url.description)
        // Many requests to one host wait for its first connection to say whether it can carry them all.
        number(CURLOPT_PIPEWAIT, request.url.scheme == .https ? 1 : 0)
        // When a used connection ends before an answer begins, libcurl sends all again by itself, which may do it twice.
        number(CURLOPT_FRESH_CONNECT, request.maySendTwice ? 0 : 1)
        number(CURLOPT_TIMEOUT_MS, milliseconds(time))
        number(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.connectTimeout))
        // What a HEAD is told of is not going to come.
        large(CURLOPT_MAXFILESIZE_LARGE, request.method == .head ? 0 : max(request.responseLimit, 1))
        unsafe check(konak_curl_set_list(easy, CURLOPT_HTTPHEADER, keeper.fields))
        unsafe check(konak_curl_set_list(easy, CURLOPT_RESOLVE, keeper.addresses))
        let own = unsafe Unmanaged.passUnretained(transfer).toOpaque()
        for option in Self.owners { unsafe check(konak_curl_set_pointer(easy, option, own)) }
        method(request)
        return isWhole
    }

    /// Takes off what belongs to a request that was plain, so that a handle at rest holds nothing of anybody's: its
    /// address, its fields, where its answer went. After any other request the handle is made anew instead.
    mutating func strip() -> Bool {
        unsafe check(konak_curl_set_text(easy, CURLOPT_URL, nil))
        unsafe check(konak_curl_set_list(easy, CURLOPT_HTTPHEADER, nil))
        unsafe check(konak_curl_set_list(easy, CURLOPT_RESOLVE, nil))
        number(CURLOPT_FRESH_CONNECT, 0)
        for option in Self.owners { unsafe check(konak_curl_set_pointer(easy, option, nil)) }
        return isWhole
    }

    /// Where libcurl keeps whom it calls.
    private static let owners = [
        CURLOPT_PRIVATE, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_READDATA, CURLOPT_OPENSOCKETDATA,
    ]

    private mutating func method(_ request: OutboundRequest) {
        // Of a HEAD libcurl must know that nothing follows the head.
        if request.method == .head { return number(CURLOPT_NOBODY, 1) }
        switch request.body {
        case .empty:
            if request.method == .get { return number(CURLOPT_HTTPGET, 1) }
            if request.method == .post || request.method == .put || request.method == .patch { post([]) }
        case .bytes(let bytes): post(bytes)
        case .stream(let length, _):
            number(CURLOPT_UPLOAD, 1)
            large(CURLOPT_INFILESIZE_LARGE, length ?? -1)
        }
        text(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    private mutating func post(_ bytes: [UInt8]) {
        number(CURLOPT_POST, 1)
        large(CURLOPT_POSTFIELDSIZE_LARGE, bytes.count)
        // One byte more than is sent, so that even an empty body has an address.
        let code = unsafe (bytes + [0]).withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return CURLE_OUT_OF_MEMORY }
            return unsafe konak_curl_set_text(
                easy, CURLOPT_COPYPOSTFIELDS, start.assumingMemoryBound(to: CChar.self))
        }
        check(code)
    }

    private static let head: konak_curl_bytes = { start, size, count, owner in
        guard let owner = unsafe owner, let start = unsafe start else { return 0 }
        let length = size * count
        return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
            let line = unsafe UnsafeBufferPointer(start: $0, count: length)
            return unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue().headLine(line) ? length : 0
        }
    }

    private static let body: konak_curl_bytes = { start, size, count, owner in
        guard let owner = unsafe owner, let start = unsafe start else { return 0 }
        let length = size * count
        return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
            let bytes = unsafe UnsafeBufferPointer(start: $0, count: length)
            return unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue().bodyPiece(bytes)
        }
    }

    private static let fill: konak_curl_bytes = { start, size, count, owner in
        guard let owner = unsafe owner, let start = unsafe start else { return 0 }
        let length = size * count
        return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
            let target = unsafe UnsafeMutableBufferPointer(start: $0, count: length)
            return unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue().fill(target)
        }
    }

    static let open: konak_curl_open = { owner, _, address in
        guard let owner = unsafe owner, let address = unsafe address else { return CURL_SOCKET_BAD }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
        // The declared field is shorter than an IPv6 address: libcurl keeps more behind it, read from the whole's start.
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return CURL_SOCKET_BAD }
        let place = unsafe (UnsafeRawPointer(address) + offset).assumingMemoryBound(to: sockaddr.self)
        let target = unsafe IPAddress(place)
        guard let target, transfer.allows(target) else { return CURL_SOCKET_BAD }
        let kind = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return unsafe socket(address.pointee.family, kind, address.pointee.protocol)
    }

    private static let close: konak_curl_close = { owner, descriptor in
        if let owner = unsafe owner {
            unsafe Unmanaged<CurlLoop>.fromOpaque(owner)._withUnsafeGuaranteedRef { $0.willClose(descriptor) }
        }
        return Glibc.close(descriptor)
    }

    private mutating func check(_ code: CURLcode) { isWhole = isWhole && code == CURLE_OK }

    private mutating func text(_ option: CURLoption, _ value: String) {
        unsafe check(konak_curl_set_text(easy, option, value))
    }

    private mutating func number(_ option: CURLoption, _ value: Int) {
        unsafe check(konak_curl_set_number(easy, option, value))
    }

    private mutating func large(_ option: CURLoption, _ value: Int) {
        unsafe check(konak_curl_set_large(easy, option, curl_off_t(value)))
    }

    private func milliseconds(_ duration: Duration) -> Int {
        Int(min(max(duration.clippedNanoseconds / 1_000_000, 1), 3_600_000))
    }
}

extension OutboundRequest {
    /// Nothing but an address and fields, which leave nothing on a handle that `EasySetup.strip` does not take off.
    var isPlain: Bool {
        if method == .get, case .empty = body { true } else { false }
    }

    /// Whether libcurl may send it again on its own: it only asks, or is a stream, which libcurl cannot send twice once
    /// any of it is gone.
    var maySendTwice: Bool {
        if method.isSafe { return true }
        return body.declared ?? 0 > 0
    }
}

extension OutboundRequest.Body {
    var isStream: Bool {
        if case .stream = self { true } else { false }
    }

    /// How long a stream said it will be.
    var declared: Int? {
        if case .stream(let length, _) = self { length } else { nil }
    }
}

import CCurl
import EventLoop
import Glibc
import HTTP

/// Sets one request up on an easy handle.
@safe
struct EasySetup {
    let easy: CurlLoop.OpaqueEasy

    /// All but what comes from `request` is the house's own choice: nothing is taken from the environment or from files.
    func apply(
        _ request: OutboundRequest, within time: Duration, settings: HTTPClientSettings, keeper: TransferKeeper,
        transfer: Transfer
    ) {
        text(CURLOPT_URL, request.url.description)
        number(CURLOPT_NOSIGNAL, 1)
        // An empty proxy also switches off what http_proxy and its kin in the environment would do.
        text(CURLOPT_PROXY, "")
        text(CURLOPT_PROTOCOLS_STR, "http,https")
        number(CURLOPT_FOLLOWLOCATION, 0)
        number(CURLOPT_PATH_AS_IS, 1)
        number(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        // Many requests to one host wait for its first connection to say whether it can carry them all.
        if request.url.scheme == .https { number(CURLOPT_PIPEWAIT, 1) }
        number(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        number(CURLOPT_TIMEOUT_MS, milliseconds(time))
        number(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.connectTimeout))
        unsafe konak_curl_set_large(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(request.responseLimit, 1)))
        text(CURLOPT_USERAGENT, settings.userAgent)
        if let authorities = settings.authorities { text(CURLOPT_CAINFO, authorities) }
        if let list = unsafe keeper.fields { unsafe konak_curl_set_list(easy, CURLOPT_HTTPHEADER, list) }
        if let list = unsafe keeper.addresses { unsafe konak_curl_set_list(easy, CURLOPT_RESOLVE, list) }
        method(request)
        callbacks(transfer, streaming: request.body.isStream)
    }

    private func method(_ request: OutboundRequest) {
        switch request.body {
        case .empty:
            if request.method == .head { return number(CURLOPT_NOBODY, 1) }
            if request.method == .get { return number(CURLOPT_HTTPGET, 1) }
            if request.method == .post || request.method == .put || request.method == .patch { post([]) }
        case .bytes(let bytes): post(bytes)
        case .stream(let length, _):
            number(CURLOPT_UPLOAD, 1)
            unsafe konak_curl_set_large(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(length ?? -1))
        }
        text(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    private func post(_ bytes: [UInt8]) {
        number(CURLOPT_POST, 1)
        unsafe konak_curl_set_large(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        // One byte more than is sent, so that even an empty body has an address.
        unsafe (bytes + [0]).withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return }
            _ = unsafe konak_curl_set_text(
                easy, CURLOPT_COPYPOSTFIELDS, start.assumingMemoryBound(to: CChar.self))
        }
    }

    private func callbacks(_ transfer: Transfer, streaming: Bool) {
        let owner = unsafe Unmanaged.passUnretained(transfer).toOpaque()
        unsafe konak_curl_set_bytes(easy, CURLOPT_HEADERFUNCTION, Self.head)
        unsafe konak_curl_set_pointer(easy, CURLOPT_HEADERDATA, owner)
        unsafe konak_curl_set_bytes(easy, CURLOPT_WRITEFUNCTION, Self.body)
        unsafe konak_curl_set_pointer(easy, CURLOPT_WRITEDATA, owner)
        unsafe konak_curl_set_open(easy, CURLOPT_OPENSOCKETFUNCTION, Self.open)
        unsafe konak_curl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, owner)
        guard streaming else { return }
        unsafe konak_curl_set_bytes(easy, CURLOPT_READFUNCTION, Self.fill)
        unsafe konak_curl_set_pointer(easy, CURLOPT_READDATA, owner)
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

    private static let open: konak_curl_open = { owner, _, address in
        guard let owner = unsafe owner, let address = unsafe address else { return CURL_SOCKET_BAD }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
        let target = unsafe withUnsafePointer(to: &address.pointee.addr) { unsafe IPAddress($0) }
        guard let target, transfer.allows(target) else { return CURL_SOCKET_BAD }
        let kind = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return unsafe socket(address.pointee.family, kind, address.pointee.protocol)
    }

    private func text(_ option: CURLoption, _ value: String) { unsafe konak_curl_set_text(easy, option, value) }
    private func number(_ option: CURLoption, _ value: Int) { unsafe konak_curl_set_number(easy, option, value) }

    private func milliseconds(_ duration: Duration) -> Int {
        Int(min(max(duration.clippedNanoseconds / 1_000_000, 1), 3_600_000))
    }
}

extension OutboundRequest.Body {
    var isStream: Bool {
        if case .stream = self { true } else { false }
    }
}

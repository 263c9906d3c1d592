import CCurl
public import EventLoop
public import HTTP

/// How the house talks to others.
public struct HTTPClientSettings: Sendable {
    /// Requests under way per loop; further ones are refused.
    public var concurrency = 256
    /// Connections per host and loop.
    public var connectionsPerHost = 64
    /// A file of certificate authorities instead of the system's: for tests and closed networks.
    public var authorities: String?
    /// What we call ourselves.
    public var userAgent = "Konak"

    /// The defaults.
    public init() {}
}

/// Something secret that goes along with a request: lent by its owner at the last moment, and never to another origin.
public protocol OutboundCredential: Sendable {
    /// Adds its field.
    func apply(to fields: inout Fields, for url: OutboundURL) async throws
}

/// The one way out by HTTP: bounded in time and size, to listed hosts, to public addresses only.
public final class HTTPClient: Sendable {
    private let curls: [CurlLoop]
    private let settings: HTTPClientSettings
    private let policy: DestinationPolicy
    private let resolver: any HostResolver

    /// A client on all loops.
    public init(
        loops: LoopGroup, policy: DestinationPolicy, resolver: any HostResolver,
        settings: HTTPClientSettings = HTTPClientSettings()
    ) throws(OutboundError) {
        // Before any other thread can: libcurl's own set-up is not safe beside itself.
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK else { throw OutboundError(.saturated) }
        var curls: [CurlLoop] = []
        for loop in loops.loops {
            guard
                let curl = CurlLoop(
                    loop: loop, limit: settings.concurrency, connectionsPerHost: settings.connectionsPerHost)
            else { throw OutboundError(.saturated) }
            curls.append(curl)
        }
        (self.curls, self.settings, self.policy, self.resolver) = (curls, settings, policy, resolver)
    }

    /// Sends a request and returns as soon as the head of the answer is there.
    public func send(
        _ request: OutboundRequest, to destinations: Destinations, with credential: (any OutboundCredential)? = nil
    ) async throws -> OutboundResponse {
        guard let curl = localCurl else {
            return try await Task(executorPreference: curls[0].loop) {
                try await self.send(request, to: destinations, with: credential)
            }.value
        }
        var request = request
        var credential = credential
        while true {
            let response = try await once(request, destinations, credential, on: curl)
            guard request.redirects > 0, let next = try Self.redirect(request, response) else { return response }
            await response.body.abandon()
            if !next.url.hasSameOrigin(as: request.url) { credential = nil }
            request = next
        }
    }

    private func once(
        _ request: OutboundRequest, _ destinations: Destinations, _ credential: (any OutboundCredential)?,
        on curl: CurlLoop
    ) async throws -> OutboundResponse {
        guard destinations.contain(request.url.host) else { throw OutboundError(.destinationNotListed) }
        guard curl.active < curl.limit else { throw OutboundError(.saturated) }
        var fields = request.fields
        var keeper = TransferKeeper()
        try await pin(request.url, &keeper)
        try await credential?.apply(to: &fields, for: request.url)
        for (name, value) in fields.entries { keeper.addField("\(name.text): \(value)") }
        // libcurl would wait a second for a 100 that many servers never send.
        keeper.addField("expect:")
        guard let easy = unsafe curl.takeEasy() else { throw OutboundError(.saturated) }
        let transfer = Transfer(curl: curl, policy: policy, limit: request.responseLimit, keeper: keeper)
        unsafe EasySetup(easy: easy).apply(request, settings: settings, keeper: keeper, transfer: transfer)
        return try await unsafe run(request, transfer, easy)
    }

    private func run(
        _ request: OutboundRequest, _ transfer: Transfer, _ easy: CurlLoop.OpaqueEasy
    ) async throws -> OutboundResponse {
        var feeder: Task<Void, Never>?
        if case .stream(_, let next) = request.body {
            feeder = Task(executorPreference: transfer.curl.loop) { await Self.feed(transfer, next) }
        }
        do {
            let (status, fields) = try await unsafe transfer.start(easy, streaming: request.body.isStream)
            return OutboundResponse(status: status, fields: fields, body: OutboundBody(transfer: transfer))
        } catch {
            feeder?.cancel()
            throw error
        }
    }

    private static func feed(_ transfer: Transfer, _ next: @Sendable () async throws -> [UInt8]?) async {
        do {
            while let piece = try await next() {
                if !piece.isEmpty, await !transfer.offer(piece) { return }
            }
            _ = await transfer.offer(nil)
        } catch {
            transfer.fail(OutboundError(.interrupted, "the request's own body failed"))
        }
    }

    /// A name is looked up here, judged, and pinned: libcurl connects to what was judged and asks nobody again.
    private func pin(_ url: OutboundURL, _ keeper: inout TransferKeeper) async throws {
        guard url.host.address == nil else { return }
        let found = try await resolver.addresses(of: url.host)
        guard !found.isEmpty else { throw OutboundError(.unknownHost, url.host.text) }
        let allowed = found.filter { policy.allows($0) }
        guard !allowed.isEmpty else { throw OutboundError(.addressNotAllowed, url.host.text) }
        let list = allowed.map { if case .v6 = $0 { "[\($0)]" } else { "\($0)" } }.joined(separator: ",")
        keeper.pin("\(url.host.text):\(url.port):\(list)")
    }

    /// The request that follows a redirect; nil when the answer is none.
    private static func redirect(_ request: OutboundRequest, _ response: OutboundResponse) throws -> OutboundRequest? {
        guard [301, 302, 303, 307, 308].contains(response.status.code), let location = response[.location] else {
            return nil
        }
        guard let url = request.url.following(location) else { throw OutboundError(.redirect, "no address") }
        if request.url.scheme == .https, url.scheme == .http { throw OutboundError(.redirect, "from https to http") }
        var next = request
        next.redirects -= 1
        if !url.hasSameOrigin(as: request.url) {
            next.fields[.authorization] = nil
            next.fields[.cookie] = nil
        }
        next.url = url
        let keepsBody = response.status.code == 307 || response.status.code == 308
        if !keepsBody, request.method != .get, request.method != .head {
            next.method = .get
            next.body = .empty
        }
        return next
    }

    private var localCurl: CurlLoop? {
        guard let loop = Loop.current, loop.index < curls.count, curls[loop.index].loop === loop else { return nil }
        return curls[loop.index]
    }
}

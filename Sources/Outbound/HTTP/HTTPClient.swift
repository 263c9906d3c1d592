import CCurl
public import EventLoop
import Glibc
import HTTP

/// The one way out by HTTP: bounded in time and size, to listed hosts, to public addresses only.
///
/// To be closed before its loops stop.
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
        Self.forgetKeyLog()
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK else { throw OutboundError(.saturated) }
        var curls: [CurlLoop] = []
        for loop in loops.loops {
            guard let curl = CurlLoop(loop: loop, settings: settings) else { throw OutboundError(.saturated) }
            curls.append(curl)
        }
        (self.curls, self.settings, self.policy, self.resolver) = (curls, settings, policy, resolver)
    }

    /// libcurl would write every connection's keys to the file that this variable names.
    private static func forgetKeyLog() {
        if unsafe getenv("SSLKEYLOGFILE") != nil { unsafe unsetenv("SSLKEYLOGFILE") }
    }

    /// Ends what is under way and closes all connections.
    public func close() async {
        for curl in curls { await Task(executorPreference: curl.loop) { curl.close() }.value }
    }

    /// What requests came to, by host.
    public func counters() async -> [String: HostCounters] {
        var all: [String: HostCounters] = [:]
        for curl in curls {
            let own = await Task(executorPreference: curl.loop) { curl.ledger.hosts }.value
            for (host, counters) in own { all[host, default: HostCounters()].add(counters) }
        }
        return all
    }

    /// Sends a request and returns as soon as the head of the answer is there. `destinations` are the hosts its caller may
    /// talk to; `credential` goes along to the request's own origin only. Throws `OutboundError`, or what `credential` throws.
    public func send(
        _ request: OutboundRequest, to destinations: Destinations, with credential: (any OutboundCredential)? = nil
    ) async throws -> OutboundResponse {
        guard let curl = localCurl else {
            return try await send(onFirstLoop: request, to: destinations, with: credential)
        }
        let deadline = curl.loop.deadline(in: request.timeout)
        var (step, credential, response) = (
            request, credential,
            try await once(
                request, destinations, credential, on: curl, by: deadline)
        )
        guard request.redirects > 0 else { return response }
        while let next = try step.nextStep(after: response) {
            if !next.url.hasSameOrigin(as: request.url) { credential = nil }
            step = next
            do {
                response = try await once(step, destinations, credential, on: curl, by: deadline)
            } catch let error as OutboundError where !request.method.isSafe {
                // The first step was answered: whatever failed since, it has happened.
                throw error.leavingOutcomeUnknown()
            }
        }
        return response
    }

    /// For callers on threads that are no loop of ours. A task of its own hears of no cancellation by itself.
    private func send(
        onFirstLoop request: OutboundRequest, to destinations: Destinations, with credential: (any OutboundCredential)?
    ) async throws -> OutboundResponse {
        let task = Task(executorPreference: curls[0].loop) {
            try await self.send(request, to: destinations, with: credential)
        }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func once(
        _ request: OutboundRequest, _ destinations: Destinations, _ credential: (any OutboundCredential)?,
        on curl: CurlLoop, by deadline: UInt64
    ) async throws -> OutboundResponse {
        guard destinations.contain(request.url.host) else { throw OutboundError(.destinationNotListed) }
        guard curl.hasRoom else { throw OutboundError(.saturated) }
        let addresses = try await addresses(of: request.url.host, on: curl.loop, by: deadline)
        let secret = try await Self.secret(credential, for: request.url)
        try Task.checkCancellation()
        var keeper = TransferKeeper()
        keeper.add(request, with: secret)
        if let addresses { curl.pin("\(request.url.host.text):\(request.url.port)", to: addresses, &keeper) }
        let transfer = Transfer(
            curl: curl, policy: policy, host: request.url.host.text, limit: request.responseLimit, keeper: keeper,
            declared: request.body.declared, isPlain: request.isPlain, mayAct: !request.method.isSafe)
        guard deadline > curl.loop.now else { throw transfer.failed(OutboundError(.timeout)) }
        let left = Duration.nanoseconds(Int64(clamping: deadline - curl.loop.now))
        guard let easy = unsafe curl.takeEasy() else { throw transfer.failed(Self.refusedOption) }
        var setup = unsafe EasySetup(easy: easy)
        guard setup.apply(request, within: left, keeper: keeper, transfer: transfer) else {
            unsafe curl_easy_cleanup(easy)
            throw transfer.failed(Self.refusedOption)
        }
        return try await unsafe run(request, transfer, easy)
    }

    private static func secret(
        _ credential: (any OutboundCredential)?, for url: OutboundURL
    ) async throws -> SecretField? {
        guard let credential else { return nil }
        return try await credential.field(for: url)
    }

    private static let refusedOption = OutboundError(.notConnected, "an option was refused")

    private func run(
        _ request: OutboundRequest, _ transfer: Transfer, _ easy: CurlLoop.OpaqueEasy
    ) async throws -> OutboundResponse {
        if case .stream(_, let next) = request.body, request.method != .head {
            Task(executorPreference: transfer.curl.loop) { await Self.feed(transfer, next) }
        }
        let head = try await unsafe transfer.start(easy, streaming: request.body.isStream)
        return OutboundResponse(head, OutboundBody(transfer: transfer))
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

    /// A name is looked up here and judged; libcurl connects to what was judged and asks nobody again. The addresses as
    /// libcurl reads them; nil for a host that is an address itself.
    private func addresses(of host: HostName, on loop: Loop, by deadline: UInt64) async throws -> String? {
        if let address = host.address {
            guard policy.allows(address) else { throw OutboundError(.addressNotAllowed, host.text) }
            return nil
        }
        let found: [IPAddress]
        switch await LookUp.addresses(of: host, resolver, on: loop, by: deadline) {
        case .found(let addresses): found = addresses
        case .failed(let error as OutboundError): throw error
        case .failed(let error): throw OutboundError(.unknownHost, String(reflecting: error))
        case .timeout: throw OutboundError(.timeout, "looking up \(host)")
        case .cancelled: throw OutboundError(.cancelled)
        }
        guard !found.isEmpty else { throw OutboundError(.unknownHost, host.text) }
        let allowed = found.filter { policy.allows($0) }
        guard !allowed.isEmpty else { throw OutboundError(.addressNotAllowed, host.text) }
        return allowed.prefix(16).map { if case .v6 = $0 { "[\($0)]" } else { "\($0)" } }.joined(separator: ",")
    }

    private var localCurl: CurlLoop? {
        guard let loop = Loop.current, loop.index < curls.count, curls[loop.index].loop === loop else { return nil }
        return curls[loop.index]
    }
}

public import EventLoop
public import HTTP

extension ByteStream {
    /// Connects to a host: to its addresses in turn, each checked against the policy after the look-up, so that a name
    /// cannot lead where an address may not. All share the time.
    public static func connect(
        to host: HostName, port: UInt16, resolver: any HostResolver, policy: DestinationPolicy, on loop: Loop,
        within time: Duration
    ) async throws(StreamError) -> ByteStream {
        let deadline = loop.deadline(in: time)
        let addresses = try await look(up: host, resolver, on: loop, by: deadline)
        var failure = StreamError(.unknownHost, host.text)
        for (index, address) in addresses.prefix(8).enumerated() {
            let left = deadline > loop.now ? deadline - loop.now : 0
            let share = Duration.nanoseconds(Int64(clamping: left / UInt64(min(addresses.count, 8) - index)))
            do {
                return try await connect(to: address, port: port, policy: policy, on: loop, within: share)
            } catch {
                if error.code == .cancelled { throw error }
                failure = error
            }
        }
        throw failure
    }

    /// A resolver may have no end in time of its own; its answer is waited for, not its end.
    private static func look(
        up host: HostName, _ resolver: any HostResolver, on loop: Loop, by deadline: UInt64
    ) async throws(StreamError) -> [IPAddress] {
        if let address = host.address { return [address] }
        let answer = LookUp(loop)
        Task(executorPreference: loop) { await answer.run(host, resolver) }
        switch await answer.wait.wait(until: deadline) {
        case .news: break
        case .timeout: throw StreamError(.timeout, "looking up \(host)")
        case .cancelled: throw StreamError(.cancelled)
        }
        guard !answer.addresses.isEmpty else { throw StreamError(.unknownHost, host.text) }
        return answer.addresses
    }
}

/// A name's addresses, on their way.
///
/// `@unchecked Sendable`: used on its loop's thread only.
private final class LookUp: @unchecked Sendable {
    let wait: StreamWait
    private(set) var addresses: [IPAddress] = []

    init(_ loop: Loop) { wait = StreamWait(loop) }

    func run(_ host: HostName, _ resolver: any HostResolver) async {
        addresses = (try? await resolver.addresses(of: host)) ?? []
        wait.wake()
    }
}

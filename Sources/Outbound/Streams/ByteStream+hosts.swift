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

    private static func look(
        up host: HostName, _ resolver: any HostResolver, on loop: Loop, by deadline: UInt64
    ) async throws(StreamError) -> [IPAddress] {
        switch await LookUp.addresses(of: host, resolver, on: loop, by: deadline) {
        case .found(let addresses) where !addresses.isEmpty: return addresses
        case .found, .failed: throw StreamError(.unknownHost, host.text)
        case .timeout: throw StreamError(.timeout, "looking up \(host)")
        case .cancelled: throw StreamError(.cancelled)
        }
    }
}

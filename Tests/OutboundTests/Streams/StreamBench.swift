import EventLoop
import HTTP
import Outbound

/// Loops and policies the tests of streams share.
enum StreamBench {
    static let loops = Result { () throws -> LoopGroup in try LoopGroup(count: 1) }
    /// 127.0.0.0/8 besides the public ones.
    static let policy = DestinationPolicy(opening: [try? AddressBlock("127.0.0.0/8")].compactMap { $0 })

    /// Runs the work on the loop.
    static func onLoop<Success: Sendable>(_ work: @escaping @Sendable (Loop) async throws -> Success) async throws
        -> Success
    {
        let loop = try loops.get().first
        return try await Task(executorPreference: loop) { try await work(loop) }.value
    }

    /// A stream to a port of this machine, closed afterwards.
    static func stream<Success: Sendable>(
        to port: UInt16, _ work: @escaping @Sendable (ByteStream) async throws -> Success
    ) async throws -> Success {
        try await onLoop { loop in
            let stream = try await ByteStream.connect(
                to: .loopback, port: port, policy: policy, on: loop, within: .seconds(10))
            defer { stream.close() }
            return try await work(stream)
        }
    }

    /// What the work failed with.
    static func failure(_ work: () async throws -> Void) async -> StreamError.Code? {
        do { try await work() } catch { return (error as? StreamError)?.code }
        return nil
    }
}

/// Every name is here.
struct LoopbackResolver: HostResolver {
    func addresses(of host: HostName) async throws -> [IPAddress] { [.loopback] }
}

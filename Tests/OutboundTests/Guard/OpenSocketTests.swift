import EventLoop
import Glibc
import HTTP
import Testing

@testable import Outbound

/// What is behind the first judgement of an address: here it is left out.
@Suite("The socket's own guard") struct OpenSocketTests {
    @Test(arguments: [("http://shop.example", "127.0.0.1"), ("http://[::1]", nil)])
    func `libcurl opens no socket to where it must not`(place: String, pinned: String?) async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let result = await Task(executorPreference: loops.first) {
            let heard = Gathered<Bool>()
            let listener = try Self.listener(on: loops.first, heard)
            defer { listener.stop() }
            let url = try #require(OutboundURL("\(place):\(listener.address.port)/"))
            #expect(await Self.failure(of: url, pinned, DestinationPolicy(), on: loops.first) == .addressNotAllowed)
            #expect(heard.values.isEmpty)
            // That somebody listens there, and would have heard it.
            let open = DestinationPolicy(opening: try AddressBlock.list("127.0.0.0/8, ::1/128"))
            #expect(await Self.failure(of: url, pinned, open, on: loops.first) == .interrupted)
            #expect(heard.values == [true])
        }.result
        try result.get()
    }

    private static func listener(on loop: Loop, _ heard: Gathered<Bool>) throws -> Listener {
        // Both families.
        let address = try #require(SocketAddress(host: "::", port: 0))
        return try Listener(on: loop, address) {
            heard.add(true)
            close($0.descriptor)
        }
    }

    private static func failure(
        of url: OutboundURL, _ pinned: String?, _ policy: DestinationPolicy, on loop: Loop
    ) async -> OutboundError.Code? {
        guard let curl = CurlLoop(loop: loop, settings: HTTPClientSettings()), let easy = unsafe curl.takeEasy()
        else { return nil }
        defer { curl.close() }
        var keeper = TransferKeeper()
        if let pinned { curl.pin("\(url.host.text):\(url.port)", to: pinned, &keeper) }
        let transfer = Transfer(curl: curl, policy: policy, host: url.host.text, limit: 1_000, keeper: keeper)
        var setup = unsafe EasySetup(easy: easy)
        let isWhole = setup.apply(
            OutboundRequest(.get, url), within: .seconds(10), keeper: keeper, transfer: transfer)
        #expect(isWhole)
        do throws(OutboundError) {
            _ = try await unsafe transfer.start(easy, streaming: false)
            return nil
        } catch { return error.code }
    }
}

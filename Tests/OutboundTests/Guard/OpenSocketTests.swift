import CCurl
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

    @Test(arguments: [
        ("127.0.0.1", true), ("10.0.0.1", false), ("93.184.216.34", true), ("169.254.169.254", false), ("::1", false),
        ("2606:4700::1111", true), ("fd00::1", false), ("::ffff:10.0.0.1", false), ("::ffff:127.0.0.1", true),
        ("64:ff9b::a00:1", false),
    ])
    func `the address itself is looked at, not what was said of it`(text: String, isOpened: Bool) throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let curl = try #require(CurlLoop(loop: loops.first, settings: HTTPClientSettings()))
        let open = DestinationPolicy(opening: [try AddressBlock("127.0.0.0/8")])
        let transfer = Transfer(curl: curl, policy: open, host: "h", limit: 1, keeper: TransferKeeper())
        let descriptor = Self.opened(try Self.place(of: text), for: transfer)
        #expect((descriptor >= 0) == isOpened)
        #expect(transfer.fault?.code == (isOpened ? nil : .addressNotAllowed))
        if descriptor >= 0 { close(descriptor) }
    }

    @Test func `what is no internet address is not opened`() throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let curl = try #require(CurlLoop(loop: loops.first, settings: HTTPClientSettings()))
        let transfer = Transfer(
            curl: curl, policy: DestinationPolicy(), host: "h", limit: 1, keeper: TransferKeeper())
        for family in [AF_UNIX, AF_UNSPEC, AF_NETLINK] {
            let place = (family, [UInt8](repeating: 0, count: 28))
            #expect(Self.opened(place, for: transfer) == CURL_SOCKET_BAD)
        }
        #expect(EasySetup.open(nil, CURLSOCKTYPE_IPCXN, nil) == CURL_SOCKET_BAD)
    }

    /// What stands in memory behind libcurl's own four words: a `sockaddr`.
    private static func place(of text: String) throws -> (family: Int32, bytes: [UInt8]) {
        var bytes = [UInt8](repeating: 0, count: 28)
        bytes[3] = 80
        switch try #require(IPAddress(text)) {
        case .v4(let bits):
            for index in 0..<4 { bytes[4 + index] = UInt8(truncatingIfNeeded: bits >> (24 - 8 * index)) }
            return (AF_INET, bytes)
        case .v6(let high, let low):
            for index in 0..<8 {
                bytes[8 + index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * index))
                bytes[16 + index] = UInt8(truncatingIfNeeded: low >> (56 - 8 * index))
            }
            return (AF_INET6, bytes)
        }
    }

    private static func opened(_ place: (family: Int32, bytes: [UInt8]), for transfer: Transfer) -> Int32 {
        let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 + place.bytes.count, alignment: 16)
        defer { unsafe raw.deallocate() }
        unsafe raw.storeBytes(of: place.family, toByteOffset: 0, as: Int32.self)
        unsafe raw.storeBytes(of: Int32(SOCK_STREAM.rawValue), toByteOffset: 4, as: Int32.self)
        unsafe raw.storeBytes(of: 0, toByteOffset: 8, as: Int32.self)
        unsafe raw.storeBytes(of: UInt32(place.bytes.count), toByteOffset: 12, as: UInt32.self)
        for (index, byte) in place.bytes.enumerated() { unsafe raw[16 + index] = byte }
        unsafe raw.storeBytes(of: sa_family_t(place.family), toByteOffset: 16, as: sa_family_t.self)
        let address = unsafe raw.baseAddress?.assumingMemoryBound(to: curl_sockaddr.self)
        return unsafe EasySetup.open(Unmanaged.passUnretained(transfer).toOpaque(), CURLSOCKTYPE_IPCXN, address)
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

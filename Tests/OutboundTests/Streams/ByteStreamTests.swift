import EventLoop
import HTTP
import Outbound
import Testing

@Suite struct ByteStreamTests {
    @Test func addressesThatAreNotAllowedAreNotConnectedTo() async throws {
        for text in ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"] {
            let address = try #require(IPAddress(text))
            let code = try await StreamBench.onLoop { loop in
                await StreamBench.failure {
                    _ = try await ByteStream.connect(
                        to: address, port: 25, policy: DestinationPolicy(), on: loop, within: .seconds(1))
                }
            }
            #expect(code == .addressNotAllowed, "\(text)")
        }
    }

    @Test func aNameIsJudgedByItsAddress() async throws {
        let code = try await StreamBench.onLoop { loop in
            await StreamBench.failure {
                _ = try await ByteStream.connect(
                    to: HostName("mail.example.com") ?? HostName(.loopback), port: 25, resolver: LoopbackResolver(),
                    policy: DestinationPolicy(), on: loop, within: .seconds(1))
            }
        }
        #expect(code == .addressNotAllowed)
    }

    @Test func aClosedPortIsNoConnection() async throws {
        let port = try {
            let listening = try Listening(); return listening.port
        }()
        let code = await StreamBench.failure { try await StreamBench.stream(to: port) { _ in } }
        #expect(code == .notConnected)
    }

    private static let lines: [(String, ByteStream.LineEnding, String?, StreamError.Code?)] = [
        ("one\r\ntwo\r\n", ByteStream.LineEnding.strict, "one", nil), ("a\n", .tolerant, "a", nil),
        ("a\r\n", .tolerant, "a", nil), ("\r\n", .strict, "", nil),
        ("a\n", .strict, nil, StreamError.Code.malformedLine),
        ("a\rb\r\n", .strict, nil, .malformedLine), ("12345678901\r\n", .strict, nil, .tooLong),
        ("1234567890\r\n", .strict, "1234567890", nil), ("123456789012345", .strict, nil, .tooLong),
        ("half", .strict, nil, .interrupted), ("", .strict, nil, .interrupted),
    ]

    @Test(arguments: lines)
    func linesAreReadStrictly(
        _ said: String, _ ending: ByteStream.LineEnding, _ line: String?, _ code: StreamError.Code?
    ) async throws {
        try await ScriptedServer.run {
            try $0.say(said)
            $0.endOutput()
            _ = try $0.hearAll()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                let failure = await StreamBench.failure {
                    let read = try await stream.readLine(limit: 10, ending: ending, within: .seconds(20))
                    #expect(String(decoding: read, as: UTF8.self) == line)
                }
                #expect(failure == code)
            }
        }
    }

    @Test func aLineMayComeByteByByte() async throws {
        try await ScriptedServer.run { peer in
            for byte in "hello\r\nyou\r\n".utf8 {
                try peer.send([byte])
                peer.pause(1)
            }
            _ = try peer.hearAll()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                let first = try await stream.readLine(limit: 100, within: .seconds(20))
                let second = try await stream.readLine(limit: 100, within: .seconds(20))
                #expect(first == Array("hello".utf8) && second == Array("you".utf8))
            }
        }
    }

    @Test func literalsAreReadByCount() async throws {
        let literal = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        try await ScriptedServer.run {
            try $0.say("* {100000}\r\n")
            try $0.send(literal)
            try $0.say(")\r\nrest")
            $0.endOutput()
            _ = try $0.hearAll()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                _ = try await stream.readLine(limit: 100, within: .seconds(20))
                let read = try await stream.read(exactly: 100_000, within: .seconds(20))
                #expect(read == literal)
                let end = try await stream.readLine(limit: 10, within: .seconds(20))
                #expect(end == [41])
                let early = await StreamBench.failure { _ = try await stream.read(exactly: 5, within: .seconds(20)) }
                #expect(early == .interrupted)
            }
        }
    }

    @Test func whatIsThereIsReadAndAnEndIsAnEnd() async throws {
        try await ScriptedServer.run {
            try $0.say("abc")
            $0.endOutput()
            _ = try $0.hearAll()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                let two = try await stream.readAvailable(limit: 2, within: .seconds(20))
                let one = try await stream.readAvailable(limit: 2, within: .seconds(20))
                let none = try await stream.readAvailable(limit: 2, within: .seconds(20))
                #expect(two == [97, 98] && one == [99] && none == nil)
            }
        }
    }

    @Test func silenceEndsInTime() async throws {
        try await ScriptedServer.run {
            _ = try $0.hearAll()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                let start = ContinuousClock.now
                let code = await StreamBench.failure {
                    _ = try await stream.readLine(limit: 9, within: .milliseconds(200))
                }
                #expect(code == .timeout)
                #expect(ContinuousClock.now - start < .seconds(20))
            }
        }
    }

    @Test func dripsDoNotProlongALine() async throws {
        try await ScriptedServer.run { peer in
            // Until the client has gone.
            for _ in 0..<600 {
                try peer.say("x")
                peer.pause(50)
            }
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                let code = await StreamBench.failure {
                    _ = try await stream.readLine(limit: 999, within: .milliseconds(300))
                }
                #expect(code == .timeout)
            }
        }
    }

    @Test func aReaderThatDoesNotReadHoldsUpTheWriter() async throws {
        let isOver = Sign()
        try await ScriptedServer.run { peer in
            for _ in 0..<3_000 where !isOver.isSet { peer.pause(10) }
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                let bytes = [UInt8](repeating: 7, count: 64 << 20)
                let code = await StreamBench.failure { try await stream.write(bytes, within: .seconds(1)) }
                #expect(code == .timeout)
                isOver.set()
            }
        }
    }

    @Test func whatIsWrittenArrivesAndTheEndIsHeard() async throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        try await ScriptedServer.run { peer in
            let heard = try peer.hearAll()
            try peer.say(heard == bytes ? "same\r\n" : "other\r\n")
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                try await stream.write(bytes, within: .seconds(20))
                try await stream.finishWriting(within: .seconds(20))
                let verdict = try await stream.readLine(limit: 10, within: .seconds(20))
                #expect(verdict == Array("same".utf8))
                let after = await StreamBench.failure { try await stream.write([1], within: .seconds(1)) }
                #expect(after == .closed)
            }
        }
    }

    @Test func aCancelledTaskWaitsNoLonger() async throws {
        try await ScriptedServer.run {
            _ = try $0.hearAll()
        } _: { port in
            let task = Task { () -> StreamError.Code? in
                await StreamBench.failure {
                    try await StreamBench.onLoop { loop in
                        let stream = try await ByteStream.connect(
                            to: .loopback, port: port, policy: StreamBench.policy, on: loop, within: .seconds(20))
                        defer { stream.close() }
                        async let reading = stream.readLine(limit: 9, within: .seconds(60))
                        unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                        _ = try await reading
                    }
                }
            }
            let code = await task.value
            #expect(code == .cancelled)
        }
    }

    @Test func aResetIsAnInterruption() async throws {
        try await ScriptedServer.run {
            try $0.say("par")
            try $0.hear()
            $0.reset()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                try await stream.write(Array("go\r\n".utf8), within: .seconds(20))
                let code = await StreamBench.failure { _ = try await stream.readLine(limit: 99, within: .seconds(20)) }
                #expect(code == .interrupted)
            }
        }
    }

    @Test func twoReadersAreOneTooMany() async throws {
        try await ScriptedServer.run {
            _ = try $0.hearAll()
        } _: { port in
            try await StreamBench.stream(to: port) { stream in
                async let first = StreamBench.failure {
                    _ = try await stream.readLine(limit: 9, within: .seconds(3))
                }
                async let second = StreamBench.failure {
                    _ = try await stream.readLine(limit: 9, within: .seconds(3))
                }
                let codes = await [first, second]
                #expect(Set(codes) == [.timeout, .busy])
            }
        }
    }
}

import EventLoop
import HTTP
import Outbound
import TestKit
import Testing

@Suite struct TLSTests {
    private static let needsServers: ConditionTrait = .enabled(
        if: MailServers.canStart, "only root can start Postfix")

    /// To the port that has TLS from the first byte.
    private static func hello(_ host: String, _ trust: (MailServers) -> TLSContext.Trust) async throws -> StreamError
        .Code?
    {
        let servers = try await MailServers.shared()
        let trust = trust(servers)
        let name = try #require(HostName(host))
        return await StreamBench.failure {
            try await StreamBench.stream(to: servers.implicitPort) { stream in
                let context = try TLSContext(trust: trust)
                try await stream.startTLS(context, host: name, within: .seconds(20))
                let line = try await stream.readLine(limit: 512, within: .seconds(20))
                #expect(line.starts(with: "220 mx.konak.test".utf8))
                #expect(stream.tlsVersion == "TLSv1.3")
                if case .anybody = trust { #expect(!stream.isVerified) } else { #expect(stream.isVerified) }
            }
        }
    }

    @Test(needsServers) func aStrangersCertificateIsRefused() async throws {
        #expect(try await Self.hello(MailServers.host) { _ in .system } == .certificate)
    }

    @Test(needsServers) func anothersNameIsRefused() async throws {
        #expect(try await Self.hello("mail.konak.test") { .authorities(file: $0.authority) } == .certificate)
    }

    @Test(needsServers) func anAddressInsteadOfTheNameIsRefused() async throws {
        #expect(try await Self.hello("127.0.0.1") { .authorities(file: $0.authority) } == .certificate)
    }

    @Test(needsServers) func theRightNameIsTaken() async throws {
        #expect(try await Self.hello(MailServers.host) { .authorities(file: $0.authority) } == nil)
    }

    @Test(needsServers) func anybodyIsTakenWhenAskedFor() async throws {
        #expect(try await Self.hello("whoever.konak.test") { _ in .anybody } == nil)
    }

    @Test func aServerWithoutTLSIsRefused() async throws {
        let code = try await ScriptedServer.run {
            try $0.say("220 mail\r\n")
            _ = try $0.hearAll()
        } _: { port in
            await StreamBench.failure {
                try await StreamBench.stream(to: port) { stream in
                    try await stream.startTLS(
                        try TLSContext(), host: HostName("a.example") ?? HostName(.loopback), within: .seconds(20))
                }
            }
        }
        #expect(code == .tls)
    }

    @Test func whatWasSaidBeforeTLSIsRefused() async throws {
        let code = try await ScriptedServer.run {
            try $0.say("220 go on\r\n250 injected\r\n")
            _ = try $0.hearAll()
        } _: { port in
            await StreamBench.failure {
                try await StreamBench.stream(to: port) { stream in
                    _ = try await stream.readLine(limit: 99, within: .seconds(20))
                    try await stream.startTLS(
                        try TLSContext(), host: HostName("a.example") ?? HostName(.loopback), within: .seconds(20))
                }
            }
        }
        #expect(code == .plaintextBeforeTLS)
    }

    @Test func aHandshakeThatDoesNotEndEndsInTime() async throws {
        let code = try await ScriptedServer.run {
            _ = try $0.hearAll()
        } _: { port in
            await StreamBench.failure {
                try await StreamBench.stream(to: port) { stream in
                    try await stream.startTLS(
                        try TLSContext(), host: HostName("a.example") ?? HostName(.loopback), within: .milliseconds(300)
                    )
                }
            }
        }
        #expect(code == .timeout)
    }
}

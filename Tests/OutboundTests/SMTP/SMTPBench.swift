import EventLoop
import HTTP
import Outbound
import TestKit

/// What the tests of SMTP share.
enum SMTPBench {
    static func host(_ name: String) -> HostName { HostName(name) ?? HostName(.loopback) }

    static func address(_ text: String) throws -> MailAddress { try MailAddress(text) }

    static func envelope(_ recipients: String..., from: String = "ada@sender.example") throws -> SMTPEnvelope {
        SMTPEnvelope(from: try MailAddress(from), to: try recipients.map { try MailAddress($0) })
    }

    static func message(_ body: String = "hello\r\n") throws -> MailBytes {
        try MailBytes(Array("From: ada@sender.example\r\nSubject: x\r\n\r\n\(body)".utf8))
    }

    /// A client that trusts the tests' authority and does not wait for ever; how long, is a matter of
    /// seconds that no working server needs, except where a test waits for the end of its patience.
    static func client(authority: String? = nil, patience: Double = 2, verdict: Duration? = nil) throws -> SMTPClient {
        var settings = SMTPSettings(helloName: .name(host("konak.example")))
        if let authority { settings.trust = .authorities(file: authority) }
        settings.timeouts.message = verdict ?? .seconds(20) * patience
        settings.timeouts.goodbye = .seconds(1)
        for time in [\SMTPTimeouts.connect, \.tls, \.greeting, \.command, \.data, \.block] {
            settings.timeouts[keyPath: time] = .seconds(10) * patience
        }
        return try SMTPClient(
            loops: StreamBench.loops.get(), policy: StreamBench.policy, resolver: LoopbackResolver(), settings: settings
        )
    }

    /// Sends one message to a scripted server.
    static func send(
        security: SMTPSecurity = .none, credentials: SMTPCredentials? = nil, inTheClear: Bool = false,
        _ message: MailBytes? = nil, _ envelope: SMTPEnvelope? = nil, patience: Double = 2,
        verdict: Duration? = nil,
        to script: @escaping @Sendable (RawPeer) throws -> Void
    ) async throws -> Result<SMTPDelivery, SMTPError> {
        let message = try message ?? Self.message()
        let envelope = try envelope ?? Self.envelope("bob@there.example")
        return try await ScriptedServer.run(script) { port in
            var server = SMTPServer(
                host: host("mail.there.example"), port: port, security: security, credentials: credentials)
            server.allowsSecretsInTheClear = inTheClear
            do {
                return .success(
                    try await client(patience: patience, verdict: verdict).send(message, envelope, through: server))
            } catch let error as SMTPError {
                return .failure(error)
            }
        }
    }
}

extension RawPeer {
    /// Welcome and EHLO, with these extensions.
    func welcome(_ extensions: String...) throws {
        try say("220 there.example ESMTP\r\n")
        try hear()
        try say("250-there.example\r\n")
        for name in extensions { try say("250-\(name)\r\n") }
        try say("250 HELP\r\n")
    }

    /// After the welcome: the whole of a transaction that goes well, up to the verdict.
    func takeMessage() throws {
        for _ in 0..<2 {
            try hear()
            try say("250 fine\r\n")
        }
        try hear()
        try say("354 go on\r\n")
        try hearMessage()
    }
}

extension Result where Success == SMTPDelivery, Failure == SMTPError {
    /// The kind of failure.
    var code: SMTPError.Code? {
        if case .failure(let error) = self { return error.code }
        return nil
    }

    var error: SMTPError? {
        if case .failure(let error) = self { return error }
        return nil
    }

    var delivery: SMTPDelivery? { try? get() }
}

import Crypto
import EventLoop
import HTTP
import Outbound
import TestKit
import Testing

/// Keys to sign with, and another hand to verify: Debian's python3-dkim, with the keys instead of DNS.
enum DKIMKeys {
    static func key(_ path: String, _ selector: String) throws -> DKIMKey {
        var pem = MailServers.contents(of: path)
        let key = try SigningKey(pem: SecretBytes(wiping: &pem))
        return try DKIMKey(domain: SMTPBench.host("sender.example"), selector: SMTPBench.host(selector), key: key)
    }

    private static let verifier = "verify-dkim.py"

    /// Where a Python script of these tests lies.
    static func script(_ name: String) -> String {
        #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
    }

    /// Checks what the verifier says of a message's first two signatures.
    static func expect(
        _ expected: String, of message: [UInt8], _ folder: String, at place: SourceLocation = #_sourceLocation
    ) async throws {
        let verdict = try await verify(message, folder)
        #expect(verdict == expected, sourceLocation: place)
    }

    private static func verify(_ message: [UInt8], _ folder: String) async throws -> String {
        let command = ChildCommand("/usr/bin/python3", [script(verifier), folder], environment: ["LANG": "C.UTF-8"])
        let result = try await StreamBench.onLoop { loop in
            try await ChildProcess.run(on: loop, command, input: message, timeout: .seconds(30))
        }
        if !result.exit.isSuccess { return String(decoding: result.errors, as: UTF8.self) }
        return String(decoding: result.output.dropLast(), as: UTF8.self)
    }
}

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

    private static let verifier = #"""
        import sys, dkim
        folder = sys.argv[1]
        keys = {b"rsa": b"rsa; p=" + open(folder + "/rsa.txt", "rb").read(),
                b"ed": b"ed25519; p=" + open(folder + "/ed25519.txt", "rb").read()}
        def answer(name, timeout=5):
            selector, rest = name.split(b".", 1)
            assert rest.rstrip(b".") == b"_domainkey.sender.example", rest
            return b"v=DKIM1; k=" + keys[selector]
        message = dkim.DKIM(sys.stdin.buffer.read())
        def verdict(index):
            try: return message.verify(idx=index, dnsfunc=answer)
            except dkim.DKIMException as refusal: print(refusal, file=sys.stderr); return False
        print(*[verdict(index) for index in range(2)])
        """#

    /// Checks what the verifier says of a message's first two signatures.
    static func expect(
        _ expected: String, of message: [UInt8], _ folder: String, at place: SourceLocation = #_sourceLocation
    ) async throws {
        let verdict = try await verify(message, folder)
        #expect(verdict == expected, sourceLocation: place)
    }

    private static func verify(_ message: [UInt8], _ folder: String) async throws -> String {
        let command = ChildCommand("/usr/bin/python3", ["-c", verifier, folder], environment: ["LANG": "C.UTF-8"])
        let result = try await StreamBench.onLoop { loop in
            try await ChildProcess.run(on: loop, command, input: message, timeout: .seconds(30))
        }
        if !result.exit.isSuccess { return String(decoding: result.errors, as: UTF8.self) }
        return String(decoding: result.output.dropLast(), as: UTF8.self)
    }
}

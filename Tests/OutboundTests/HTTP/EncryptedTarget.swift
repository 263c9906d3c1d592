import EventLoop
import Glibc
import TestKit
import Testing

/// nginx with a certificate of its own for shop.example, speaking HTTP/2. It answers with its connection's number.
struct EncryptedTarget: Sendable {
    /// The certificate, to be trusted.
    let authority: String
    let port: UInt16
    /// Ends the server without a word to anybody.
    let kill: @Sendable () -> Void

    static func run(
        on loop: Loop, protocols: String = "TLSv1.2 TLSv1.3", _ body: (EncryptedTarget) async throws -> Void
    ) async throws {
        var template = Array("/tmp/konak-test-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let result: Result<Void, any Error>
        do { result = .success(try await run(on: loop, folder, protocols, body)) } catch { result = .failure(error) }
        try await program(on: loop, "/bin/rm", ["-rf", folder])
        try result.get()
    }

    private static func run(
        on loop: Loop, _ folder: String, _ protocols: String, _ body: (EncryptedTarget) async throws -> Void
    ) async throws {
        try await program(
            on: loop, "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=shop.example", "-addext", "subjectAltName=DNS:shop.example",
                "-keyout", "\(folder)/key.pem", "-out", "\(folder)/certificate.pem",
            ])
        let port = try FreePort.find()
        try write(configuration(folder, port, protocols), to: "\(folder)/nginx.conf")
        let nginx = try ChildProcess(
            on: loop,
            ChildCommand("/usr/sbin/nginx", ["-p", folder, "-c", "\(folder)/nginx.conf", "-e", "\(folder)/errors"]))
        let result: Result<Void, any Error>
        do {
            try await waitUntilItListens(port, loop)
            let target = EncryptedTarget(authority: "\(folder)/certificate.pem", port: port) { nginx.signal(SIGKILL) }
            result = .success(try await body(target))
        } catch {
            result = .failure(error)
        }
        nginx.signal(SIGTERM)
        _ = try await nginx.wait()
        try result.get()
    }

    private static func waitUntilItListens(_ port: UInt16, _ loop: Loop) async throws {
        for _ in 0..<500 {
            if let client = try? RawClient(port: port) { return client.close() }
            try await loop.sleep(for: .milliseconds(20))
        }
        Issue.record("nginx does not listen")
    }

    private static func program(on loop: Loop, _ path: String, _ arguments: [String]) async throws {
        let result = try await ChildProcess.run(on: loop, ChildCommand(path, arguments), timeout: .seconds(60))
        try #require(result.exit.isSuccess, "\(path): \(String(decoding: result.errors, as: UTF8.self))")
    }

    private static func write(_ text: String, to path: String) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT, 0o644)
        let bytes = Array(text.utf8)
        let count = unsafe Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
        try #require(count == bytes.count)
    }

    private static func configuration(_ folder: String, _ port: UInt16, _ protocols: String) -> String {
        """
        daemon off;
        master_process off;
        \(geteuid() == 0 ? "user root;" : "")
        pid \(folder)/pid;
        events {}
        http {
            access_log off;
            client_body_temp_path \(folder)/body;
            proxy_temp_path \(folder)/proxy;
            fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi;
            scgi_temp_path \(folder)/scgi;
            server {
                listen 127.0.0.1:\(port) ssl http2;
                ssl_certificate \(folder)/certificate.pem;
                ssl_certificate_key \(folder)/key.pem;
                ssl_protocols \(protocols);
                location / { return 200 $connection; }
            }
        }
        """
    }
}

public import Core
import EventLoop
import Glibc

/// A private Postfix and a private Dovecot for tests: their own folder, free ports of 127.0.0.1, an own certificate
/// authority and keys. They end with this process, however that ends, and their folder with them.
///
/// Anybody at `konak.test` has a mailbox; `refused@` is nobody, `later@` is to be tried again.
public final class MailServers: Sendable {
    /// Takes mail for `konak.test` from anybody, with STARTTLS if one wants.
    public let port: UInt16
    /// Takes mail from those who sign in, after STARTTLS only.
    public let submissionPort: UInt16
    /// The same with TLS from the first byte.
    public let implicitPort: UInt16
    /// Where everything of the servers lives.
    public let folder: String
    private let guardian: ChildProcess

    /// The name in the servers' certificate.
    public static let host = "mx.konak.test"
    /// Everybody's password.
    public static let password = Redacted("kapi-42")

    /// Postfix gives each of its processes an account of its own, so only root can start it.
    public static var canStart: Bool { geteuid() == 0 }

    /// The servers all tests of this process share; each writes to mailboxes of its own.
    public static func shared() async throws -> MailServers { try await starting.value }

    private static let starting = Task { try await MailServers.start() }

    /// A certificate of the authority that the servers' certificate is from.
    public var authority: String { folder + "/ca.pem" }

    private init(_ folder: String, _ ports: [UInt16], _ guardian: ChildProcess) {
        (self.folder, self.guardian) = (folder, guardian)
        (port, submissionPort, implicitPort) = (ports[0], ports[1], ports[2])
    }

    private static func start() async throws -> MailServers {
        guard canStart else { throw MailServersFault("only root can start Postfix") }
        let folder = try makeFolder()
        let ports = try FreePort.find(3)
        var command = ChildCommand(
            "/bin/sh", ["-c", script, "mail", folder] + ports.map { "\($0)" },
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"])
        command.input = .pipe
        command.errors = .nothing
        let guardian = try await TestLoops.spawn(command)
        try await TestLoops.run { try await waitUntilReady(guardian) }
        return MailServers(folder, ports, guardian)
    }

    /// The script says one word when all is up, or a sentence when it is not.
    private static func waitUntilReady(_ guardian: ChildProcess) async throws {
        var said: [UInt8] = []
        while let piece = try await guardian.output?.next() {
            said += piece
            if said.starts(with: "ready\n".utf8) { return }
        }
        throw MailServersFault("Postfix and Dovecot did not start: \(String(decoding: said, as: UTF8.self))")
    }

    /// The servers' own accounts must reach what is in it.
    private static func makeFolder() throws -> String {
        var template = Array("/tmp/konak-mail-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        }
        guard let made else { throw MailServersFault("no folder could be made in /tmp") }
        unsafe chmod(made, 0o755)
        return made
    }

    // MARK: What has arrived

    /// The messages in somebody's mailbox, once there are so many; throws after half a minute.
    public func mailbox(of user: String, holding count: Int = 1) async throws -> [[UInt8]] {
        for _ in 0..<600 {
            let found = Self.files(in: "\(folder)/mail/\(user)/new").map { Self.contents(of: $0) }
            if found.count >= count { return found }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw MailServersFault("no mail for \(user); the servers say:\n\(log)")
    }

    /// The ends of both servers' logs.
    public var log: String {
        ["postfix.log", "dovecot.log"].map { name in
            String(decoding: Self.contents(of: "\(folder)/\(name)").suffix(4_000), as: UTF8.self)
        }.joined(separator: "\n")
    }

    private static func files(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append("\(folder)/\(name)") }
        }
        return names.sorted()
    }

    /// A file's bytes; none when there is no such file.
    public static func contents(of path: String) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe read(descriptor, &piece, piece.count)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }
}

/// The servers could not be made, or did not do their work.
public struct MailServersFault: Error, CustomStringConvertible {
    /// Why.
    public let description: String

    init(_ description: String) { self.description = description }
}

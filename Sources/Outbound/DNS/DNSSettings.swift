import Glibc
import HTTP

/// Whom to ask for names, and how patiently.
public struct DNSSettings: Sendable {
    /// Asked in this order.
    public var servers: [NameServer]
    /// Asked before any server.
    public var hosts: HostsFile
    /// How often all servers are asked in turn.
    public var rounds = 2
    /// How long one server has for one question.
    public var patience = Duration.seconds(2)
    /// The longest an answer is kept, whatever its own time.
    public var longestKept = Duration.seconds(60)

    /// Servers and a file.
    public init(servers: [NameServer], hosts: HostsFile = HostsFile()) {
        (self.servers, self.hosts) = (servers, hosts)
    }

    /// From the texts of `resolv.conf` and `hosts`. Search lists are not taken: names are whole here. Without a server
    /// named there is one on this machine.
    public init(resolv: String, hosts: String) {
        var servers: [NameServer] = []
        for line in resolv.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count >= 2, words[0] == "nameserver", let address = IPAddress(words[1]) else { continue }
            servers.append(NameServer(address))
        }
        self.init(servers: Array(servers.prefix(3)), hosts: HostsFile(hosts))
        if self.servers.isEmpty { self.servers = [NameServer(.loopback)] }
    }

    /// As this machine is set up.
    public static func system() -> DNSSettings {
        DNSSettings(resolv: read("/etc/resolv.conf"), hosts: read("/etc/hosts"))
    }

    /// The first megabyte of a file; empty when there is none.
    private static func read(_ path: String) -> String {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var (text, piece) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while text.count < 1 << 20 {
            let count = unsafe Glibc.read(descriptor, &piece, piece.count)
            guard count > 0 else { break }
            text += piece[..<count]
        }
        return String(decoding: text, as: UTF8.self)
    }
}

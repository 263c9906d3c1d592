/// What a server offers in answer to EHLO.
public struct SMTPCapabilities: Sendable, Hashable {
    /// Ways to sign in that this client knows.
    public enum Mechanism: String, Sendable, Hashable {
        /// Name and password in one go (RFC 4616).
        case plain = "PLAIN"
        /// Name and password one after the other.
        case login = "LOGIN"
        /// A token of OAuth 2.
        case xoauth2 = "XOAUTH2"
    }

    /// TLS on this connection.
    public internal(set) var startTLS = false
    /// Many commands at once.
    public internal(set) var pipelining = false
    /// Bodies of eight bits.
    public internal(set) var eightBitMIME = false
    /// Addresses and fields in UTF-8.
    public internal(set) var smtpUTF8 = false
    /// Notices of what became of it.
    public internal(set) var dsn = false
    /// The largest message; nil when nothing is said or there is no limit.
    public internal(set) var maximumSize: Int?
    /// SIZE is understood at all.
    public internal(set) var size = false
    /// Ways to sign in.
    public internal(set) var mechanisms: Set<Mechanism> = []

    init() {}

    /// From the reply to EHLO; its first line is the server's name.
    init(_ reply: SMTPReply) {
        for line in reply.lines.dropFirst() { add(line) }
    }

    private mutating func add(_ line: String) {
        // `AUTH=PLAIN` was a draft's spelling and is still met.
        let words = line.uppercased().split { $0 == " " || $0 == "=" }.map(String.init)
        switch words.first {
        case "STARTTLS": startTLS = true
        case "PIPELINING": pipelining = true
        case "8BITMIME": eightBitMIME = true
        case "SMTPUTF8": smtpUTF8 = true
        case "DSN": dsn = true
        case "SIZE":
            size = true
            maximumSize = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        case "AUTH": mechanisms.formUnion(words.dropFirst().compactMap(Mechanism.init(rawValue:)))
        default: break
        }
    }
}

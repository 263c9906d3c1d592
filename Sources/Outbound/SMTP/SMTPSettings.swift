public import Core
public import HTTP

/// How safe a connection must be.
public enum SMTPSecurity: Sendable, Hashable {
    /// In the clear.
    case none
    /// STARTTLS when it is offered, with whatever certificate: hidden from those who only listen. What is agreed on must
    /// then work; there is no way back into the clear. Never for accounts.
    case opportunistic
    /// STARTTLS with a valid certificate, or nothing.
    case required
    /// TLS with a valid certificate from the first byte, as on port 465.
    case implicit
}

/// Who we are to a server.
public enum SMTPCredentials: Sendable {
    /// A name and its password.
    case password(user: String, Redacted<String>)
    /// A name and a token of OAuth 2.
    case token(user: String, Redacted<String>)
}

/// A server and how to talk to it.
public struct SMTPServer: Sendable {
    /// Its name, which its certificate must prove.
    public var host: HostName
    /// Its port.
    public var port: UInt16
    /// How safe the connection must be.
    public var security: SMTPSecurity
    /// Who we are; nil for servers that do not ask.
    public var credentials: SMTPCredentials?
    /// True only for a server on a wire nobody else is on: the account is then told without TLS.
    public var allowsSecretsInTheClear = false

    /// A server.
    public init(
        host: HostName, port: UInt16, security: SMTPSecurity = .required, credentials: SMTPCredentials? = nil
    ) {
        (self.host, self.port, self.security, self.credentials) = (host, port, security, credentials)
    }
}

/// How long to wait for what; RFC 5321, 4.5.3.2 unless scaled.
public struct SMTPTimeouts: Sendable {
    /// What is waited for.
    enum Phase: Sendable, Hashable { case greeting, command, data, message, goodbye }

    /// For the connection.
    public var connect = Duration.seconds(60)
    /// For TLS to be agreed on.
    public var tls = Duration.seconds(60)
    /// For the first word.
    public var greeting = Duration.seconds(300)
    /// For the answer to a command, and for the command to be taken.
    public var command = Duration.seconds(300)
    /// For the answer to DATA.
    public var data = Duration.seconds(120)
    /// For 64 KB of the message to be taken.
    public var block = Duration.seconds(180)
    /// For the word on the message. Too short a time here delivers twice.
    public var message = Duration.seconds(600)

    /// For the answer to QUIT, which changes nothing: who has sent a message does not wait for a server's manners.
    public var goodbye = Duration.seconds(5)

    /// The times of the RFC.
    public init() {}

    /// All times by a factor: 0.1 for people who wait.
    public func scaled(by factor: Double) -> SMTPTimeouts {
        var scaled = self
        for time in [\SMTPTimeouts.connect, \.tls, \.greeting, \.command, \.data, \.block, \.message, \.goodbye] {
            scaled[keyPath: time] = self[keyPath: time] * max(factor, 0)
        }
        return scaled
    }

    subscript(_ phase: Phase) -> Duration {
        switch phase {
        case .greeting: greeting
        case .command: command
        case .data: data
        case .message: message
        case .goodbye: goodbye
        }
    }
}

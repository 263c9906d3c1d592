/// Why a message, or a whole conversation with a mail server, failed.
public struct SMTPError: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// The stream failed before the message was handed over: nothing was delivered.
        case stream(StreamError.Code)
        /// The stream failed after the message's last byte: the server may have taken it, or not.
        case outcomeUnknown
        /// The server's answer is not SMTP.
        case protocolViolation
        /// TLS is asked for and not to be had; nothing secret was said.
        case tlsRequired
        /// The server does not accept who we are.
        case authentication
        /// The server lacks what the message needs: SMTPUTF8 or 8BITMIME.
        case unsupported
        /// The message is larger than the server takes.
        case tooLarge
        /// The server refused, in `reply`.
        case refused
        /// The message or the envelope is not fit for SMTP.
        case malformed
    }

    /// What kind of failure.
    public let code: Code
    /// What happened.
    public let message: String
    /// What the server said, when it said something.
    public let reply: SMTPReply?

    init(_ code: Code, _ message: String = "", reply: SMTPReply? = nil) {
        (self.code, self.message, self.reply) = (code, message, reply)
    }

    init(_ error: StreamError) { self.init(.stream(error.code), error.message) }

    /// True when another try, later, may work. After `outcomeUnknown` it may also deliver twice.
    public var isTransient: Bool {
        if let reply { return reply.isTransient }
        switch code {
        case .stream(let code):
            return switch code {
            case .unknownHost, .notConnected, .timeout, .interrupted, .tls, .cancelled, .closed, .busy: true
            case .addressNotAllowed, .tooLong, .malformedLine, .certificate, .plaintextBeforeTLS: false
            }
        case .outcomeUnknown, .protocolViolation: return true
        case .tlsRequired, .authentication, .unsupported, .tooLarge, .refused, .malformed: return false
        }
    }

    /// Bland: a tenant may read it.
    public var description: String {
        switch code {
        case .stream(let code): StreamError(code).description
        case .outcomeUnknown: "the server did not say whether it took the message"
        case .protocolViolation: "the server broke the rules of the conversation"
        case .tlsRequired: "the server offers no safe connection"
        case .authentication: "the server does not accept the account"
        case .unsupported: "the server cannot take a message of this kind"
        case .tooLarge: "the message is too large for the server"
        case .refused: "the server refused"
        case .malformed: "the message is not fit to be sent"
        }
    }

    /// The truth.
    public var debugDescription: String { "\(code): \(message)\(reply.map { " (\($0))" } ?? "")" }
}

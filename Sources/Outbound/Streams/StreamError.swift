/// Why a byte stream could not do what it was asked.
public struct StreamError: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// The address is not a public one.
        case addressNotAllowed
        /// The name has no address.
        case unknownHost
        /// No connection.
        case notConnected
        /// It took too long.
        case timeout
        /// The other side ended the stream, or the connection broke.
        case interrupted
        /// This side has closed the stream.
        case closed
        /// A line or an answer is longer than allowed.
        case tooLong
        /// A line does not end as lines must.
        case malformedLine
        /// TLS could not be agreed on, or was broken.
        case tls
        /// The certificate is not acceptable.
        case certificate
        /// Something was said before TLS that belongs behind it: somebody may have slipped it in.
        case plaintextBeforeTLS
        /// Another task is doing the same on this stream.
        case busy
        /// The calling task was cancelled.
        case cancelled
    }

    /// What kind of failure.
    public let code: Code
    /// What the system or the library said.
    public let message: String

    init(_ code: Code, _ message: String = "") { (self.code, self.message) = (code, message) }

    /// Bland: what a tenant learns must not map our network.
    public var description: String {
        switch code {
        case .addressNotAllowed: "the destination is not allowed"
        case .timeout: "the other side took too long"
        case .tooLong, .malformedLine, .plaintextBeforeTLS: "the other side broke the rules of the conversation"
        case .tls: "no safe connection could be agreed on"
        case .certificate: "the other side's certificate is not valid"
        case .cancelled, .closed, .busy: "the work was given up"
        case .unknownHost, .notConnected, .interrupted: "the other side could not be reached"
        }
    }

    /// The truth.
    public var debugDescription: String { "\(code): \(message)" }
}

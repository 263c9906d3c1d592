import CCurl

/// Why no whole answer came.
public struct OutboundError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// The host is not among the caller's destinations.
        case destinationNotListed
        /// The address is not a public one.
        case addressNotAllowed
        /// The name has no address.
        case unknownHost
        /// No connection.
        case notConnected
        /// The certificate is not acceptable.
        case certificate
        /// It took too long.
        case timeout
        /// The answer is larger than allowed.
        case tooLarge
        /// More redirects than allowed, or one to nowhere.
        case redirect
        /// The connection broke, or the other side does not speak HTTP.
        case interrupted
        /// The credential is nothing that a field can hold.
        case credential
        /// The calling task was cancelled.
        case cancelled
        /// Too many requests are under way, or the client is closed.
        case saturated
    }

    /// What kind of failure.
    public let code: Code
    /// What the library said.
    public let message: String

    /// True when the request may have had its effect although no whole answer came: to send it again may do it twice.
    public private(set) var outcomeUnknown = false

    init(_ code: Code, _ message: String = "") { (self.code, self.message) = (code, message) }

    /// The same failure of a request that was not merely a question, and may have arrived.
    func leavingOutcomeUnknown() -> OutboundError {
        var error = self
        error.outcomeUnknown = true
        return error
    }

    /// Bland: what a tenant learns must not map our network.
    public var description: String {
        switch code {
        case .destinationNotListed, .addressNotAllowed: "the destination is not allowed"
        case .timeout: "the other side took too long"
        case .tooLarge: "the answer is too large"
        case .certificate: "the other side's certificate is not valid"
        default: "the other side cannot be reached"
        }
    }

    /// All that is known.
    public var debugDescription: String {
        "OutboundError.\(code)\(message.isEmpty ? "" : ": \(message)")\(outcomeUnknown ? ", outcome unknown" : "")"
    }

    /// True when the same request may be tried again later without being done twice.
    public var isTransient: Bool {
        switch code {
        case .notConnected, .timeout, .interrupted, .saturated, .unknownHost: !outcomeUnknown
        default: false
        }
    }
}

extension OutboundError.Code {
    /// Whether a request that has begun may have arrived whole when it ends so.
    var followsSending: Bool {
        switch self {
        case .timeout, .interrupted, .tooLarge, .cancelled: true
        default: false
        }
    }
}

extension OutboundError {
    init(curl result: CURLcode) {
        self.init(Self.code(of: result), unsafe String(cString: curl_easy_strerror(result)))
    }

    private static func code(of result: CURLcode) -> Code {
        switch result {
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_COULDNT_RESOLVE_HOST: .unknownHost
        case CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR: .notConnected
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .certificate
        case CURLE_FILESIZE_EXCEEDED: .tooLarge
        default: .interrupted
        }
    }
}

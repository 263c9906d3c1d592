/// The request methods this house answers. Any other is refused with 501 before routing.
public enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"

    /// True when repeating the request must have no further effect on the server (RFC 9110, 9.2.2).
    public var isIdempotent: Bool { self != .post && self != .patch }

    /// True when the request must not change anything (RFC 9110, 9.2.1).
    public var isSafe: Bool { self == .get || self == .head || self == .options }

    /// The name as the wire has it, without a string being made.
    package var name: StaticString {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        }
    }
}

public import HTTP

/// Why a request was not even shown to a handler. The connection is closed after the answer, for what follows on it
/// can no longer be told apart from the request.
public struct Refusal: Error, Sendable, Equatable {
    /// What the client is told.
    public let status: Status
    /// What the log is told.
    public let reason: StaticString

    package init(_ status: Status, _ reason: StaticString) { (self.status, self.reason) = (status, reason) }

    /// Equal status and reason.
    public static func == (left: Refusal, right: Refusal) -> Bool {
        left.status == right.status && left.reason.description == right.reason.description
    }
}

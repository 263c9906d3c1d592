/// A reader of bytes from outside, and what it promises about any of them. `make fuzz` feeds it what libFuzzer makes up,
/// `make test` what was kept of that in `Tests/Fuzz/corpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Requests on a connection: head scanner, parser, framing, bodies.
    case http
    /// Frames on a WebSocket.
    case websocket
    /// A body of `multipart/form-data`.
    case multipart
    /// A query string or a plain form.
    case form
    /// The `Cookie` field.
    case cookie
    /// A request's target and the templates that match it.
    case target
    /// The `Host` field and addresses.
    case host
    /// Ranges, entity tags and what else conditions an answer.
    case range
    /// The `Accept` family and media types.
    case accept
    /// The `Forwarded` family.
    case forwarded
    /// HTTP dates and RFC 3339.
    case date
    /// JSON documents.
    case json
    /// SQL statements as the driver sorts them.
    case sql
    /// Cells of query results.
    case cell
    /// What the database's server says.
    case wire
    /// Text put into markup.
    case html
    /// Templates.
    case template
    /// What a name server says.
    case dns
    /// The head of a message that is to be signed and sent.
    case mail
    /// What a mail server says.
    case smtp
    /// What a Redis server says.
    case redis
}

extension FuzzTarget {
    /// Has the target read the input, and checks what comes out by other means.
    public func check(_ input: [UInt8]) throws(BrokenPromise) {
        switch self {
        case .http: try HTTPCheck.check(input)
        case .websocket: try WebSocketCheck.check(input)
        case .multipart: try MultipartCheck.check(input)
        case .form: try FormCheck.check(input)
        case .cookie: try CookieCheck.check(input)
        case .target: try TargetCheck.check(input)
        case .host: try HostCheck.check(input)
        case .range: try RangeCheck.check(input)
        case .accept: try AcceptCheck.check(input)
        case .forwarded: try ForwardedCheck.check(input)
        case .date: try DateCheck.check(input)
        case .json: try JSONCheck.check(input)
        case .sql: try StatementCheck.check(input)
        case .cell: try CellCheck.check(input)
        case .wire: try WireCheck.check(input)
        case .html: try MarkupCheck.check(input)
        case .template: try TemplatePromises.check(input)
        case .dns: try DNSCheck.check(input)
        case .mail: try MailCheck.check(input)
        case .smtp: try SMTPCheck.check(input)
        case .redis: try RedisCheck.check(input)
        }
    }
}

/// What a target promised and did not keep.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// The promise, in words.
    public let description: String
}

/// Checks a promise.
func hold(_ promise: @autoclosure () -> Bool, _ words: @autoclosure () -> String) throws(BrokenPromise) {
    guard promise() else { throw BrokenPromise(description: words()) }
}

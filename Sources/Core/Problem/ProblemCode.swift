/// What went wrong, for machines, with the status and the bland title that go with it. A module adds its own codes as
/// static members.
public struct ProblemCode: Sendable {
    /// Lower case with dashes, as in `urn:konak:problem:not-found`. It never changes once it is out.
    public let text: String
    /// The problem type of RFC 9457: the code as a URN.
    public let type: String
    /// The status it is answered with.
    public let status: UInt16
    /// Words anyone may read, in English.
    public let title: String

    /// A code known when the code was written. A status out of 400…599 becomes 500.
    public init(_ text: StaticString, status: UInt16, title: StaticString) {
        (self.text, self.title) = (text.description, title.description)
        type = "urn:konak:problem:" + self.text
        self.status = (400...599).contains(status) ? status : 500
    }
}

extension ProblemCode: Hashable, CustomStringConvertible {
    /// Codes are the same when their texts are.
    public static func == (left: ProblemCode, right: ProblemCode) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The code alone.
    public var description: String { text }
}

extension ProblemCode {
    /// The request cannot be read.
    public static let badRequest = ProblemCode("bad-request", status: 400, title: "The request cannot be read")
    /// Nobody is signed in.
    public static let unauthenticated = ProblemCode("unauthenticated", status: 401, title: "Sign in to go on")
    /// Signed in, and not allowed.
    public static let forbidden = ProblemCode("forbidden", status: 403, title: "This is not allowed")
    /// Nothing is there, or not for this reader.
    public static let notFound = ProblemCode("not-found", status: 404, title: "Not found")
    /// The address exists, the method does not.
    public static let methodNotAllowed = ProblemCode(
        "method-not-allowed", status: 405, title: "This cannot be done here")
    /// No form of the answer suits the reader.
    public static let notAcceptable = ProblemCode(
        "not-acceptable", status: 406, title: "No acceptable form is available")
    /// The other side took too long to send.
    public static let requestTimeout = ProblemCode(
        "request-timeout", status: 408, title: "The request took too long to arrive")
    /// It clashes with what is stored.
    public static let conflict = ProblemCode("conflict", status: 409, title: "It conflicts with the current state")
    /// It was there once.
    public static let gone = ProblemCode("gone", status: 410, title: "It is no longer available")
    /// Someone else changed it since it was read.
    public static let preconditionFailed = ProblemCode(
        "precondition-failed", status: 412, title: "It has changed in the meantime")
    /// The body is too big.
    public static let tooLarge = ProblemCode("too-large", status: 413, title: "The request is too large")
    /// The body is of a kind that is not read here.
    public static let unsupportedMediaType = ProblemCode(
        "unsupported-media-type", status: 415, title: "This kind of content is not supported")
    /// The host is unknown.
    public static let misdirected = ProblemCode("misdirected", status: 421, title: "This host is not served here")
    /// Readable, and wrong; the fields say where.
    public static let unprocessable = ProblemCode("unprocessable", status: 422, title: "Some values are not acceptable")
    /// A rate or a quota is used up.
    public static let tooMany = ProblemCode("too-many-requests", status: 429, title: "Too many requests")
    /// Our fault.
    public static let `internal` = ProblemCode("internal", status: 500, title: "Something went wrong")
    /// A service behind this one answered wrongly.
    public static let badGateway = ProblemCode(
        "bad-gateway", status: 502, title: "A connected service did not answer as expected")
    /// Not now.
    public static let unavailable = ProblemCode("unavailable", status: 503, title: "Temporarily unavailable")
    /// The work took too long.
    public static let timeout = ProblemCode("timeout", status: 504, title: "It took too long")
}

/// A header field's name, always in lower case. Known names are static members; a module adds its own the same way.
public struct FieldName: Sendable, Hashable, CustomStringConvertible {
    /// The name in lower case, as it is compared and sent.
    public let text: String

    /// A name known when the code was written. The literal must be in lower case.
    public init(_ literal: StaticString) { text = literal.description }

    /// A name from outside: nil unless it is a token of RFC 9110.
    public init?(parsing name: some StringProtocol) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { return nil }
        text = name.lowercased()
    }

    /// The name itself.
    public var description: String { text }
}

extension FieldName {
    /// Names used by the server and the kernel.
    public static let accept = FieldName("accept")
    /// RFC 9110, 12.5.3.
    public static let acceptEncoding = FieldName("accept-encoding")
    /// RFC 9110, 12.5.4.
    public static let acceptLanguage = FieldName("accept-language")
    /// RFC 9110, 14.3.
    public static let acceptRanges = FieldName("accept-ranges")
    /// RFC 9110, 10.2.1.
    public static let allow = FieldName("allow")
    /// RFC 9110, 11.6.2.
    public static let authorization = FieldName("authorization")
    /// RFC 9111, 5.2.
    public static let cacheControl = FieldName("cache-control")
    /// RFC 9110, 7.6.1.
    public static let connection = FieldName("connection")
    /// RFC 6266.
    public static let contentDisposition = FieldName("content-disposition")
    /// RFC 9110, 8.4.
    public static let contentEncoding = FieldName("content-encoding")
    /// RFC 9110, 8.6.
    public static let contentLength = FieldName("content-length")
    /// RFC 9110, 14.4.
    public static let contentRange = FieldName("content-range")
    /// The page's policy for scripts, styles and the rest.
    public static let contentSecurityPolicy = FieldName("content-security-policy")
    /// RFC 9110, 8.3.
    public static let contentType = FieldName("content-type")
    /// RFC 6265.
    public static let cookie = FieldName("cookie")
    /// RFC 9110, 6.6.1.
    public static let date = FieldName("date")
    /// RFC 9110, 8.8.3.
    public static let etag = FieldName("etag")
    /// RFC 9110, 10.1.1.
    public static let expect = FieldName("expect")
    /// RFC 7239.
    public static let forwarded = FieldName("forwarded")
    /// RFC 9110, 7.2.
    public static let host = FieldName("host")
    /// RFC 9110, 13.1.1.
    public static let ifMatch = FieldName("if-match")
    /// RFC 9110, 13.1.3.
    public static let ifModifiedSince = FieldName("if-modified-since")
    /// RFC 9110, 13.1.2.
    public static let ifNoneMatch = FieldName("if-none-match")
    /// RFC 9110, 13.1.5.
    public static let ifRange = FieldName("if-range")
    /// RFC 9110, 13.1.4.
    public static let ifUnmodifiedSince = FieldName("if-unmodified-since")
    /// RFC 9110, 8.8.2.
    public static let lastModified = FieldName("last-modified")
    /// RFC 9110, 10.2.2.
    public static let location = FieldName("location")
    /// Where a page came from.
    public static let origin = FieldName("origin")
    /// RFC 9110, 14.2.
    public static let range = FieldName("range")
    /// RFC 9110, 10.1.3.
    public static let referer = FieldName("referer")
    /// How much of the address a page passes on.
    public static let referrerPolicy = FieldName("referrer-policy")
    /// RFC 9110, 10.2.3.
    public static let retryAfter = FieldName("retry-after")
    /// RFC 6265.
    public static let setCookie = FieldName("set-cookie")
    /// RFC 9112, 6.1.
    public static let transferEncoding = FieldName("transfer-encoding")
    /// RFC 9110, 7.8.
    public static let upgrade = FieldName("upgrade")
    /// RFC 9110, 10.1.5.
    public static let userAgent = FieldName("user-agent")
    /// RFC 9110, 12.5.5.
    public static let vary = FieldName("vary")
    /// `nosniff`, always.
    public static let xContentTypeOptions = FieldName("x-content-type-options")
    /// The address a trusted proxy saw.
    public static let xForwardedFor = FieldName("x-forwarded-for")
    /// The host a trusted proxy was asked for.
    public static let xForwardedHost = FieldName("x-forwarded-host")
    /// The scheme a trusted proxy was asked with.
    public static let xForwardedProto = FieldName("x-forwarded-proto")
    /// The id a request carries through logs.
    public static let xRequestID = FieldName("x-request-id")
}

extension UInt8 {
    /// A byte of a token (RFC 9110, 5.6.2).
    package var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// Why a request failed, as the world may see it (RFC 9457); the truth stays inside.
public struct Problem: Error {
    /// What went wrong, for machines.
    public let code: ProblemCode
    /// The status it is answered with.
    public var status: UInt16
    /// Words anyone may read.
    public var title: String
    /// What this reader can do about it; shown to people, so never the truth about our insides.
    public var detail: String?
    /// The same for people, in both languages: what stands above a form that came back.
    public var words: Words?
    /// The values that are not acceptable.
    public var fields: [FieldFault]
    /// After how many seconds it is worth another try.
    public var retryAfter: Int?
    /// The cause, for the log only.
    public var underlying: (any Error)?

    /// A problem with the status and title of its code.
    public init(
        _ code: ProblemCode, detail: String? = nil, fields: [FieldFault] = [], retryAfter: Int? = nil,
        underlying: (any Error)? = nil
    ) {
        (self.code, status, title) = (code, code.status, code.title)
        (self.detail, self.fields, self.retryAfter) = (detail, fields, retryAfter)
        self.underlying = underlying
    }

    /// A problem that says in the reader's language what to do.
    public init(_ code: ProblemCode, _ words: Words, fields: [FieldFault] = [], retryAfter: Int? = nil) {
        self.init(code, detail: words.en, fields: fields, retryAfter: retryAfter)
        self.words = words
    }

    /// Any error as a problem: itself when it is one, else `internal` with the error inside.
    public init(wrapping error: any Error) {
        self = error as? Problem ?? Problem(.internal, underlying: error)
    }
}

extension Problem: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Code and title, nothing else.
    public var description: String { "\(code.text): \(title)" }

    /// All of it, for the log.
    public var debugDescription: String {
        var text = "\(description) (\(status))"
        if let detail { text += "; \(detail)" }
        for field in fields { text += "; \(field.pointer) \(field.code): \(field.message)" }
        if let underlying { text += "; caused by \(String(reflecting: underlying))" }
        return text
    }

    /// Bland as well: a mirror of a problem ends up in logs and pages nobody meant it for.
    public var customMirror: Mirror { Mirror(self, children: ["code": code.text, "status": status]) }
}

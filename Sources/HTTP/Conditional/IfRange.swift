public import Core

/// The `If-Range` field (RFC 9110, 13.1.5): send the part only if the whole is still the same bytes.
public enum IfRange: Sendable, Hashable {
    /// The state that part of is held already.
    case tag(EntityTag)
    /// The date of that state.
    case date(Timestamp)
    /// Neither: the whole is sent.
    case unreadable

    /// Reads the field.
    public init(parsing text: String, now: Timestamp) { self.init(parsing: text.utf8.span, now: now) }

    /// The same from bytes.
    public init(parsing bytes: Span<UInt8>, now: Timestamp) {
        if let tag = EntityTag(parsing: bytes) {
            self = .tag(tag)
        } else if let date = Timestamp(httpDate: bytes, now: now) {
            self = .date(date)
        } else {
            self = .unreadable
        }
    }

    /// Whether `Range` may be heeded. A date counts only when the last change lies at least a second before `now`: within
    /// that second a second change would go unseen (RFC 9110, 8.8.2.2).
    public func allowsPart(of current: Validators, now: Timestamp) -> Bool {
        switch self {
        case .tag(let tag): current.etag.map(tag.matchesStrongly) ?? false
        case .date(let date):
            if let changed = current.lastModified {
                changed.seconds == date.seconds && changed.seconds < now.seconds
            } else {
                false
            }
        case .unreadable: false
        }
    }
}

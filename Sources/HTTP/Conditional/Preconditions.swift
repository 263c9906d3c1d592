public import Core

/// What names the current state of a resource.
public struct Validators: Sendable, Hashable {
    /// Its tag.
    public var etag: EntityTag?
    /// When it last changed.
    public var lastModified: Timestamp?

    /// Either, both or none.
    public init(etag: EntityTag? = nil, lastModified: Timestamp? = nil) {
        (self.etag, self.lastModified) = (etag, lastModified)
    }
}

/// The conditions a request puts before being carried out (RFC 9110, 13.1).
///
/// They are to be weighed only when the answer without them would be 2xx or 412. An unreadable `If-Match` fails rather
/// than letting a change overwrite another; an unreadable date is as good as none.
public struct Preconditions: Sendable, Hashable {
    /// Carry out only if the state is one of these.
    public var ifMatch: EntityTagCondition?
    /// Carry out only if the state is none of these.
    public var ifNoneMatch: EntityTagCondition?
    /// Answer only if changed since.
    public var ifModifiedSince: Timestamp?
    /// Carry out only if not changed since.
    public var ifUnmodifiedSince: Timestamp?

    /// No conditions.
    public init() {}

    /// The conditions among a request's fields; lines of one name joined by commas. `now` settles the century of
    /// two-digit years.
    public init(now: Timestamp, field: (FieldName) -> String?) {
        ifMatch = field(.ifMatch).map(EntityTagCondition.init(parsing:))
        ifNoneMatch = field(.ifNoneMatch).map(EntityTagCondition.init(parsing:))
        ifModifiedSince = field(.ifModifiedSince).flatMap { Timestamp(httpDate: $0, now: now) }
        ifUnmodifiedSince = field(.ifUnmodifiedSince).flatMap { Timestamp(httpDate: $0, now: now) }
    }

    /// Whether there is nothing to weigh.
    public var isEmpty: Bool {
        ifMatch == nil && ifNoneMatch == nil && ifModifiedSince == nil && ifUnmodifiedSince == nil
    }

    /// How to go on.
    public enum Outcome: Sendable, Hashable {
        /// Carry out the request.
        case proceed
        /// 304.
        case notModified
        /// 412.
        case failed
    }

    /// Weighs the conditions in the order of RFC 9110, 13.2.2. `current` is nil when the resource does not exist.
    public func evaluate(_ method: Method, current: Validators?) -> Outcome {
        if method == .options { return .proceed }
        if let ifMatch {
            guard ifMatch.isMet(by: current, EntityTag.matchesStrongly) else { return .failed }
        } else if let ifUnmodifiedSince, let changed = current?.lastModified {
            guard changed.seconds <= ifUnmodifiedSince.seconds else { return .failed }
        }
        let isReading = method == .get || method == .head
        if let ifNoneMatch {
            guard ifNoneMatch.isMet(by: current, EntityTag.matchesWeakly) else { return .proceed }
            return isReading ? .notModified : .failed
        }
        if isReading, let ifModifiedSince, let changed = current?.lastModified {
            return changed.seconds <= ifModifiedSince.seconds ? .notModified : .proceed
        }
        return .proceed
    }
}

extension EntityTagCondition {
    fileprivate func isMet(by current: Validators?, _ matches: (EntityTag) -> (EntityTag) -> Bool) -> Bool {
        guard let current else { return false }
        switch self {
        case .any: return true
        case .tags(let tags):
            guard let etag = current.etag else { return false }
            return tags.contains { matches($0)(etag) }
        }
    }
}

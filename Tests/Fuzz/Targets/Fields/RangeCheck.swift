import Core
import HTTP

/// A part lies within the whole; tags and conditions are read again as themselves.
enum RangeCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        if let ranges = ByteRanges(parsing: input.span) {
            for length in [0, 1, 5, 1_000, Int.max] { try check(ranges, length) }
        }
        if let tag = EntityTag(parsing: input.span) {
            try hold(EntityTag(parsing: tag.description) == tag, "a tag is read again as itself")
        }
        try checkConditions(input)
    }

    private static func check(_ ranges: ByteRanges, _ length: Int) throws(BrokenPromise) {
        guard case .part(let part) = ranges.answer(length: length) else { return }
        try hold(part.offset >= 0 && part.count >= 1 && part.length == length, "a part has a place")
        try hold(part.offset < length && part.count <= length - part.offset, "a part lies within the whole")
        let plain: Range<Int> =
            switch ranges.wishes[0] {
            case .from(let first): first..<length
            case .between(let first, let last): first..<(last < length ? last + 1 : length)
            case .last(let count): (count < length ? length - count : 0)..<length
            }
        try hold(part.offset == plain.lowerBound && part.count == plain.count, "a part is what was asked for")
        try hold(part.description == "bytes \(plain.lowerBound)-\(plain.upperBound - 1)/\(length)", "and says so")
    }

    private static func checkConditions(_ input: [UInt8]) throws(BrokenPromise) {
        let now = Timestamp(seconds: 1_780_000_000)
        let current = Validators(etag: EntityTag("now"), lastModified: now)
        let ifRange = IfRange(parsing: input.span, now: now)
        // A weak tag or none may never join parts of two states.
        if ifRange.allowsPart(of: Validators(), now: now) {
            throw BrokenPromise(description: "nothing is no validator")
        }
        let conditions = Preconditions(now: now) { $0 == .ifNoneMatch || $0 == .ifMatch ? input.repaired : nil }
        let (put, get) = (conditions.evaluate(.put, current: current), conditions.evaluate(.get, current: current))
        try hold(put != .notModified, "304 answers reading only")
        try hold(conditions.evaluate(.put, current: nil) == .failed, "If-Match fails where there is nothing")
        if case .tags(let tags) = EntityTagCondition(parsing: input.repaired) {
            try hold(tags.count <= EntityTagCondition.maximumTags, "no more tags than the limit")
            let strong = tags.contains { !$0.isWeak && $0.opaque == "now" }
            try hold((get != .failed) == strong && (put == .failed), "a condition is met by its tag alone")
        } else {
            try hold(get == .notModified && put == .failed, "an asterisk is met by anything")
        }
    }
}

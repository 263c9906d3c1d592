/// The `Range` field in bytes (RFC 9110, 14.2), which counts for GET only.
///
/// One range is answered with a part. A request for several is answered with the whole (RFC 9110 allows it): browsers and
/// players ask for one, and many overlapping or tiny ones are an attack on whoever assembles `multipart/byteranges`.
public struct ByteRanges: Sendable, Hashable {
    /// One asked range.
    public enum Wish: Sendable, Hashable {
        /// From here to the end.
        case from(Int)
        /// Both ends included.
        case between(Int, Int)
        /// The last so many bytes.
        case last(Int)
    }

    /// The wishes in their order, at least one.
    public let wishes: [Wish]

    /// A field with more is ignored.
    public static let maximum = 16

    /// Reads the field; nil when the unit is another, the field is broken or asks for too many ranges: it is then ignored.
    public init?(parsing text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) {
        let range = bytes.trimmed(bytes.all)
        guard range.count > 6, bytes.equalsFolded("bytes=", in: range.lowerBound..<range.lowerBound + 6) else {
            return nil
        }
        var list = FieldScanner(range.lowerBound + 6..<range.upperBound)
        var wishes: [Wish] = []
        while let element = list.element(bytes) {
            if element.isEmpty { continue }
            guard wishes.count < Self.maximum, let wish = Wish(bytes, element) else { return nil }
            wishes.append(wish)
        }
        guard !wishes.isEmpty else { return nil }
        self.wishes = wishes
    }

    /// What to answer with.
    public enum Answer: Sendable, Hashable {
        /// 200 and everything.
        case whole
        /// 206 and this part.
        case part(ContentRange)
        /// 416 and `ContentRange.unsatisfied`.
        case unsatisfiable
    }

    /// What to answer when the whole has `length` bytes.
    public func answer(length: Int) -> Answer {
        guard wishes.count == 1, let wish = wishes.first, length >= 0 else { return .whole }
        switch wish {
        case .from(let first): return Self.part(first, length - 1, length)
        case .between(let first, let last): return Self.part(first, min(last, length - 1), length)
        case .last(0): return .unsatisfiable
        case .last(let count): return length == 0 ? .whole : Self.part(max(0, length - count), length - 1, length)
        }
    }

    private static func part(_ first: Int, _ last: Int, _ length: Int) -> Answer {
        guard first < length else { return .unsatisfiable }
        return .part(ContentRange(offset: first, count: last - first + 1, length: length))
    }
}

extension ByteRanges.Wish {
    fileprivate init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard let dash = bytes.firstIndex(of: Byte.dash, in: range) else { return nil }
        let (low, high) = (range.lowerBound..<dash, dash + 1..<range.upperBound)
        switch (low.isEmpty, high.isEmpty) {
        case (true, true): return nil
        case (true, false):
            guard let count = Self.number(bytes, high) else { return nil }
            self = .last(count)
        case (false, true):
            guard let first = Self.number(bytes, low) else { return nil }
            self = .from(first)
        case (false, false):
            guard let first = Self.number(bytes, low), let last = Self.number(bytes, high), first <= last else {
                return nil
            }
            self = .between(first, last)
        }
    }

    /// Digits; a number beyond what is counted here is as good as the biggest.
    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard bytes[index].isDigit else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(Int(bytes[index] - Byte.zero))
            value = overflow || carried || value == .max ? .max : sum
        }
        return value
    }
}

/// A part of some content and the `Content-Range` field that says so (RFC 9110, 14.4).
public struct ContentRange: Sendable, Hashable, CustomStringConvertible {
    /// Where the part begins.
    public let offset: Int
    /// How many bytes it has, at least one.
    public let count: Int
    /// How many bytes the whole has.
    public let length: Int

    init(offset: Int, count: Int, length: Int) { (self.offset, self.count, self.length) = (offset, count, length) }

    /// The field's value.
    public var description: String { "bytes \(offset)-\(offset + count - 1)/\(length)" }

    /// The field's value in a 416 answer.
    public static func unsatisfied(length: Int) -> String { "bytes */\(length)" }
}

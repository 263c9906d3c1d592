extension Span<UInt8> {
    /// The bytes of `range` as text; nil unless they are valid UTF-8.
    func text(_ range: Range<Int>) -> String? {
        guard let valid = try? UTF8Span(validating: extracting(range)) else { return nil }
        return String(copying: valid)
    }

    /// The bytes of `range` as text with ASCII capitals made small; nil unless they are valid UTF-8.
    func lowercasedText(_ range: Range<Int>) -> String? {
        if allSatisfy(in: range, { $0 == $0.lowercased }) { return text(range) }
        let small = [UInt8](capacity: range.count) { output in
            for index in range { output.append(self[index].lowercased) }
        }
        return small.span.text(small.span.all)
    }

    /// A decimal number without sign, blank or leading zero; nil when it is none or more than `limit`.
    func decimal(_ range: Range<Int>, upTo limit: Int) -> Int? {
        guard !range.isEmpty, range.count == 1 || self[range.lowerBound] != Byte.zero else { return nil }
        var value = 0
        for index in range {
            guard self[index].isDigit else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow, product <= limit - Int(self[index] - Byte.zero) else { return nil }
            value = product + Int(self[index] - Byte.zero)
        }
        return value
    }
}

extension [UInt8] {
    /// An array filled in one go, its room reserved beforehand.
    init(capacity: Int, _ fill: (inout [UInt8]) -> Void) {
        self = []
        reserveCapacity(capacity)
        fill(&self)
    }

    /// Adds bytes in one piece.
    mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}

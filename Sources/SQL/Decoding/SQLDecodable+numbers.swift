extension Bool: SQLDecodable {
    /// `t` or `f`.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        guard sqlText.count == 1 else { throw SQLDecodingError(.malformed, .bool, byteCount: sqlText.count) }
        switch sqlText[0] {
        case UInt8(ascii: "t"): self = true
        case UInt8(ascii: "f"): self = false
        default: throw SQLDecodingError(.malformed, .bool, byteCount: 1)
        }
    }
}

extension Int: SQLDecodable {
    /// Decimal digits, perhaps after `-`.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self = try sqlText.integer(.int8) }
}

extension Int64: SQLDecodable {
    /// Decimal digits, perhaps after `-`.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self = try sqlText.integer(.int8) }
}

extension Int32: SQLDecodable {
    /// Decimal digits, perhaps after `-`.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self = try sqlText.integer(.int4) }
}

extension Int16: SQLDecodable {
    /// Decimal digits, perhaps after `-`.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self = try sqlText.integer(.int2) }
}

extension Double: SQLDecodable {
    /// `-12.5`, `1e+20`, `NaN`, `Infinity`, `-Infinity`, and nothing else that Swift would read as a number.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        if sqlText.holds("NaN") {
            self = .nan
        } else if sqlText.holds("Infinity") {
            self = .infinity
        } else if sqlText.holds("-Infinity") {
            self = -.infinity
        } else {
            self = try Self(decimal: sqlText)
        }
    }

    private init(decimal text: Span<UInt8>) throws(SQLDecodingError) {
        guard text.isDecimalNumber, let string = try? UTF8Span(validating: text),
            let value = Double(String(copying: string))
        else { throw SQLDecodingError(.malformed, .float8, byteCount: text.count) }
        guard value.isFinite else { throw SQLDecodingError(.outOfRange, .float8, byteCount: text.count) }
        self = value
    }
}

extension Span where Element == UInt8 {
    /// A whole number. It is gathered below zero, where the range is one wider.
    @inline(__always)
    fileprivate func integer<Value: FixedWidthInteger & SignedInteger>(
        _ type: PostgresType
    ) throws(SQLDecodingError) -> Value {
        let isNegative = count > 0 && self[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        guard count > start else { throw SQLDecodingError(.malformed, type, byteCount: count) }
        var value: Value = 0
        for index in start..<count {
            let digit = self[index] &- 48
            guard digit <= 9 else { throw SQLDecodingError(.malformed, type, byteCount: count) }
            let (scaled, first) = value.multipliedReportingOverflow(by: 10)
            let (next, second) = scaled.subtractingReportingOverflow(Value(truncatingIfNeeded: digit))
            guard !first, !second else { throw SQLDecodingError(.outOfRange, type, byteCount: count) }
            value = next
        }
        guard isNegative || value != .min else { throw SQLDecodingError(.outOfRange, type, byteCount: count) }
        return isNegative ? value : 0 &- value
    }

    /// `-?digits[.digits][e[+-]digits]`.
    fileprivate var isDecimalNumber: Bool {
        var index = count > 0 && self[0] == UInt8(ascii: "-") ? 1 : 0
        guard skipDigits(&index) else { return false }
        if index < count, self[index] == UInt8(ascii: ".") {
            index += 1
            guard skipDigits(&index) else { return false }
        }
        if index < count, self[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < count, self[index] == UInt8(ascii: "+") || self[index] == UInt8(ascii: "-") { index += 1 }
            guard skipDigits(&index) else { return false }
        }
        return index == count
    }

    /// At least one digit.
    private func skipDigits(_ index: inout Int) -> Bool {
        let start = index
        while index < count, self[index] &- 48 <= 9 { index += 1 }
        return index > start
    }
}

/// A weight in thousandths (RFC 9110, 12.4.2).
enum QualityValue {
    static let most = 1_000

    /// `0`, `1`, or either with up to three digits behind a dot, none above one.
    static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard (1...5).contains(range.count), range.count == 1 || bytes[range.lowerBound + 1] == Byte.dot else {
            return nil
        }
        let whole = bytes[range.lowerBound]
        guard whole == Byte.zero || whole == UInt8(ascii: "1") else { return nil }
        var thousandths = 0
        var place = 100
        for index in range.dropFirst(2) {
            guard bytes[index].isDigit else { return nil }
            thousandths += Int(bytes[index] - Byte.zero) * place
            place /= 10
        }
        if whole == Byte.zero { return thousandths }
        return thousandths == 0 ? most : nil
    }
}

/// One member of an `Accept…` list: a name and how welcome it is.
struct WeightedName {
    let name: Range<Int>
    let quality: Int

    /// Members beyond this number are not looked at.
    static let maximum = 64

    /// `name;q=0.5`. Nil when it is broken; such a member is passed over, the rest of the list still counts.
    init?(_ bytes: Span<UInt8>, _ element: Range<Int>) {
        let end = bytes.firstIndex(of: Byte.semicolon, in: element) ?? element.upperBound
        name = bytes.trimmed(element.lowerBound..<end)
        guard !name.isEmpty, bytes.allSatisfy(in: name, \.isTokenByte) else { return nil }
        var scanner = FieldScanner(end..<element.upperBound)
        var quality = QualityValue.most
        do {
            while let parameter = try scanner.parameter(bytes) {
                guard bytes.equalsFolded("q", in: parameter.name),
                    let given = QualityValue.parse(bytes, parameter.value)
                else { return nil }
                quality = given
            }
        } catch { return nil }
        self.quality = quality
    }

    /// Calls `visit` for each sound member in order.
    static func forEach(_ bytes: Span<UInt8>, _ visit: (WeightedName) -> Void) {
        var list = FieldScanner(bytes.all)
        var seen = 0
        while seen < maximum, let element = list.element(bytes) {
            seen += 1
            if let member = WeightedName(bytes, element) { visit(member) }
        }
    }
}

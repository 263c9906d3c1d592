/// The `Accept-Language` field (RFC 9110, 12.5.4): which of our languages the reader likes best.
public enum AcceptLanguage {
    /// The language most welcome, the earlier in the field of equals; nil when none is, so that the tenant's own language
    /// is taken. A wish for `tr-TR` is met by `tr` (RFC 4647's lookup), one for `en` also by `en-GB`.
    public static func best(of offers: [String], for field: String) -> String? {
        best(of: offers, for: field.utf8.span)
    }

    /// The same from bytes.
    public static func best(of offers: [String], for field: Span<UInt8>) -> String? {
        var best: (offer: String, wish: Wish)?
        for offer in offers {
            let wish = wish(for: offer, in: field)
            if wish.quality > 0, best.map({ wish.isStronger(than: $0.wish) }) ?? true { best = (offer, wish) }
        }
        return best?.offer
    }

    private struct Wish {
        var quality = 0
        /// Where in the field it stands.
        var position = Int.max

        func isStronger(than other: Wish) -> Bool {
            (quality, other.position) > (other.quality, position)
        }
    }

    private static func wish(for offer: String, in field: Span<UInt8>) -> Wish {
        var (named, anything) = (Wish(), Wish())
        var isRefused = false
        WeightedName.forEach(field) { member in
            let wish = Wish(quality: member.quality, position: member.name.lowerBound)
            switch relation(of: member.name, to: offer, field) {
            case .any where wish.isStronger(than: anything): anything = wish
            case .same where member.quality == 0, .wider where member.quality == 0: isRefused = true
            case .same where wish.isStronger(than: named), .wider where wish.isStronger(than: named),
                .narrower where wish.isStronger(than: named):
                named = wish
            default: break
            }
        }
        if isRefused { return Wish() }
        return named.position == .max ? anything : named
    }

    private enum Relation { case none, any, same, wider, narrower }

    private static func relation(of range: Range<Int>, to offer: String, _ field: Span<UInt8>) -> Relation {
        if field.equals("*", in: range) { return .any }
        let name = offer.utf8.span
        let shared = min(range.count, name.count)
        let start = range.lowerBound
        guard field.equalsFolded(name.extracting(0..<shared), in: start..<start + shared) else { return .none }
        if range.count == name.count { return .same }
        if range.count < name.count { return name[shared] == Byte.dash ? .wider : .none }
        return field[start + shared] == Byte.dash ? .narrower : .none
    }
}

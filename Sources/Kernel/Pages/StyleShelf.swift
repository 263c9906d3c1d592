import Synchronization
import UI

/// The colours of brands that were asked for, each computed once. Bounded, because anybody who may set a brand may set a
/// new one every day.
final class StyleShelf: Sendable {
    private struct Numbers: Hashable {
        let hue: Int
        let chroma: Int
    }

    /// About two kilobytes each.
    static let most = 256

    private let kept = Mutex<[Numbers: BrandStyle]>([:])

    func style(hue: Int, chroma: Int) -> BrandStyle {
        let numbers = Numbers(hue: hue, chroma: chroma)
        if let known = kept.withLock({ $0[numbers] }) { return known }
        // Outside of the lock: two readers who come first compute the same twice, and nobody waits.
        let style = BrandStyle(hue: hue, chroma: chroma)
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
            kept[numbers] = style
        }
        return style
    }

    var count: Int { kept.withLock(\.count) }
}

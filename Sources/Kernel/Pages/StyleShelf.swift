import ModuleKit
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

    func style(of brand: Brand) -> BrandStyle {
        // A brand's chroma is the accent's own in thousandths, a style's is the share of what the house has.
        let share = min(max(brand.chroma, 0), 400) * 1000 / Brand.house.chroma
        let numbers = Numbers(hue: brand.hue, chroma: share)
        if let known = kept.withLock({ $0[numbers] }) { return known }
        // Outside of the lock: two readers who come first compute the same twice, and nobody waits.
        let style = BrandStyle(hue: brand.hue, chroma: share)
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
            kept[numbers] = style
        }
        return style
    }

    var count: Int { kept.withLock(\.count) }
}

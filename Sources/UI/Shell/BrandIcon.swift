import Markup

/// The icon of a brand on the browser's tab and the phone's screen: its letter on its colour.
public struct BrandIcon: Sendable {
    let brand: BrandFace

    /// The icon of a brand.
    public init(_ brand: BrandFace) { self.brand = brand }

    /// As an SVG file.
    public var svg: [UInt8] {
        let colors = brand.style.markColors
        let letter = String(Initials.of(brand.name).prefix(1))
        let text: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\
            <rect width="32" height="32" rx="7" fill="\(colors.ground)"/>\
            <text x="16" y="22.4" text-anchor="middle" font-family="Inter,system-ui,sans-serif" font-size="18" \
            font-weight="650" fill="\(colors.ink)">\(letter)</text></svg>
            """
        return text.bytes
    }
}

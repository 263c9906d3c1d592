public import Markup

/// The colours of a brand as CSS, for both themes, each checked for contrast. Made once per brand and kept: it costs some
/// hundred conversions.
public struct BrandStyle: Sendable, Hashable {
    /// The accent's hue in degrees.
    public let hue: Int
    /// The accent's chroma in thousandths, at most 1300.
    public let chroma: Int
    /// The declarations.
    public let css: String
    /// The colour of the browser's own frame, light and dark.
    public let frameColors: (light: String, dark: String)
    /// The colours of the brand's mark where there is no theme: its ground and the letter on it.
    public let markColors: (ground: String, ink: String)

    /// The house's own.
    public static let house = BrandStyle(hue: 262, chroma: 1000)

    /// The colours for a hue and a chroma; both are brought into their range.
    public init(hue: Int, chroma: Int) {
        (self.hue, self.chroma) = ((hue % 360 + 360) % 360, min(max(chroma, 0), 1300))
        let light = Palette(hue: Double(self.hue), chroma: Double(self.chroma) / 1000, isDark: false)
        let dark = Palette(hue: Double(self.hue), chroma: Double(self.chroma) / 1000, isDark: true)
        let lines = ColorRole.allCases.map { role in
            "--\(role.rawValue):light-dark(\(light[role].hex),\(dark[role].hex))"
        }
        css = ":root{" + lines.joined(separator: ";") + "}"
        frameColors = (light[.surface].hex, dark[.surface].hex)
        markColors = (light[.accent].hex, light[.accentInk].hex)
    }

    /// The element for the head of a page; the nonce of the answer lets the browser take it.
    public func element(nonce: Nonce) -> HTML {
        HTML(unsafeRaw: "<style nonce=\"\(nonce.text)\">\(css)</style>")
    }

    /// Equal when made of the same numbers.
    public static func == (left: BrandStyle, right: BrandStyle) -> Bool {
        left.hue == right.hue && left.chroma == right.chroma
    }

    /// By the numbers it is made of.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(hue)
        hasher.combine(chroma)
    }
}

/// A value that an answer and its policy share, so that the browser takes just this style.
public struct Nonce: Sendable, Hashable {
    /// As it is written: letters, digits, `+`, `/`, `-`, `_`, `=`.
    public let text: String

    /// Of random bytes, as hex digits; sixteen of them are enough.
    public init(randomBytes bytes: [UInt8]) {
        text = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Nil unless it is at least 16 of the letters that a nonce may have.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            (byte | 0x20) &- 97 <= 25 || byte &- 48 <= 9 || "+/-_=".utf8.contains(byte)
        }
        guard text.utf8.count >= 16, isPlain else { return nil }
        self.text = text
    }
}

import Testing

@testable import UI

/// Every brand can be read: all hues, all chromas, both themes, each colour on everything it is drawn on.
@Suite struct PaletteTests {
    @Test(arguments: [false, true]) func everyBrandHasContrast(isDark: Bool) {
        var worst: [String: Double] = [:]
        for hue in 0..<360 {
            for chroma in stride(from: 0, through: 13, by: 1) {
                let palette = Palette(hue: Double(hue), chroma: Double(chroma) / 10, isDark: isDark)
                for role in ColorRole.allCases {
                    for need in role.needs {
                        let margin = palette[role].contrast(with: palette[need.ground]) / need.ratio
                        let pair = "\(role.rawValue) on \(need.ground.rawValue)"
                        worst[pair] = min(worst[pair] ?? 99, margin)
                    }
                }
            }
        }
        for (pair, margin) in worst.sorted(by: { $0.value < $1.value }).prefix(8) where margin < 1 {
            Issue.record("\(pair): only \(margin) of what it needs")
        }
        #expect(worst.count > 60)
    }

    @Test func knownColoursComeOut() {
        #expect(OKLCH(1, 0, 0).rgb.hex == "#ffffff")
        #expect(OKLCH(0, 0, 0).rgb.hex == "#000000")
        // Pure red of sRGB, by its published OKLCH.
        #expect(OKLCH(0.627_955, 0.257_683, 29.233_88).rgb.hex == "#ff0000")
        #expect(OKLCH(1, 0, 0).rgb.contrast(with: OKLCH(0, 0, 0).rgb) == 21)
        // More chroma than a screen has: as light, less strong, never another hue's accident.
        let strong = OKLCH(0.7, 0.4, 150).rgb
        #expect(strong.green > strong.red && strong.green > strong.blue)
    }

    @Test func brandNumbersAreBroughtIntoRange() {
        #expect(BrandStyle(hue: -98, chroma: 5000) == BrandStyle(hue: 262, chroma: 1300))
        #expect(BrandStyle.house.css.contains("--accent:light-dark(#"))
        #expect(!BrandStyle.house.css.contains("<"))
    }

    @Test(arguments: ["", "short", "0123456789abcde\"", "0123456789 abcdef", "<0123456789abcdef"])
    func nonceRefuses(text: String) { #expect(Nonce(text) == nil) }
}

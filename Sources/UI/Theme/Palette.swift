/// All colours of one theme of a brand. Two numbers make a brand: hue and chroma; lightness is given by the house and
/// moved only as far as contrast demands.
struct Palette: Sendable {
    private(set) var colors: [ColorRole: RGB] = [:]

    /// The colours for a hue in degrees and a chroma of 0…1.3.
    init(hue: Double, chroma: Double, isDark: Bool) {
        let first = isDark ? Self.dark : Self.light
        // Grounds first: what is drawn on them is moved until it can be read there.
        for role in ColorRole.allCases where role.needs.isEmpty {
            colors[role] = first(role, hue, chroma).rgb
        }
        settleAccent(first, hue, chroma, isDark: isDark)
        for role in ColorRole.allCases where colors[role] == nil {
            colors[role] = readable(first(role, hue, chroma), as: role, darker: role.isDarker(in: isDark))
        }
    }

    /// The colour of a role.
    subscript(role: ColorRole) -> RGB { colors[role] ?? OKLCH(0.5, 0, 0).rgb }

    /// The accent is ground and figure at once: it must be seen on the page, and its ink must be read on it.
    private mutating func settleAccent(_ first: Scheme, _ hue: Double, _ chroma: Double, isDark: Bool) {
        let ink = first(.accentInk, hue, chroma).rgb
        colors[.accentInk] = ink
        for role in [ColorRole.accent, .accentHover, .accentDeep] {
            var color = first(role, hue, chroma)
            let step = isDark ? 0.004 : -0.004
            while color.rgb.contrast(with: ink) < 4.5, (0.02...0.98).contains(color.lightness) {
                color.lightness += step
            }
            colors[role] = color.rgb
        }
        colors[.accent] = colors[.accent].flatMap { meets($0, .accent) ? $0 : nil } ?? colors[.accentHover]
    }

    private func readable(_ start: OKLCH, as role: ColorRole, darker: Bool) -> RGB {
        var color = start
        while !meets(color.rgb, role), (0.01...0.99).contains(color.lightness) {
            color.lightness += darker ? -0.004 : 0.004
        }
        return color.rgb
    }

    /// True when the colour has the contrast its role needs.
    func meets(_ color: RGB, _ role: ColorRole) -> Bool {
        role.needs.allSatisfy { need in
            colors[need.ground].map { color.contrast(with: $0) >= need.ratio } ?? true
        }
    }
}

extension Palette {
    fileprivate typealias Scheme = (ColorRole, _ hue: Double, _ chroma: Double) -> OKLCH

    fileprivate static func light(_ role: ColorRole, _ hue: Double, _ chroma: Double) -> OKLCH {
        func tint(_ lightness: Double, _ amount: Double) -> OKLCH { OKLCH(lightness, amount * chroma, hue) }
        return switch role {
        case .canvas: tint(0.982, 0.003)
        case .surface, .raised: OKLCH(1, 0, 0)
        case .sunken: tint(0.966, 0.005)
        case .hover: tint(0.951, 0.006)
        case .line: tint(0.918, 0.006)
        case .lineStrong: tint(0.872, 0.008)
        case .controlLine: tint(0.66, 0.014)
        case .ink: tint(0.235, 0.018)
        case .ink2: tint(0.43, 0.018)
        case .ink3: tint(0.53, 0.016)
        case .accent: tint(0.545, 0.19)
        case .accentHover: tint(0.50, 0.185)
        case .accentDeep: OKLCH(0.47, 0.17 * chroma, hue + 24)
        case .accentInk: OKLCH(1, 0, 0)
        case .accentText: tint(0.50, 0.18)
        case .accentSoft: tint(0.955, 0.028)
        case .accentSoftInk: tint(0.43, 0.17)
        case .focus: tint(0.56, 0.19)
        case .good: OKLCH(0.50, 0.13, 155)
        case .goodSoft: OKLCH(0.955, 0.035, 155)
        case .warn: OKLCH(0.51, 0.11, 68)
        case .warnSoft: OKLCH(0.965, 0.045, 85)
        case .bad: OKLCH(0.52, 0.19, 25)
        case .badSoft: OKLCH(0.96, 0.022, 25)
        case .badSolid: OKLCH(0.60, 0.21, 25)
        case .danger: OKLCH(0.55, 0.20, 25)
        case .dangerHover: OKLCH(0.50, 0.19, 25)
        case .dangerInk: OKLCH(1, 0, 0)
        case .inverse: tint(0.24, 0.02)
        case .inverseHover: tint(0.35, 0.02)
        case .inverseInk: OKLCH(1, 0, 0)
        case .inverseGood: OKLCH(0.76, 0.14, 155)
        case .inverseBad: OKLCH(0.74, 0.14, 22)
        }
    }

    fileprivate static func dark(_ role: ColorRole, _ hue: Double, _ chroma: Double) -> OKLCH {
        func tint(_ lightness: Double, _ amount: Double) -> OKLCH { OKLCH(lightness, amount * chroma, hue) }
        return switch role {
        case .canvas: tint(0.165, 0.008)
        case .surface: tint(0.205, 0.009)
        case .raised: tint(0.24, 0.010)
        case .sunken: tint(0.185, 0.008)
        case .hover: tint(0.262, 0.011)
        case .line: tint(0.29, 0.011)
        case .lineStrong: tint(0.37, 0.013)
        case .controlLine: tint(0.52, 0.016)
        case .ink: tint(0.945, 0.006)
        case .ink2: tint(0.775, 0.012)
        case .ink3: tint(0.665, 0.012)
        case .accent: tint(0.70, 0.15)
        case .accentHover: tint(0.75, 0.14)
        case .accentDeep: OKLCH(0.66, 0.15 * chroma, hue + 24)
        case .accentInk: OKLCH(0.17, 0.02, hue)
        case .accentText: tint(0.75, 0.13)
        case .accentSoft: tint(0.29, 0.055)
        case .accentSoftInk: tint(0.84, 0.09)
        case .focus: tint(0.72, 0.15)
        case .good: OKLCH(0.77, 0.14, 155)
        case .goodSoft: OKLCH(0.28, 0.05, 155)
        case .warn: OKLCH(0.81, 0.12, 80)
        case .warnSoft: OKLCH(0.30, 0.05, 75)
        case .bad: OKLCH(0.74, 0.15, 22)
        case .badSoft: OKLCH(0.29, 0.06, 22)
        case .badSolid: OKLCH(0.68, 0.19, 24)
        case .danger: OKLCH(0.56, 0.19, 25)
        case .dangerHover: OKLCH(0.53, 0.19, 25)
        case .dangerInk: OKLCH(1, 0, 0)
        case .inverse: tint(0.93, 0.01)
        case .inverseHover: tint(0.85, 0.012)
        case .inverseInk: tint(0.20, 0.02)
        case .inverseGood: OKLCH(0.52, 0.13, 155)
        case .inverseBad: OKLCH(0.52, 0.19, 25)
        }
    }
}

extension ColorRole {
    /// Which way the colour moves to be read: down on light grounds, up on dark ones.
    fileprivate func isDarker(in isDark: Bool) -> Bool {
        switch self {
        case .inverseInk, .inverseGood, .inverseBad: isDark
        case .dangerInk, .accentInk: false
        default: !isDark
        }
    }
}

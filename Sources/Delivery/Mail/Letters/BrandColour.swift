import Glibc

/// A colour as programs for mail know it: they have no OKLCH, so it is worked out here.
struct BrandColour: Sendable, Hashable {
    let red: Int
    let green: Int
    let blue: Int

    /// `#2c67dc`.
    var hex: String {
        "#" + [red, green, blue].map { part in (part < 16 ? "0" : "") + String(part, radix: 16) }.joined()
    }

    /// The accent of a brand, dark enough for white letters (4.5 : 1).
    static func accent(hue: Int, chroma: Int) -> BrandColour {
        var lightness = 0.545
        var colour = shown(lightness, chroma, hue)
        while colour.contrastWithWhite < 4.5, lightness > 0.2 {
            lightness -= 0.01
            colour = shown(lightness, chroma, hue)
        }
        return colour
    }

    /// The accent on a dark ground.
    static func lightAccent(hue: Int, chroma: Int) -> BrandColour { shown(0.76, min(chroma, 150), hue) }

    /// A grey with a breath of the brand.
    static func tint(_ lightness: Double, hue: Int) -> BrandColour { shown(lightness, 8, hue) }

    /// The most of the chroma that a screen can show at this lightness.
    private static func shown(_ lightness: Double, _ chroma: Int, _ hue: Int) -> BrandColour {
        var strength = Double(min(max(chroma, 0), 400)) / 1_000
        while strength > 0.001 {
            let linear = linearRGB(lightness, strength, hue)
            if linear.allSatisfy({ (-0.0005...1.0005).contains($0) }) { return BrandColour(linear: linear) }
            strength -= 0.004
        }
        return BrandColour(linear: linearRGB(lightness, 0, hue))
    }

    /// OKLCH to linear sRGB by Björn Ottosson's matrices.
    private static func linearRGB(_ lightness: Double, _ chroma: Double, _ hue: Int) -> [Double] {
        let angle = Double(hue) * .pi / 180
        let (a, b) = (chroma * cos(angle), chroma * sin(angle))
        let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ]
    }

    private static func cube(_ value: Double) -> Double { value * value * value }

    private init(linear: [Double]) {
        let parts = linear.map { value in
            let value = min(max(value, 0), 1)
            return Int(((value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055) * 255).rounded())
        }
        (red, green, blue) = (parts[0], parts[1], parts[2])
    }

    /// By WCAG 2.
    var contrastWithWhite: Double {
        let linear = [red, green, blue].map { part in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
    }
}

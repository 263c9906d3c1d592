import Glibc

/// A colour by lightness (0…1), chroma (0…0.4) and hue in degrees, as people see them (Björn Ottosson's OKLab).
public struct OKLCH: Sendable, Equatable {
    var lightness: Double
    var chroma: Double
    var hue: Double

    /// A colour.
    public init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
        (self.lightness, self.chroma, self.hue) = (lightness, chroma, hue)
    }

    /// The nearest colour a screen can show: as light and of the same hue, with less chroma where it must be.
    public var rgb: RGB {
        let linear = linear(chroma)
        if linear.isShowable { return RGB(linear: linear) }
        var (low, high) = (0.0, chroma)
        for _ in 0..<14 {
            let middle = (low + high) / 2
            if self.linear(middle).isShowable { low = middle } else { high = middle }
        }
        return RGB(linear: self.linear(low))
    }

    private func linear(_ chroma: Double) -> LinearRGB {
        let angle = hue * .pi / 180
        let (a, b) = (chroma * cos(angle), chroma * sin(angle))
        let long = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
        let middle = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
        let short = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
        return LinearRGB(
            red: 4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            green: -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            blue: -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short)
    }

    private func cube(_ value: Double) -> Double { value * value * value }
}

/// Light itself, in the proportions of sRGB.
struct LinearRGB {
    let red: Double
    let green: Double
    let blue: Double

    var isShowable: Bool {
        let range = -0.000_1...1.000_1
        return range.contains(red) && range.contains(green) && range.contains(blue)
    }
}

/// A colour of the screen, rounded as it is sent.
public struct RGB: Sendable, Equatable {
    /// How much red.
    public let red: UInt8
    /// How much green.
    public let green: UInt8
    /// How much blue.
    public let blue: UInt8

    init(linear: LinearRGB) {
        (red, green, blue) = (Self.encoded(linear.red), Self.encoded(linear.green), Self.encoded(linear.blue))
    }

    private static func encoded(_ light: Double) -> UInt8 {
        let clamped = min(max(light, 0), 1)
        let value = clamped <= 0.003_130_8 ? 12.92 * clamped : 1.055 * pow(clamped, 1 / 2.4) - 0.055
        return UInt8((value * 255).rounded())
    }

    /// `#rrggbb`.
    var hex: String {
        "#"
            + [red, green, blue].map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }

    /// How light it is to the eye, by WCAG 2.
    var luminance: Double { 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) }

    private func light(_ byte: UInt8) -> Double { Self.lights[Int(byte)] }

    private static let lights: [Double] = (0...255).map { byte in
        let value = Double(byte) / 255
        return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    /// The contrast of two colours by WCAG 2, from 1 to 21.
    func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}

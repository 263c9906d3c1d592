import Glibc
import ModuleKit
import Templating

extension Brand {
    /// What every template knows of whose message it is.
    var datum: Datum {
        .record([
            "name": .text(name), "support": supportAddress.map { .text($0) } ?? .nothing,
            "sender": .text(senderName ?? name), "hue": .number(DecimalNumber(Int64(hue))),
            "colour": .colour(accent.strong), "tint": .colour(accent.tint),
        ])
    }

    static var shape: TemplateShape {
        .record([
            "name": .value, "support": .value, "sender": .value, "hue": .number, "colour": .colour, "tint": .colour,
        ])
    }

    /// The accent as it can be printed: dark enough for white letters on it, and a tint for grounds.
    var accent: (strong: Colour, tint: Colour) {
        let chroma = Double(min(max(chroma, 0), 400)) / 1000
        return (
            Colour(lightness: 0.5, chroma: chroma, hue: Double(hue)),
            Colour(lightness: 0.96, chroma: min(chroma, 0.02), hue: Double(hue))
        )
    }
}

extension Colour {
    /// A colour of OKLCH in sRGB (CSS Color 4, 10). One that screens do not have is made paler until they have it.
    init(lightness: Double, chroma: Double, hue: Double) {
        var chroma = chroma
        var parts = Self.parts(lightness, chroma, hue)
        while chroma > 0.001, !parts.allSatisfy({ (-0.0005...1.0005).contains($0) }) {
            chroma *= 0.95
            parts = Self.parts(lightness, chroma, hue)
        }
        let bytes = parts.map { UInt8(min(max($0, 0), 1) * 255 + 0.5) }
        self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
    }

    private static func parts(_ lightness: Double, _ chroma: Double, _ hue: Double) -> [Double] {
        let angle = hue * .pi / 180
        let (a, b) = (chroma * cos(angle), chroma * sin(angle))
        let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return [
            gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
        ]
    }

    private static func cube(_ value: Double) -> Double { value * value * value }

    private static func gamma(_ value: Double) -> Double {
        value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
    }
}

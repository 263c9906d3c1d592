import ModuleKit
import Templating
import UI

extension Brand {
    /// What every template knows of whose message it is.
    var datum: Datum {
        .record([
            "name": .text(name), "initial": .text(String(name.prefix(1))),
            "support": supportAddress.map { .text($0) } ?? .nothing,
            "sender": .text(senderName ?? name), "hue": .number(DecimalNumber(Int64(hue))),
            "colour": .colour(accent.strong), "tint": .colour(accent.tint),
            "bright": .colour(accent.bright),
        ])
    }

    static var shape: TemplateShape {
        .record([
            "name": .value, "initial": .value, "support": .value, "sender": .value, "hue": .number,
            "colour": .colour, "tint": .colour, "bright": .colour,
        ])
    }

    /// The accent as it can be printed: dark enough for white letters on it, a tint for grounds, and one that can be read on
    /// dark grounds.
    var accent: (strong: Colour, tint: Colour, bright: Colour) {
        let chroma = Double(min(max(chroma, 0), 400)) / 1000
        return (
            Colour(lightness: 0.5, chroma: chroma, hue: Double(hue)),
            Colour(lightness: 0.96, chroma: min(chroma, 0.02), hue: Double(hue)),
            Colour(lightness: 0.76, chroma: min(chroma, 0.15), hue: Double(hue))
        )
    }
}

extension Colour {
    /// A colour of OKLCH as screens show it: as light and of the same hue, paler where they do not have it.
    init(lightness: Double, chroma: Double, hue: Double) {
        let colour = OKLCH(lightness, chroma, hue).rgb
        self.init(red: colour.red, green: colour.green, blue: colour.blue)
    }
}

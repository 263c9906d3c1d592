import Testing

@testable import UI

/// The tones of the stylesheet can be read too: ink on soft, in both themes.
@Suite struct TonesTests {
    @Test func toneInkIsReadOnToneSoft() throws {
        let file = try #require(Assets.house.files.first { $0.name == "face.css" })
        let css = String(decoding: file.bytes, as: UTF8.self)
        var count = 0
        for line in css.split(separator: "\n") where line.contains(".tone-") && line.contains("--tone-ink") {
            let soft = try colours(after: "--tone-soft:", in: line)
            let ink = try colours(after: "--tone-ink:", in: line)
            for theme in 0...1 { #expect(ink[theme].contrast(with: soft[theme]) >= 4.5, "\(line.prefix(20)) \(theme)") }
            count += 1
        }
        #expect(count == Tone.count + 1)
    }

    /// The light and the dark colour of a declaration.
    private func colours(after name: String, in line: Substring) throws -> [RGB] {
        let value = try #require(line.split(separator: name).last)
        return try value.split(separator: "oklch(").dropFirst().prefix(2).map { part in
            let numbers = part.prefix { $0 != ")" }.split(separator: " ").compactMap {
                Double($0.hasPrefix(".") ? "0" + $0 : String($0))
            }
            try #require(numbers.count == 3)
            return OKLCH(numbers[0], numbers[1], numbers[2]).rgb
        }
    }
}

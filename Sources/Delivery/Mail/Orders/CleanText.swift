/// Text of people on its way into a mail. What ends lines, hides or turns text around is taken out instead of refused:
/// nobody's name may keep a mail from being sent, and none may become a second field of its head.
enum CleanText {
    /// One line of at most so many characters.
    static func line(_ text: String, most: Int = 200) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(isVisible(scalar) ? scalar : " ")
        }
        let words = String(line).split(separator: " ")
        // A word that no line can take would not fit a field of the head either.
        return shortened(words.map { shortened(String($0), 120) }.joined(separator: " "), most)
    }

    /// Several lines; each ends with LF.
    static func lines(_ text: String) -> String {
        var lines = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar == "\n", previous == "\r" { continue }
            if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                lines.append("\n")
            } else if scalar == "\t" {
                lines.append(" ")
            } else if isVisible(scalar) {
                lines.append(scalar)
            }
        }
        return String(lines)
    }

    private static func shortened(_ text: String, _ most: Int) -> String {
        // A character may be a letter under a thousand accents, so bytes are counted too.
        guard text.count > most || text.utf8.count > most * 4 else { return text }
        var short = ""
        for character in text.prefix(max(most - 1, 0)) {
            guard short.utf8.count + character.utf8.count <= most * 4 - 3 else { break }
            short.append(character)
        }
        return short + "…"
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
        // Joiners belong to scripts and to emoji; other formats only hide or turn text.
        case .format: return scalar.value == 0x200C || scalar.value == 0x200D
        default: return true
        }
    }
}

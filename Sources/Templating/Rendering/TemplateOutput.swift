import Markup

/// Gathers what is written, each value made safe for the form and the place.
struct TemplateOutput {
    private let form: TemplateForm
    private var markup = HTML.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    private var bytes: [UInt8] = []

    init(_ form: TemplateForm) { self.form = form }

    /// How many bytes were written.
    var count: Int { form == .markup ? markup.count : bytes.count }

    /// How many bytes are looked at again for the next value.
    var reach: Int { form == .markup ? markup.reach : 0 }

    /// Whether markup written so far ends within a tag, a value or a comment.
    var isOpen: Bool { form == .markup && !HTML(stringInterpolation: markup).endsInText }

    /// Text of the template.
    mutating func write(_ text: String) {
        switch form {
        case .markup: markup.appendLiteral(text)
        case .text: bytes.append(contentsOf: text.utf8)
        case .line: bytes.append(contentsOf: text.cleaned(for: .line).utf8)
        }
    }

    /// A value; false where none is safe.
    mutating func print(_ value: Datum, _ text: String, keepsLines: Bool) -> Bool {
        guard form == .markup else {
            bytes.append(contentsOf: text.cleaned(for: form).utf8)
            return true
        }
        switch markup.welcome {
        case .text where keepsLines: return printLines(of: text)
        case .text:
            markup.appendInterpolation(text.cleaned(for: .markup))
            return true
        case .numbers: return printNumber(value)
        case .nothing: return false
        }
    }

    /// Where only numbers are safe, colours are as well: seven characters that mean nothing else.
    private mutating func printNumber(_ value: Datum) -> Bool {
        switch value {
        case .number(let number):
            guard let whole = number.whole else { return false }
            markup.appendInterpolation(whole)
        case .colour(let colour): markup.appendLiteral(colour.description)
        default: return false
        }
        return true
    }

    private mutating func printLines(of text: String) -> Bool {
        let isBetweenTags = markup.reach == 0
        for (index, line) in text.cleaned(for: .markup).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0, isBetweenTags { markup.appendLiteral("<br>") }
            markup.appendInterpolation(line)
        }
        return true
    }

    /// All of it.
    func finish() -> [UInt8] {
        switch form {
        case .markup: HTML(stringInterpolation: markup).bytes
        case .text: bytes
        case .line: Array(String(decoding: bytes, as: UTF8.self).trimmed.utf8)
        }
    }
}

extension String {
    /// Without what no message may hold: controls, and marks that turn the direction of what follows. On one line, line
    /// breaks become spaces.
    func cleaned(for form: TemplateForm) -> String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 >= 0xE2 }) else {
            return self
        }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A where form != .line, 0x09 where form != .line: scalars.append(scalar)
            case 0x0A, 0x09, 0x2028, 0x2029: scalars.append(form == .line ? " " : "\n")
            case 0..<0x20, 0x7F...0x9F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001:
                break
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

/// Elements whose content the tokenizer does not read as markup.
enum RawElement: UInt8, Sendable {
    case none
    case script
    case style
    case xmp
    case iframe
    case noembed
    case noframes
    /// Its content is text for those who see the page, and so may hold values.
    case textarea
    /// The same.
    case title
    /// Nothing ends it.
    case plaintext

    /// The element of a tag's name.
    init(tag name: Range<Int>, in bytes: Span<UInt8>) {
        self = .none
        switch name.count {
        case 3 where bytes.isName("xmp", at: name): self = .xmp
        case 5 where bytes.isName("title", at: name): self = .title
        case 5 where bytes.isName("style", at: name): self = .style
        case 6 where bytes.isName("script", at: name): self = .script
        case 6 where bytes.isName("iframe", at: name): self = .iframe
        case 7 where bytes.isName("noembed", at: name): self = .noembed
        case 8 where bytes.isName("textarea", at: name): self = .textarea
        case 8 where bytes.isName("noframes", at: name): self = .noframes
        case 9 where bytes.isName("plaintext", at: name): self = .plaintext
        default: break
        }
    }
}

extension RawElement {
    /// True when values may stand in it, escaped.
    var holdsText: Bool { self == .textarea || self == .title }
}

extension Span where Element == UInt8 {
    /// True when the name there is this one, which is given in small letters.
    func isName(_ name: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return begins(with: name, at: range.lowerBound)
    }

    /// True when these small letters stand there, in either case.
    func begins(with name: StaticString, at start: Int) -> Bool {
        guard start + name.utf8CodeUnitCount <= count else { return false }
        return name.withUTF8Buffer { letters in
            for index in 0..<letters.count where unsafe self[start + index].smallLetter != letters[index] {
                return false
            }
            return true
        }
    }
}

extension UInt8 {
    /// The small letter of an ASCII capital; any other byte as it is.
    var smallLetter: UInt8 { self &- 65 <= 25 ? self | 0x20 : self }

    var isASCIILetter: Bool { (self | 0x20) &- 97 <= 25 }

    /// White space between attributes.
    var isTagSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}

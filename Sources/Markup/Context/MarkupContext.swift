/// Follows markup as a browser's tokenizer does (WHATWG HTML, 13.2.5) and remembers where names and values begin, so
/// that an interpolation knows what it would become. Offsets point into the markup written so far.
struct MarkupContext: Sendable {
    enum State: UInt8, Sendable {
        case text
        case tagOpen
        case endTagOpen
        case tagName
        case beforeName
        case name
        case afterName
        case beforeValue
        case doubleQuoted
        case singleQuoted
        case unquoted
        case afterQuoted
        case selfClosing
        case markupDeclaration
        case markupDeclarationDash
        case commentStart
        case commentStartDash
        case comment
        case commentDash
        case commentEnd
        case commentBang
        case bogusComment
        case rawText
        case rawLess
        case rawName
    }

    var state = State.text
    /// The tag that is open is an end tag.
    var isEndTag = false
    /// The element whose content is no markup.
    var rawElement = RawElement.none
    /// Within `<svg>` or `<math>`, where browsers read as markup what is raw text elsewhere.
    var isForeign = false
    /// Where the tag's name begins.
    var tagStart = 0
    /// Where the attribute's name stands.
    var nameStart = 0
    var nameEnd = 0
    /// Where the attribute's value begins, after its quote.
    var valueStart = 0

    /// The same place in markup that stands further on.
    func shifted(by offset: Int) -> MarkupContext {
        var moved = self
        moved.tagStart += offset
        moved.nameStart += offset
        moved.nameEnd += offset
        moved.valueStart += offset
        return moved
    }
}

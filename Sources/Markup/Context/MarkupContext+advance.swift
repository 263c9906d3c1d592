extension MarkupContext {
    /// The context after the markup from an offset to its end.
    func advanced(over bytes: Span<UInt8>, from start: Int) -> MarkupContext {
        var next = self
        next.advance(over: bytes, from: start)
        return next
    }

    private mutating func advance(over bytes: Span<UInt8>, from start: Int) {
        var index = start
        while index < bytes.count {
            switch state {
            case .text:
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index &+= 1 }
                if index < bytes.count { state = .tagOpen }
            case .doubleQuoted:
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index &+= 1 }
                if index < bytes.count { state = .afterQuoted }
            default:
                step(bytes[index], at: index, in: bytes)
            }
            index &+= 1
        }
    }

    private mutating func step(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        switch state {
        case .text: if byte == UInt8(ascii: "<") { state = .tagOpen }
        case .tagOpen: openTag(byte, at: index)
        case .endTagOpen: openEndTag(byte, at: index)
        case .tagName, .selfClosing, .afterQuoted, .beforeName: betweenAttributes(byte, at: index, in: bytes)
        case .name: inName(byte, at: index, in: bytes)
        case .afterName: afterName(byte, at: index, in: bytes)
        case .beforeValue: beforeValue(byte, at: index, in: bytes)
        case .doubleQuoted: if byte == UInt8(ascii: "\"") { state = .afterQuoted }
        case .singleQuoted: if byte == UInt8(ascii: "'") { state = .afterQuoted }
        case .unquoted: inUnquoted(byte, at: index, in: bytes)
        case .rawText, .rawLess, .rawName: inRawText(byte, at: index, in: bytes)
        default: inDeclaration(byte)
        }
    }
}

extension MarkupContext {
    private mutating func openTag(_ byte: UInt8, at index: Int) {
        switch byte {
        case _ where byte.isASCIILetter: beginTag(at: index, isEnd: false)
        case UInt8(ascii: "/"): state = .endTagOpen
        case UInt8(ascii: "!"): state = .markupDeclaration
        case UInt8(ascii: "?"): state = .bogusComment
        case UInt8(ascii: "<"): break
        default: state = .text
        }
    }

    private mutating func openEndTag(_ byte: UInt8, at index: Int) {
        switch byte {
        case _ where byte.isASCIILetter: beginTag(at: index, isEnd: true)
        case UInt8(ascii: ">"): state = .text
        default: state = .bogusComment
        }
    }

    private mutating func beginTag(at index: Int, isEnd: Bool) {
        (state, isEndTag, tagStart) = (.tagName, isEnd, index)
    }

    private mutating func closeTag(_ bytes: Span<UInt8>) {
        let name = tagRange(in: bytes)
        if bytes.isName("svg", at: name) || bytes.isName("math", at: name) { isForeign = !isEndTag }
        rawElement = isEndTag ? .none : RawElement(tag: name, in: bytes)
        state = rawElement == .none ? .text : .rawText
    }

    /// The name of the open tag.
    func tagRange(in bytes: Span<UInt8>) -> Range<Int> {
        var end = tagStart
        while end < bytes.count, !bytes[end].isTagSpace, bytes[end] != UInt8(ascii: ">"),
            bytes[end] != UInt8(ascii: "/")
        { end += 1 }
        return tagStart..<end
    }
}

extension MarkupContext {
    private mutating func betweenAttributes(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        switch byte {
        case _ where byte.isTagSpace: state = .beforeName
        case UInt8(ascii: "/"): state = .selfClosing
        case UInt8(ascii: ">"): closeTag(bytes)
        case _ where state == .tagName: break
        default: (state, nameStart) = (.name, index)
        }
    }

    private mutating func inName(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        switch byte {
        case _ where byte.isTagSpace: (state, nameEnd) = (.afterName, index)
        case UInt8(ascii: "="): (state, nameEnd) = (.beforeValue, index)
        case UInt8(ascii: "/"): state = .selfClosing
        case UInt8(ascii: ">"): closeTag(bytes)
        default: break
        }
    }

    private mutating func afterName(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        switch byte {
        case _ where byte.isTagSpace: break
        case UInt8(ascii: "="): state = .beforeValue
        case UInt8(ascii: "/"): state = .selfClosing
        case UInt8(ascii: ">"): closeTag(bytes)
        default: (state, nameStart) = (.name, index)
        }
    }

    private mutating func beforeValue(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        switch byte {
        case _ where byte.isTagSpace: break
        case UInt8(ascii: "\""): (state, valueStart) = (.doubleQuoted, index + 1)
        case UInt8(ascii: "'"): (state, valueStart) = (.singleQuoted, index + 1)
        case UInt8(ascii: ">"): closeTag(bytes)
        default: (state, valueStart) = (.unquoted, index)
        }
    }

    private mutating func inUnquoted(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        if byte.isTagSpace { state = .beforeName }
        if byte == UInt8(ascii: ">") { closeTag(bytes) }
    }
}

extension MarkupContext {
    /// Until the element's own end tag.
    private mutating func inRawText(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        switch (state, byte) {
        case (.rawName, _) where byte.isASCIILetter: break
        case (.rawName, _) where byte.isTagSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">"):
            endRawText(byte, at: index, in: bytes)
        case (.rawName, _) where isForeign: (state, rawElement) = (.rawText, .plaintext)
        case (.rawLess, UInt8(ascii: "/")): (state, tagStart) = (.rawName, index + 1)
        case (.rawLess, _) where isReadInTwoWays(byte): (state, rawElement) = (.rawText, .plaintext)
        case (_, UInt8(ascii: "<")): state = .rawLess
        default: state = .rawText
        }
    }

    private mutating func endRawText(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>) {
        if rawElement != .plaintext, RawElement(tag: tagStart..<index, in: bytes) == rawElement {
            (state, isEndTag) = (.tagName, true)
            betweenAttributes(byte, at: index, in: bytes)
        } else {
            if isForeign { rawElement = .plaintext }
            state = .rawText
        }
    }

    /// After `<`: a script that holds `<!` may read its end tag as text, and within `<svg>` a tag is a tag even in a
    /// style. Where it is no longer certain what ends the element, nothing does, and no value is let in.
    private func isReadInTwoWays(_ byte: UInt8) -> Bool {
        if rawElement == .script, byte == UInt8(ascii: "!") { return true }
        return isForeign && (byte.isASCIILetter || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"))
    }

    /// Comments, and what browsers make of other declarations.
    private mutating func inDeclaration(_ byte: UInt8) {
        switch (state, byte) {
        case (.markupDeclaration, UInt8(ascii: "-")): state = .markupDeclarationDash
        case (.markupDeclaration, UInt8(ascii: "[")) where isForeign: (state, rawElement) = (.rawText, .plaintext)
        case (.markupDeclarationDash, UInt8(ascii: "-")): state = .commentStart
        case (.commentStart, UInt8(ascii: "-")): state = .commentStartDash
        case (.commentStartDash, UInt8(ascii: "-")), (.commentDash, UInt8(ascii: "-")),
            (.commentEnd, UInt8(ascii: "-")):
            state = .commentEnd
        case (.comment, UInt8(ascii: "-")), (.commentBang, UInt8(ascii: "-")): state = .commentDash
        case (.commentEnd, UInt8(ascii: "!")): state = .commentBang
        case (.comment, _), (.commentDash, _): state = .comment
        case (_, UInt8(ascii: ">")): state = .text
        case (.markupDeclaration, _), (.markupDeclarationDash, _), (.bogusComment, _): state = .bogusComment
        default: state = .comment
        }
    }
}

/// What an interpolation would become where it stands.
enum Slot {
    /// Text between tags.
    case text
    /// A quoted value that is only read, or the content of a `<title>` or `<textarea>`.
    case plainValue
    /// A quoted value that holds an address, or several.
    case address(AddressSlot)
    /// A quoted value that holds JSON; nothing was written into it yet.
    case json
    /// Nothing may stand here; a number perhaps.
    case refused(HTML.Fault.Place, takesNumbers: Bool)
}

extension MarkupContext {
    /// The slot at the end of the markup written so far.
    func slot(in bytes: Span<UInt8>) -> Slot {
        switch state {
        case .text: .text
        case .doubleQuoted, .singleQuoted: valueSlot(in: bytes)
        case .tagOpen, .tagName: .refused(.tag, takesNumbers: true)
        case .beforeValue, .unquoted: .refused(.unquotedValue, takesNumbers: true)
        case .rawText where rawElement.holdsText: .plainValue
        case .rawText: .refused(.rawText, takesNumbers: true)
        case .rawLess, .rawName: .refused(.rawText, takesNumbers: false)
        case .endTagOpen: .refused(.tag, takesNumbers: false)
        case .beforeName, .name, .afterName, .afterQuoted, .selfClosing:
            .refused(.attributeName, takesNumbers: false)
        default: .refused(.comment, takesNumbers: false)
        }
    }

    private func valueSlot(in bytes: Span<UInt8>) -> Slot {
        let tag = TagKind(name: tagRange(in: bytes), in: bytes)
        if tag == .animation { return .refused(.code, takesNumbers: true) }
        let kind = AttributeKind(name: nameStart..<nameEnd, in: bytes)
        switch kind {
        case .plain: return .plainValue
        case .code: return .refused(.code, takesNumbers: true)
        case .style: return .refused(.style, takesNumbers: true)
        case .json: return valueStart == bytes.count ? .json : .refused(.json, takesNumbers: true)
        case .link, .embedded, .addresses:
            let slot = AddressSlot(value: valueStart, in: bytes, kind: kind, mustBeLocal: tag == .acting)
            return slot.part == .refused ? .refused(.scheme, takesNumbers: true) : .address(slot)
        }
    }

    /// True where attributes may be written.
    var takesAttributes: Bool { !isEndTag && (state == .tagName || state == .beforeName || state == .afterQuoted) }
}

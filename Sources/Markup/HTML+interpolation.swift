extension HTML {
    /// Gathers markup and follows it, so that each value is made safe for the place where it stands.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var bytes: [UInt8] = []
        var faults: [Fault] = []
        var context = MarkupContext()

        /// Reserves for the literal and a short value each.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        /// Markup written in the program.
        public mutating func appendLiteral(_ literal: String) {
            let start = bytes.count
            let utf8 = literal.utf8
            unsafe utf8.span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
            context = context.advanced(over: bytes.span, from: start)
        }

        /// Text. In a link it must be a whole address or part of one; in code it is left out.
        public mutating func appendInterpolation(_ text: String) { append(text) }

        /// Text there may be.
        public mutating func appendInterpolation(_ text: String?) { append(text ?? "") }

        /// Text.
        public mutating func appendInterpolation(_ text: Substring) { append(String(text)) }

        /// What describes itself: an id, an amount.
        public mutating func appendInterpolation(text value: some CustomStringConvertible) { append(value.description) }

        /// A whole number, which is safe almost everywhere.
        public mutating func appendInterpolation(_ number: some FixedWidthInteger) { append(number: number) }

        /// Markup, as it is.
        public mutating func appendInterpolation(_ markup: HTML) { append(markup) }

        /// Markup there may be.
        public mutating func appendInterpolation(_ markup: HTML?) { append(markup ?? HTML()) }

        /// Markup, one piece after another. Apart from other sequences, because that saves an allocation a piece.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            reserve(pieces.reduce(0) { $0 + $1.bytes.count })
            for piece in pieces { append(piece) }
        }

        /// Markup, one piece after another.
        public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { append(piece) }
        }

        /// An address that has been checked.
        public mutating func appendInterpolation(url: SafeURL) { append(url) }

        /// An address that has been checked.
        public mutating func appendInterpolation(_ url: SafeURL) { append(url) }

        /// Attributes, inside a tag, each with the space before it.
        public mutating func appendInterpolation(attributes: Attributes) {
            guard context.takesAttributes else { return fault(.attributeName) }
            for attribute in attributes.list { append(attribute) }
        }
    }
}

extension HTML.StringInterpolation {
    private mutating func append(_ text: String) {
        switch context.slot(in: bytes.span) {
        case .text, .plainValue: bytes.append(escaping: text)
        case .address(let slot) where slot.part == .start: append(address: SafeURL(text), in: slot)
        case .address(let slot): append(part: text, of: slot)
        case .json: bytes.append(escaping: text.utf8.first == UInt8(ascii: "{") ? text : "{}")
        case .refused(let place, _): fault(place)
        }
    }

    private mutating func append(_ url: SafeURL) {
        switch context.slot(in: bytes.span) {
        case .text, .plainValue: bytes.append(escaping: url.text)
        case .address(let slot) where slot.part == .start: append(address: url, in: slot)
        case .address(let slot): append(part: url.text, of: slot)
        case .json: fault(.json)
        case .refused(let place, _): fault(place)
        }
    }

    /// A whole address. A refused one leads nowhere, and where it would be fetched at once there is none.
    private mutating func append(address: SafeURL?, in slot: AddressSlot) {
        guard let address, address.isLocal || !slot.mustBeLocal else {
            if slot.kind == .link, !slot.mustBeLocal { bytes.append(escaping: SafeURL.nowhere.text) }
            return
        }
        let start = bytes.count
        bytes.append(escaping: address.text)
        if slot.kind == .addresses { bytes.encodeCommas(from: start) }
    }

    private mutating func append(part text: String, of slot: AddressSlot) {
        if slot.part == .path {
            PercentEncoding.append(segment: text, after: slot.segmentIsDots, to: &bytes)
        } else {
            PercentEncoding.append(text, to: &bytes)
        }
    }

    private mutating func append(number: some FixedWidthInteger) {
        if case .refused(let place, let takesNumbers) = context.slot(in: bytes.span), !takesNumbers {
            return fault(place)
        }
        appendLiteral(String(number))
    }

    /// Room for what comes, but at least twice the room there was, or a page of many lists would be copied for each.
    fileprivate mutating func reserve(_ count: Int) {
        if bytes.capacity < bytes.count + count { bytes.reserveCapacity(max(bytes.count + count, bytes.capacity * 2)) }
    }

    /// Markup goes between tags. In a quoted value it may only be text that is escaped already.
    private mutating func append(_ markup: HTML) {
        switch context.slot(in: bytes.span) {
        case .text: insert(markup)
        case .plainValue where markup.isPlainText: insert(markup, keepingContext: true)
        case .refused(let place, _): fault(place)
        default: fault(.markupInAttribute)
        }
    }

    private mutating func insert(_ markup: HTML, keepingContext: Bool = false) {
        let start = bytes.count
        bytes.append(contentsOf: markup.bytes)
        if !keepingContext { context = markup.context.shifted(by: start) }
        for fault in markup.faults { record(fault.shifted(by: start)) }
    }

    private mutating func append(_ attribute: Attribute) {
        guard attribute.hasPlainName else { return fault(.attributeName) }
        appendLiteral(" ")
        appendLiteral(attribute.name)
        guard attribute.value != .none else { return }
        appendLiteral("=\"")
        switch attribute.value {
        case .none: break
        case .text(let text): append(text)
        case .url(let url): append(url)
        }
        appendLiteral("\"")
    }

    private mutating func fault(_ place: HTML.Fault.Place) {
        record(HTML.Fault(place: place, offset: bytes.count))
    }

    /// The first faults tell the story; a fault in a row of a long table must not fill the memory.
    private mutating func record(_ fault: HTML.Fault) {
        if faults.count < 64 { faults.append(fault) }
    }
}

extension HTML {
    /// True when it stays what it is within quotes.
    var isPlainText: Bool {
        endsInText
            && !bytes.contains { byte in
                byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
                    || byte == UInt8(ascii: "'")
            }
    }
}

extension [UInt8] {
    /// In a list of addresses a comma would end this one.
    fileprivate mutating func encodeCommas(from start: Int) {
        guard self[start...].contains(UInt8(ascii: ",")) else { return }
        let address = self[start...].flatMap { $0 == UInt8(ascii: ",") ? Array("%2C".utf8) : [$0] }
        replaceSubrange(start..., with: address)
    }
}

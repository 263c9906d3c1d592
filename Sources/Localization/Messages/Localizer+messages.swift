import Core

extension Localizer {
    /// A message with its values. One that lacks shows its name in braces, so that a page never fails for it.
    public func text(_ message: Message, _ values: KeyValuePairs<String, MessageValue> = [:]) -> String {
        text(message, given: Array(values))
    }

    /// The same with values that were put together.
    public func text(_ message: Message, given values: [(key: String, value: MessageValue)]) -> String {
        var writer = MessageWriter(localizer: self, values: values)
        writer.write(message.pattern(language).parts, number: nil)
        return writer.text
    }

    /// The same in pieces, for places that hold markup: the names without a value stay as slots. Both kinds go through
    /// the escaping literal: `for piece in …  { if case .slot = piece { link } else … }`.
    public func pieces(_ message: Message, _ values: KeyValuePairs<String, MessageValue> = [:]) -> [MessagePiece] {
        var writer = MessageWriter(localizer: self, values: Array(values), keepsSlots: true)
        writer.write(message.pattern(language).parts, number: nil)
        if !writer.text.isEmpty { writer.pieces.append(.text(writer.text)) }
        return writer.pieces
    }

    /// A value as the reader is shown it.
    public func text(_ value: MessageValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): self.number(number)
        case .decimal(let number): self.number(number)
        case .percent(let rate): percent(rate)
        case .money(let amount): money(amount)
        case .date(let instant, let style): date(instant, style)
        case .time(let instant): time(instant)
        case .list(let texts): list(texts)
        }
    }
}

/// A piece of a message that is to hold markup.
public enum MessagePiece: Sendable, Hashable {
    /// Plain text, still to be escaped.
    case text(String)
    /// A place to fill, by the name of its value.
    case slot(String)
}

/// Puts a message together.
private struct MessageWriter {
    let localizer: Localizer
    let values: [(key: String, value: MessageValue)]
    var keepsSlots = false
    var text = ""
    var pieces: [MessagePiece] = []

    mutating func write(_ parts: [MessagePattern.Part], number: Int64?) {
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .place(let name): place(name)
            case .number: text += number.map { localizer.number($0) } ?? "#"
            case .choice(let choice): choose(choice, number: number)
            }
        }
    }

    private mutating func place(_ name: String) {
        if let value = value(name) {
            text += localizer.text(value)
        } else if keepsSlots {
            if !text.isEmpty { pieces.append(.text(text)) }
            pieces.append(.slot(name))
            text = ""
        } else {
            text += "{" + name + "}"
        }
    }

    private mutating func choose(_ choice: MessagePattern.Choice, number: Int64?) {
        let value = value(choice.argument)
        guard choice.kind != .select else {
            let word = value.map { localizer.text($0) } ?? ""
            return write(choice.branch { $0 == word }, number: number)
        }
        let count = value.flatMap(Self.count) ?? 0
        let exact = "=\(count)"
        let form =
            choice.kind == .plural
            ? PluralCategory(count, in: localizer.language) : PluralCategory(ordinal: count, in: localizer.language)
        let isExact = choice.branches.contains { $0.selector == exact }
        write(choice.branch { isExact ? $0 == exact : $0 == form.rawValue }, number: count)
    }

    private static func count(_ value: MessageValue) -> Int64? {
        switch value {
        case .number(let number): number
        case .decimal(let number): Int64(exactly: number.rounded(.towardZero))
        default: nil
        }
    }

    private func value(_ name: String) -> MessageValue? { values.first { $0.key == name }?.value }
}

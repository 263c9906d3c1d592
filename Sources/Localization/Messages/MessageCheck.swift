/// What is wrong with catalogues. The house refuses to start, and its tests fail, while there is anything.
public struct MessageCheck: Sendable {
    /// One fault: which message, and what to mend, in a sentence.
    public struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// The message's key, or the catalogue's area.
        public let key: String
        /// What is wrong.
        public let reason: String
        /// Both.
        public var description: String { "\(key): \(reason)" }
    }

    /// Every fault of these catalogues; none is as it should be.
    public static func findings(_ catalogues: [MessageCatalogue]) -> [Finding] {
        var (found, keys, areas) = ([Finding](), Set<String>(), Set<String>())
        for catalogue in catalogues {
            if !areas.insert(catalogue.area).inserted {
                found.append(Finding(key: catalogue.area, reason: "the area is there twice"))
            }
            for message in catalogue.messages {
                if !keys.insert(message.key).inserted {
                    found.append(Finding(key: message.key, reason: "the key is there twice"))
                }
                found += faults(of: message, in: catalogue).map { Finding(key: message.key, reason: $0) }
            }
        }
        return found
    }

    private static func faults(of message: Message, in catalogue: MessageCatalogue) -> [String] {
        var faults: [String] = []
        if !message.key.hasPrefix(catalogue.area + ".") {
            faults.append("the key does not begin with \(catalogue.area).")
        }
        for (language, pattern) in [("Turkish", message.tr), ("English", message.en)] {
            if pattern.source.allSatisfy(\.isWhitespace) { faults.append("the \(language) text is missing") }
            if let fault = pattern.fault { faults.append("the \(language) text cannot be read (\(fault))") }
            faults += pattern.choices.filter { $0.kind == .plural }.flatMap(surplus).map {
                "the \(language) text has the form \($0), which the language has not"
            }
        }
        faults += message.en.choices.flatMap(missing).map { "the English text lacks the form \($0)" }
        guard message.tr.fault == nil, message.en.fault == nil else { return faults }
        return faults + differences(message)
    }

    private static func surplus(_ choice: MessagePattern.Choice) -> [String] {
        choice.branches.map(\.selector).filter { selector in
            !selector.hasPrefix("=") && PluralCategory(rawValue: selector).map { ![.one, .other].contains($0) } ?? true
        }
    }

    /// Forms that English has and a choice does not say. Turkish words do not change behind a number, so there `other` is
    /// enough.
    private static func missing(_ choice: MessagePattern.Choice) -> [String] {
        let said = Set(choice.branches.map(\.selector))
        switch choice.kind {
        case .plural: return said.contains("one") || said.contains("=1") ? [] : ["one of {\(choice.argument)}"]
        case .selectordinal:
            return ["one", "two", "few"].filter { !said.contains($0) }.map { "\($0) of {\(choice.argument)}" }
        case .select, .plain: return []
        }
    }

    /// A value that only one language uses is a slip; how it is used may differ, since forms do.
    private static func differences(_ message: Message) -> [String] {
        let (tr, en) = (Set(message.tr.arguments.keys), Set(message.en.arguments.keys))
        return tr.subtracting(en).sorted().map { "the English text lacks {\($0)}" }
            + en.subtracting(tr).sorted().map { "the Turkish text lacks {\($0)}" }
            + choices(message.tr, message.en, "English") + choices(message.en, message.tr, "Turkish")
    }

    /// What only one language tells apart reads as something else in the other.
    private static func choices(_ pattern: MessagePattern, _ other: MessagePattern, _ language: String) -> [String] {
        let said = words(other)
        return words(pattern).sorted { $0.key < $1.key }.flatMap { argument, words in
            words.subtracting(said[argument] ?? words).sorted().map {
                "the \(language) text lacks the choice \($0) of {\(argument)}"
            }
        }
    }

    private static func words(_ pattern: MessagePattern) -> [String: Set<String>] {
        pattern.choices.filter { $0.kind == .select }.reduce(into: [:]) { found, choice in
            found[choice.argument, default: []].formUnion(choice.branches.map(\.selector))
        }
    }
}

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
        guard message.tr.fault == nil, message.en.fault == nil else { return faults }
        return faults + differences(message)
    }

    private static func surplus(_ choice: MessagePattern.Choice) -> [String] {
        choice.branches.map(\.selector).filter { selector in
            !selector.hasPrefix("=") && PluralCategory(rawValue: selector).map { ![.one, .other].contains($0) } ?? true
        }
    }

    /// A value that only one language uses is a slip; how it is used may differ, since forms do.
    private static func differences(_ message: Message) -> [String] {
        let (tr, en) = (Set(message.tr.arguments.keys), Set(message.en.arguments.keys))
        return tr.subtracting(en).sorted().map { "the English text lacks {\($0)}" }
            + en.subtracting(tr).sorted().map { "the Turkish text lacks {\($0)}" }
    }
}

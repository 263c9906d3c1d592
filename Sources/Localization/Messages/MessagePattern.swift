/// A pattern that was read: texts, places, and choices between patterns.
struct MessagePattern: Sendable, Hashable {
    indirect enum Part: Sendable, Hashable {
        case text(String)
        case place(String)
        /// The number that the choice around it is made by.
        case number
        case choice(Choice)
    }

    struct Choice: Sendable, Hashable {
        let argument: String
        let kind: Kind
        let branches: [Branch]

        /// The pattern of the first selector that fits; `other` is always there.
        func branch(_ fits: (String) -> Bool) -> [Part] {
            let found = branches.first { fits($0.selector) } ?? branches.first { $0.selector == "other" }
            return found?.parts ?? []
        }
    }

    struct Branch: Sendable, Hashable {
        let selector: String
        let parts: [Part]
    }

    enum Kind: String, Sendable, Hashable {
        case plural
        case selectordinal
        case select
        /// A place without a choice.
        case plain
    }

    let source: String
    let parts: [Part]
    /// What is wrong with it; then its source stands as it is.
    let fault: MessageFault?

    init(_ source: String) {
        self.source = source
        do throws(MessageFault) {
            var parser = MessageParser(source)
            (parts, fault) = (try parser.pattern(), nil)
        } catch {
            (parts, fault) = ([.text(source)], error)
        }
    }

    /// Each argument with the kinds in which it is used.
    var arguments: [String: Set<Kind>] {
        var found: [String: Set<Kind>] = [:]
        Self.collect(parts, into: &found)
        return found
    }

    /// All choices, those within others too.
    var choices: [Choice] { Self.choices(in: parts) }

    private static func choices(in parts: [Part]) -> [Choice] {
        parts.flatMap { part -> [Choice] in
            guard case .choice(let choice) = part else { return [] }
            return [choice] + choice.branches.flatMap { choices(in: $0.parts) }
        }
    }

    private static func collect(_ parts: [Part], into found: inout [String: Set<Kind>]) {
        for part in parts {
            switch part {
            case .text, .number: break
            case .place(let name): found[name, default: []].insert(.plain)
            case .choice(let choice):
                found[choice.argument, default: []].insert(choice.kind)
                for branch in choice.branches { collect(branch.parts, into: &found) }
            }
        }
    }
}

/// Why a pattern cannot be read.
public enum MessageFault: Error, Hashable, Sendable {
    /// A brace that is not closed, or closes nothing.
    case braces
    /// A place without a name, or with one that is no word.
    case name
    /// A choice of a kind that is not known.
    case kind(String)
    /// A choice without `other`, with a form twice, or with one that does not exist.
    case branches
    /// Choices within choices beyond all reason.
    case depth
}

/// What is wrong with a template, or why its rendering was stopped: where, and in words for whoever wrote it.
public struct TemplateFault: Error, Sendable, Hashable {
    /// What is wrong.
    public let kind: Kind
    /// The line, from 1.
    public let line: Int
    /// The character in the line, from 1.
    public let column: Int
    /// The part in which it is; nil in the template itself.
    public let part: String?

    init(_ kind: Kind, line: Int, column: Int, part: String? = nil) {
        (self.kind, self.line, self.column, self.part) = (kind, line, column, part)
    }

    /// For machines.
    public var code: String { kind.code }

    /// What can be wrong. Words of the template that are quoted are cut to a readable length.
    public enum Kind: Sendable, Hashable {
        /// It is longer than it may be.
        case sourceTooLong(most: Int)
        /// It has more tags and terms than it may have.
        case tooManyTerms(most: Int)
        /// Blocks or parentheses go too deep.
        case tooDeep(most: Int)
        /// A tag does not end.
        case unclosedTag
        /// A quoted text does not end on its line.
        case unclosedText
        /// A tag that there is not.
        case unknownTag(String)
        /// A tag that has nothing to belong to here.
        case strayTag(String)
        /// A block without its end.
        case missingEnd(String)
        /// Something else was expected here.
        case unexpected(String)
        /// A number that is none, or too big.
        case badNumber
        /// A filter that there is not.
        case unknownFilter(String)
        /// A filter with too many or too few values.
        case filterValues(String)
        /// A name that already means something.
        case takenName(String)
        /// A name that means nothing here.
        case unknownName(String)
        /// A loop over what is no list.
        case notAList(String)
        /// A list or record where a value is printed.
        case notAValue(String)
        /// A part that there is not.
        case unknownPart(String)
        /// A part that contains itself.
        case partInItself(String)
        /// Parts within parts go too deep.
        case partsTooDeep(most: Int)
        /// A value where markup lets none be safe.
        case unsafePlace
        /// A tag of markup that messages and documents must not have.
        case forbiddenMarkup(String)
        /// Markup that ends within a tag, an attribute or a comment.
        case openMarkup
        /// It does more work than it may.
        case fuel(most: Int)
        /// It writes more than it may.
        case output(most: Int)
    }
}

/// Everything that is wrong with a template, in the order of the text.
public struct TemplateFaults: Error, Sendable, Hashable {
    /// At least one.
    public let all: [TemplateFault]

    /// How many are told at most.
    static let most = 50
}

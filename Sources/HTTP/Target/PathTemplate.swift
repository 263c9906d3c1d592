/// A path with named places, such as `/customers/:id/notes/:note`: the route's pattern and the maker of its links in one.
///
/// `:name` stands for one segment, `*name` for all that remain (at least one) and only at the end.
public struct PathTemplate: Sendable, Hashable, CustomStringConvertible {
    /// One step of the path.
    public enum Segment: Sendable, Hashable {
        /// This text, exactly.
        case literal(String)
        /// Any one segment.
        case parameter(String)
        /// All segments that remain, at least one.
        case rest(String)
    }

    /// The template as it was written.
    public let text: String
    /// The steps, none for `/`.
    public let segments: [Segment]

    /// Reads a template. It begins with a slash, ends without one, names each parameter once, and its literal segments
    /// consist of letters, digits and `-._~`.
    public init(_ text: String) throws(Mistake) {
        guard text.hasPrefix("/") else { throw Mistake(text, "must begin with a slash") }
        self.text = text
        var segments: [Segment] = []
        if text != "/" {
            for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
                segments.append(try Self.segment(part, of: text))
            }
        }
        self.segments = segments
        try checkOrder()
    }

    private static func segment(_ part: Substring, of text: String) throws(Mistake) -> Segment {
        switch part.utf8.first {
        case nil: throw Mistake(text, "has an empty segment")
        case Byte.colon: return .parameter(try name(part.dropFirst(), of: text))
        case Byte.asterisk: return .rest(try name(part.dropFirst(), of: text))
        default:
            guard part.utf8.allSatisfy(\.isUnreserved), part != ".", part != ".." else {
                throw Mistake(text, "has a segment “\(part)” that would need escaping")
            }
            return .literal(String(part))
        }
    }

    private static func name(_ name: Substring, of text: String) throws(Mistake) -> String {
        guard let first = name.utf8.first, first.isLetter,
            name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == Byte.underscore })
        else { throw Mistake(text, "has a parameter whose name is not a word of letters, digits and underscores") }
        return String(name)
    }

    private func checkOrder() throws(Mistake) {
        guard segments.count <= RequestPath.maximumSegments else { throw Mistake(text, "has too many segments") }
        if segments.dropLast().contains(where: \.isRest) {
            throw Mistake(text, "has a rest parameter that is not the last segment")
        }
        let names = parameterNames
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            throw Mistake(text, "names the parameter “\(names[twice])” twice")
        }
    }

    /// The parameters' names in their order.
    public var parameterNames: [String] { segments.compactMap(\.parameterName) }

    /// The template as it was written.
    public var description: String { text }
}

extension PathTemplate.Segment {
    /// The name of the value that takes this place; nil for a literal.
    public var parameterName: String? {
        switch self {
        case .literal: nil
        case .parameter(let name), .rest(let name): name
        }
    }

    var isRest: Bool {
        if case .rest = self { true } else { false }
    }
}

extension PathTemplate {
    /// What is wrong with a template, or with the values given for a link.
    public struct Mistake: Error, Hashable, Sendable, CustomStringConvertible {
        /// One sentence for the developer.
        public let description: String

        init(_ template: String, _ fault: String) { description = "The path “\(template)” \(fault)." }
    }
}

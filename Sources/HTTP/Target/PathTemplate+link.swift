/// A value that can stand in a path.
public protocol PathValue {
    /// The value of a decoded segment; nil when the segment is none of them.
    init?(pathText: Substring)
    /// The text that stands for the value, not yet escaped.
    var pathText: String { get }
}

extension String: PathValue {
    /// Any segment.
    public init?(pathText: Substring) { self.init(pathText) }
    /// Itself.
    public var pathText: String { self }
}

extension Int: PathValue {
    /// Decimal digits with at most a minus, in the one spelling that `pathText` gives.
    public init?(pathText: Substring) {
        guard let value = Int(pathText), String(value) == pathText else { return nil }
        self = value
    }
    /// Decimal digits.
    public var pathText: String { String(self) }
}

extension PathTemplate {
    /// The link with a value for each parameter by name. A rest parameter takes segments divided by slashes.
    public func link(_ values: [String: String] = [:]) throws(Mistake) -> String {
        if let stranger = values.keys.sorted().first(where: { !parameterNames.contains($0) }) {
            throw Mistake(text, "has no parameter “\(stranger)”")
        }
        var link = ""
        for segment in segments {
            guard let name = segment.parameterName else {
                append(segment, "", to: &link)
                continue
            }
            guard let value = values[name] else { throw Mistake(text, "was given no value for “\(name)”") }
            try appendChecked(segment, value, to: &link)
        }
        return link.isEmpty ? "/" : link
    }

    /// The link with the parameters' values in their order.
    public func link<each Value: PathValue>(to value: repeat each Value) throws(Mistake) -> String {
        var values: [String] = []
        for value in repeat each value { values.append(value.pathText) }
        let names = parameterNames
        guard names.count == values.count else {
            throw Mistake(text, "takes \(names.count) values and was given \(values.count)")
        }
        return try link(Dictionary(uniqueKeysWithValues: zip(names, values)))
    }

    private func appendChecked(_ segment: Segment, _ value: String, to link: inout String) throws(Mistake) {
        let parts = segment.isRest ? value.split(separator: "/", omittingEmptySubsequences: false) : [value[...]]
        for part in parts {
            // Such a link would be refused when it is followed, or lead elsewhere.
            if part.isEmpty || part == "." || part == ".." || part.utf8.contains(where: \.isControl)
                || part.utf8.contains(Byte.backslash)
            {
                throw Mistake(text, "cannot carry the value given for “\(segment.parameterName ?? "")”")
            }
            append(segment, part, to: &link)
        }
    }

    private func append(_ segment: Segment, _ value: Substring, to link: inout String) {
        link += "/"
        if case .literal(let literal) = segment {
            link += literal
        } else {
            PercentCoding.encode(value, into: &link)
        }
    }
}

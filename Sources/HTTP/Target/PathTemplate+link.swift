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
        var ordered: [String] = []
        for name in parameterNames {
            guard let value = values[name] else { throw Mistake(text, "was given no value for “\(name)”") }
            ordered.append(value)
        }
        return try fill(ordered)
    }

    /// The link with the parameters' values in their order.
    public func link<each Value: PathValue>(to value: repeat each Value) throws(Mistake) -> String {
        var values: [String] = []
        for value in repeat each value { values.append(value.pathText) }
        return try fill(values)
    }

    private func fill(_ values: [String]) throws(Mistake) -> String {
        var link = ""
        var remaining = values[...]
        for segment in segments {
            link += "/"
            switch segment {
            case .literal(let literal): link += literal
            case .parameter(let name):
                guard let value = remaining.popFirst() else { throw wrongCount(values) }
                try append(value[...], name, to: &link)
            case .rest(let name):
                guard let value = remaining.popFirst() else { throw wrongCount(values) }
                try appendParts(value, name, to: &link)
            }
        }
        guard remaining.isEmpty else { throw wrongCount(values) }
        return link.isEmpty ? "/" : link
    }

    private func appendParts(_ value: String, _ name: String, to link: inout String) throws(Mistake) {
        var isFirst = true
        for part in value.split(separator: "/", omittingEmptySubsequences: false) {
            if !isFirst { link += "/" }
            isFirst = false
            try append(part, name, to: &link)
        }
    }

    private func append(_ value: Substring, _ name: String, to link: inout String) throws(Mistake) {
        // Such a link would be refused when it is followed, or lead elsewhere.
        if value.isEmpty || value == "." || value == ".."
            || value.utf8.contains(where: { $0.isControl || $0 == Byte.backslash })
        {
            throw Mistake(text, "cannot carry the value given for “\(name)”")
        }
        PercentCoding.encode(value, into: &link)
    }

    private func wrongCount(_ values: [String]) -> Mistake {
        Mistake(text, "takes \(parameterNames.count) values and was given \(values.count)")
    }
}

/// The values a path gave to a template's parameters.
public struct PathParameters: Sendable, Hashable {
    private var entries: [Entry] = []

    private struct Entry: Sendable, Hashable {
        let name: String
        let value: Substring
    }

    /// No values.
    public init() {}

    /// Adds a value; the router calls this as it walks its tree.
    public mutating func append(_ name: String, _ value: Substring) {
        entries.append(Entry(name: name, value: value))
    }

    /// The same values in their order under other names, as many as there are.
    package func renamed(_ names: [String]) -> PathParameters {
        var renamed = PathParameters()
        for (name, entry) in zip(names, entries) { renamed.append(name, entry.value) }
        return renamed
    }

    /// The decoded value of a parameter; for a rest parameter its segments, divided by slashes.
    public subscript(_ name: String) -> Substring? { entries.first { $0.name == name }?.value }

    /// The value of a parameter as a typed one; nil when it is missing or not such a value.
    public func value<Value: PathValue>(_ name: String, as type: Value.Type = Value.self) -> Value? {
        self[name].flatMap(Value.init(pathText:))
    }
}

extension PathTemplate {
    /// The parameters' values when the path fits this template alone; a router of many templates walks `segments`.
    public func match(_ path: RequestPath) -> PathParameters? {
        var parameters = PathParameters()
        var remaining = path.segments[...]
        for segment in segments {
            guard let next = remaining.first else { return nil }
            switch segment {
            case .literal(let literal): if next != literal { return nil }
            case .parameter(let name): parameters.append(name, next)
            case .rest(let name):
                if path.hasTrailingSlash { return nil }
                parameters.append(name, remaining.joined(separator: "/")[...])
                return parameters
            }
            remaining = remaining.dropFirst()
        }
        return remaining.isEmpty && !path.hasTrailingSlash ? parameters : nil
    }
}

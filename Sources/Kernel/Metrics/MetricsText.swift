/// Prometheus's text format, written line by line.
struct MetricsText {
    private(set) var text = ""

    mutating func describe(_ name: StaticString, _ kind: StaticString, _ help: StaticString) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: some CustomStringConvertible) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    /// A single value with its description.
    mutating func single(
        _ name: StaticString, _ kind: StaticString, _ help: StaticString, _ value: some CustomStringConvertible
    ) {
        describe(name, kind, help)
        sample(name.description, [], value)
    }

    private static func escape(_ value: String) -> String {
        var escaped = ""
        // Scalars, for a carriage return and a line feed together are one character.
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// Work of the house that has figures of its own on `/metrics`.
protocol MetricsSource: Sendable {
    func write(into text: inout MetricsText) async
}

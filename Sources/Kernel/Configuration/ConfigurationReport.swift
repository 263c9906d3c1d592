internal import Core

/// Prints the table of keys, for people, for machines and for the documentation.
public struct ConfigurationReport: Sendable {
    private let environment: [String: String]

    /// A report of what these variables set. It does not ask whether they are right.
    public init(environment: [String: String]) { self.environment = environment }

    /// The table in `docs/operations.md`.
    public static func markdown() -> String {
        let head = "| Variable | Default | Value | Meaning |\n| --- | --- | --- | --- |\n"
        return head
            + ConfigurationKey.all.map { key in
                let fallback = key.fallback.isEmpty ? "" : "`\(key.fallback)`"
                return "| `\(key.name)` | \(fallback) | \(key.syntaxText) | \(key.summary) |\n"
            }.joined()
    }

    /// Every key with the value in force, what it means below.
    public func text() -> String {
        ConfigurationKey.all.map { key in
            let mark = isSet(key) ? "set" : "default"
            return "\(key.name)=\(shown(key))  (\(mark); \(key.syntaxText))\n    \(key.summary)\n"
        }.joined()
    }

    /// The same as one JSON object, with all that is wrong under `errors`, which no variable can be called.
    public func json(_ faults: ConfigurationFaults? = nil) -> [UInt8] {
        var json = JSONWriter(reserveCapacity: 8192)
        json.beginObject()
        Terminal.write(faults.map { CommandFailure($0).problems } ?? [], into: &json)
        for key in ConfigurationKey.all {
            json.key(escaping: key.name)
            json.beginObject()
            json.key("value")
            json.string(shown(key))
            json.key("set")
            json.bool(isSet(key))
            json.key("default")
            json.string(key.fallback)
            json.key("kind")
            json.string(key.syntaxText)
            json.key("secret")
            json.bool(key.isSecret)
            json.key("summary")
            json.string(key.summary)
            json.endObject()
        }
        json.endObject()
        json.newLine()
        return json.finish()
    }

    private func isSet(_ key: ConfigurationKey) -> Bool { !(environment[key.name] ?? "").isEmpty }

    private func shown(_ key: ConfigurationKey) -> String {
        guard isSet(key), let value = environment[key.name] else { return key.fallback }
        return key.isSecret ? "[redacted]" : value
    }
}

extension ConfigurationKey {
    /// Kind and bounds in one phrase.
    var syntaxText: String { bounds.isEmpty ? kind : "\(kind): \(bounds)" }
}

/// One key of the configuration: declared once, and from there parsed, listed in `--help` and documented.
public struct ConfigurationKey: Sendable {
    /// The variable's name.
    public let name: String
    /// The kind of value, such as `duration`.
    public let kind: String
    /// Its bounds or spelling.
    public let bounds: String
    /// The value used when the variable is absent or empty, as it would be written.
    public let fallback: String
    /// One line in English.
    public let summary: String
    /// True when the value must never be printed.
    public let isSecret: Bool
    /// True when the key may be left out and then has no value at all.
    let isOptional: Bool
    /// Writes the parsed value into a configuration.
    let assign: @Sendable (String, inout Configuration) throws(ValueRefusal) -> Void

    /// A key and the field it fills.
    init<Value>(
        _ name: String, _ field: any WritableKeyPath<Configuration, Value> & Sendable, _ syntax: ValueSyntax<Value>,
        default fallback: String, isSecret: Bool = false, isOptional: Bool = false, _ summary: String
    ) {
        self.name = name
        self.kind = syntax.name
        self.bounds = syntax.bounds
        self.fallback = fallback
        self.summary = summary
        self.isSecret = isSecret
        self.isOptional = isOptional
        let parse = syntax.parse
        self.assign = { text, configuration throws(ValueRefusal) in configuration[keyPath: field] = try parse(text) }
    }

    /// A key that may be left out.
    init<Value>(
        _ name: String, _ field: any WritableKeyPath<Configuration, Value?> & Sendable, _ syntax: ValueSyntax<Value>,
        isSecret: Bool = false, _ summary: String
    ) {
        self.init(name, field, syntax.optional(), default: "", isSecret: isSecret, isOptional: true, summary)
    }
}

/// One thing wrong with the configuration.
public struct ConfigurationFault: Sendable, Hashable, CustomStringConvertible {
    /// What kind of fault, for machines.
    public enum Code: String, Sendable {
        case unknownKey = "configuration.unknown_key"
        case badValue = "configuration.bad_value"
        case missing = "configuration.missing"
        case conflict = "configuration.conflict"
    }

    /// The kind.
    public let code: Code
    /// The key that must be mended.
    public let key: String
    /// What is wrong, reading on from the key.
    public let sentence: String

    /// A fault.
    public init(_ code: Code, _ key: String, _ sentence: String) {
        self.code = code
        self.key = key
        self.sentence = sentence
    }

    /// Key and sentence, without the value: that may be a secret.
    public var description: String { "\(key) \(sentence)" }
}

/// All that is wrong with the configuration, found in one go.
public struct ConfigurationFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// The faults, in the order of the table, unknown keys first.
    public let faults: [ConfigurationFault]

    /// All of these.
    public init(faults: [ConfigurationFault]) { self.faults = faults }

    /// This one alone: for what only shows when the value is used.
    public init(_ code: ConfigurationFault.Code, _ key: String, _ sentence: String) {
        faults = [ConfigurationFault(code, key, sentence)]
    }

    /// One line for each fault.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

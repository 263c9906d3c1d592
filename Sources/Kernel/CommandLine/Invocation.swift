/// What the command line asked of a command.
public struct Invocation: Sendable, Hashable {
    /// Flags that were given.
    public let flags: Set<String>
    /// Values that were given, by the option's name.
    public let values: [String: String]
    /// What stood beside the options.
    public let operands: [String]

    /// What was asked.
    public init(flags: Set<String> = [], values: [String: String] = [:], operands: [String] = []) {
        self.flags = flags
        self.values = values
        self.operands = operands
    }

    /// True when the flag was given.
    public func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// True when the answer must be JSON.
    public var wantsJSON: Bool { has("--json") }
}

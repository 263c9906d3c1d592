/// Where the line of each request goes.
public enum AccessLog: Sendable, Hashable {
    case off
    case standardOutput
    case file(String)
}

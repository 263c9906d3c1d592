/// Where the line of each request goes.
public enum AccessLogTarget: Sendable, Hashable {
    case off
    case standardOutput
    case file(String)
}

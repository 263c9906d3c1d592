/// A libpq connection address. It may hold a password, therefore it never prints itself whole.
public struct DatabaseURL: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The text for libpq; for the driver only.
    public let secretText: String

    /// An address made by the house itself (the private cluster).
    public init(trusted text: String) { secretText = text }

    /// An address from outside: nil unless it begins with `postgresql://` or `postgres://` and holds no control byte.
    public init?(_ text: String) {
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        secretText = text
    }

    /// The address without user information and without parameters, either of which may carry a password.
    public var description: String {
        let bare = secretText.prefix { $0 != "?" }
        guard let scheme = bare.firstRange(of: "://") else { return "postgresql://…" }
        let rest = bare[scheme.upperBound...]
        let place = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
        return "postgresql://\(place)"
    }

    /// As bland as `description`: a debugger's print must not leak either.
    public var debugDescription: String { description }

    /// Reflection shows the bland form only.
    public var customMirror: Mirror { Mirror(self, children: ["place": description]) }
}

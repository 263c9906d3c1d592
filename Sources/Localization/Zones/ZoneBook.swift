import Synchronization

/// Keeps the tables of zones that were asked for. One for the process; there are some six hundred names at most.
public final class ZoneBook: Sendable {
    private let known = Mutex<[String: Zone]>([:])

    /// An empty book.
    public init() {}

    /// A zone by its name; nil for one that is not in the time zone database.
    public func zone(_ name: String) -> Zone? {
        if let found = known.withLock({ $0[name] }) { return found }
        guard let zone = Zone(name) else { return nil }
        known.withLock { $0[name] = zone }
        return zone
    }
}

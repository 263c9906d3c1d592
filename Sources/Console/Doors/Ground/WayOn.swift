import HTTP
import ModuleKit

/// Where somebody wanted to go before they stood at the door: a page of this very host and nothing else.
struct WayOn: Sendable, Hashable {
    /// The path.
    let path: String

    /// What is no path of this host, or leads back to the door, becomes the start.
    init(_ text: String?) {
        let address = text.flatMap { LocalAddress($0) }?.text ?? "/"
        path = Self.isDoor(address) ? "/" : address
    }

    /// A door's address that keeps it in mind.
    func remembered(by door: String) -> String {
        guard path != "/" else { return door }
        var items = QueryItems()
        items.append(DoorPath.next, path)
        return "\(door)\(door.contains("?") ? "&" : "?")\(items.encoded)"
    }

    private static func isDoor(_ text: String) -> Bool {
        let path = text.prefix { $0 != "?" && $0 != "#" }
        return path == DoorPath.logIn || path.hasPrefix(DoorPath.logIn + "/") || path == DoorPath.signOut
            || path == DoorPath.proof
    }
}

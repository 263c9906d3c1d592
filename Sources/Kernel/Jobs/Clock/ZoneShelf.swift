import Core
import Glibc
import Synchronization

/// The zones of this machine's tz database, each read once.
final class ZoneShelf: Sendable {
    private let folder: String
    private let read = Mutex<[String: ZoneRules?]>([:])

    init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

    /// The rules of a zone; nil for one that is not there.
    func rules(of name: String) -> ZoneRules? {
        if let known = read.withLock({ $0[name] }) { return known }
        let rules = (Self.isSafe(name) ? file(name) : nil).flatMap { try? ZoneRules(file: $0) }
        read.withLock { $0[name] = rules }
        return rules
    }

    /// Letters, digits, signs and single slashes: no way out of the folder.
    private static func isSafe(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.contains("..") && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                (0x41...0x5A).contains(byte & 0xDF) || (0x2B...0x39).contains(byte) || byte == 0x5F
            }
    }

    private func file(_ name: String) -> [UInt8]? {
        let descriptor = unsafe open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 17)
        let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }
}

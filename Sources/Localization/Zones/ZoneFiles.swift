import Glibc

/// The compiled files of this machine's tz database.
enum ZoneFiles {
    private static let folder = "/usr/share/zoneinfo"

    /// A zone's file; nil for what is no zone.
    static func read(_ name: String) -> [UInt8]? {
        guard isName(name) else { return nil }
        let descriptor = unsafe open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 17)
        let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    /// Letters, digits, signs and slashes, no way out of the folder; and not the same zones once more, by another count
    /// of seconds or under the name of this machine.
    private static func isName(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.contains("..") && name.utf8.count <= 64
            && !["right/", "posix/", "localtime", "posixrules"].contains { name.hasPrefix($0) }
            && name.utf8.allSatisfy { byte in
                (0x41...0x5A).contains(byte & 0xDF) || (0x2B...0x39).contains(byte) || byte == 0x5F
            }
    }
}

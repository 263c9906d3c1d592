internal import Glibc

/// A path of this machine and the blocking calls on it. For starts and commands, never for requests.
public struct LocalPath: Sendable, Hashable, CustomStringConvertible {
    /// As it is given to the system.
    public let text: String

    /// A path.
    public init(_ text: String) { self.text = text }

    /// A path below another.
    public static func / (folder: LocalPath, name: String) -> LocalPath {
        LocalPath(folder.text.hasSuffix("/") ? folder.text + name : "\(folder.text)/\(name)")
    }

    /// The path.
    public var description: String { text }

    /// The last part.
    public var name: String { text.split(separator: "/").last.map(String.init) ?? text }

    /// The folder above; the root is above itself.
    public var parent: LocalPath {
        let parts = text.split(separator: "/").dropLast()
        return LocalPath((text.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/"))
    }

    /// This folder and those above it up to the root.
    public var andAncestors: [LocalPath] {
        var paths = [self]
        while let last = paths.last, last.text != "/", last.parent != last { paths.append(last.parent) }
        return paths
    }

    /// The same place without links and dots; the fault says which part is missing.
    public func resolved() throws(LocalFault) -> LocalPath {
        guard let real = unsafe realpath(text, nil) else { throw LocalFault("find", text) }
        defer { unsafe free(real) }
        return unsafe LocalPath(String(cString: real))
    }

    /// An absolute path, whether or not it exists.
    public func absolute() throws(LocalFault) -> LocalPath {
        if text.hasPrefix("/") { return self }
        return try LocalPath(".").resolved() / (text.hasPrefix("./") ? String(text.dropFirst(2)) : text)
    }
}

extension LocalPath {
    /// What the system knows about a path.
    public struct Facts: Sendable, Hashable {
        /// Type and permission bits.
        public let mode: UInt32
        /// The owner.
        public let owner: UInt32
        /// The group.
        public let group: UInt32

        /// When the content was last changed, in seconds since 1970.
        public let changed: Int

        /// Facts as they might be.
        public init(mode: UInt32, owner: UInt32, group: UInt32, changed: Int = 0) {
            self.mode = mode
            self.owner = owner
            self.group = group
            self.changed = changed
        }

        /// True for a folder.
        public var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
        /// The permission bits alone.
        public var permissions: UInt32 { mode & 0o7777 }
    }

    /// The facts, nil when nothing is there. A link counts as what it is, not as what it points to, when asked so.
    public func facts(followingLinks: Bool = true) -> Facts? {
        var facts = stat()
        guard unsafe (followingLinks ? stat(text, &facts) : lstat(text, &facts)) == 0 else { return nil }
        return Facts(
            mode: facts.st_mode, owner: facts.st_uid, group: facts.st_gid, changed: facts.st_mtim.tv_sec)
    }

    /// True when this process may write there.
    public var isWritable: Bool { unsafe access(text, W_OK) == 0 }

    /// True when something is there.
    public var exists: Bool { facts() != nil }
}

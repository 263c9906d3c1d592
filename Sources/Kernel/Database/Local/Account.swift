internal import Glibc

/// An account of the operating system.
public struct Account: Sendable, Hashable {
    /// Its name, as peer authentication sees it.
    public let name: String
    /// The user's number.
    public let user: UInt32
    /// The number of its first group.
    public let group: UInt32

    /// An account.
    public init(name: String, user: UInt32, group: UInt32) {
        self.name = name
        self.user = user
        self.group = group
    }

    /// The account this process runs as; nil when the system has no name for it.
    public static func current() -> Account? { unsafe make(getpwuid(geteuid())) }

    /// The account with a name.
    public static func named(_ name: String) -> Account? { unsafe make(getpwnam(name)) }

    /// The account with a number.
    public static func numbered(_ user: UInt32) -> Account? { unsafe make(getpwuid(user)) }

    /// True for the superuser of the machine.
    public var isRoot: Bool { user == 0 }

    private static func make(_ entry: UnsafeMutablePointer<passwd>?) -> Account? {
        guard let entry = unsafe entry, let name = unsafe entry.pointee.pw_name else { return nil }
        return unsafe Account(name: String(cString: name), user: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
    }
}

extension Account {
    /// Whether the account may pass through a folder with these facts. Access lists are not considered: at worst a
    /// folder that could be reached is not used.
    public func canPass(_ facts: LocalPath.Facts) -> Bool {
        if isRoot { return true }
        if facts.owner == user { return facts.mode & 0o100 != 0 }
        if facts.group == group { return facts.mode & 0o010 != 0 }
        return facts.mode & 0o001 != 0
    }
}

public import Postgres

/// A place where one tenant could see another's rows, or where the wall could be taken down.
public struct WallHole: Sendable, Hashable, CustomStringConvertible {
    /// The lint that found it, such as `wall.policy`; `docs/walls.md` says how to mend it.
    public let code: String
    /// The table, function, role or whatever it is about.
    public let object: String
    /// What is wrong with it.
    public let reason: String

    /// A hole.
    public init(code: String, object: String, reason: String) {
        (self.code, self.object, self.reason) = (code, object, reason)
    }

    /// One line for the operator.
    public var description: String { "the wall has a hole (\(code)): \(object): \(reason)" }

    /// Every hole of a prepared database, or those of one share of the lints. Any of the roles that work may ask.
    public static func find(
        on connection: borrowing ScriptConnection, share: Int = 0, of shares: Int = 1
    ) throws -> [WallHole] {
        let rows = try connection.rows(
            "SELECT code, object, reason FROM guard.holes($1, $2)", [String(share), String(shares)])
        return rows.map { row in
            let cells = row.map { $0 ?? "?" } + ["?", "?", "?"]
            return WallHole(code: cells[0], object: cells[1], reason: cells[2])
        }
    }

    /// True when the walls were found whole once and nothing of the catalog was changed since. Any of the roles that work
    /// may ask.
    public static func areKnownToBeNone(on connection: borrowing ScriptConnection) throws -> Bool {
        try connection.rows("SELECT guard.is_sound()").first?.first == "t"
    }

    /// Looks, and keeps what it found for those who ask later, if there is none. For `konak_owner`.
    @discardableResult
    public static func keepThatThereIsNone(on connection: borrowing ScriptConnection) throws -> Bool {
        try connection.rows("SELECT guard.keep_sound()").first?.first == "t"
    }
}

/// One of the rules by which holes are found.
public struct WallLint: Sendable, Hashable {
    /// Its name, which does not change.
    public let code: String
    /// What holds when it finds nothing.
    public let says: String

    /// All there are in a prepared database.
    public static func all(on connection: borrowing ScriptConnection) throws -> [WallLint] {
        try connection.rows("SELECT code, says FROM guard.lints()").map { row in
            let cells = row.map { $0 ?? "" } + ["", ""]
            return WallLint(code: cells[0], says: cells[1])
        }
    }
}

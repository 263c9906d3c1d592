import Core
import SQL

/// A list that somebody keeps under a name.
struct SavedView: Sendable {
    let id: UUIDv7
    let name: String
    let isShared: Bool
    let isOwn: Bool
    let isDefault: Bool
    let state: String

    private init(_ row: Row) throws {
        (id, name, isShared) = (try row.decode(0), try row.decode(1), try row.decode(2))
        (isOwn, state, isDefault) = (try row.decode(3), try row.decode(4), try row.decode(5))
    }

    /// More than these nobody keeps of one list.
    static let most = 50
    private static let undoSeconds = 86_400.0

    private static func columns(_ user: UserID) -> Query {
        "v.id, v.name, v.is_shared, v.owner_id = \(user), v.state, d.view_id IS NOT NULL"
    }

    /// Everybody's and one's own, and nobody else's.
    private static func tables(_ list: RecordList, _ user: UserID) -> Query {
        """
        kernel.list_view v LEFT JOIN kernel.list_default d ON d.tenant_id = kernel.tenant() AND d.person_id = \(user) \
        AND d.list = v.list AND d.view_id = v.id WHERE v.tenant_id = kernel.tenant() AND v.list = \(list.table.text) \
        AND (v.owner_id = \(user) OR v.is_shared)
        """
    }

    /// Those that its reader may choose from.
    static func all(of list: RecordList, in staff: any StaffContext) async throws -> [SavedView] {
        try await staff.query(
            """
            SELECT \(fragment: columns(staff.user)) FROM \(fragment: tables(list, staff.user)) \
            AND v.removed_at IS NULL ORDER BY v.is_shared, v.name, v.id LIMIT 200
            """
        ).map(SavedView.init)
    }

    /// One of them. Another's own is as unknown as one that never was.
    static func find(
        _ id: UUIDv7, of list: RecordList, isRemoved: Bool = false, in staff: any StaffContext
    ) async throws -> SavedView {
        let rows = try await staff.query(
            """
            SELECT \(fragment: columns(staff.user)) FROM \(fragment: tables(list, staff.user)) \
            AND v.id = \(id) AND (v.removed_at IS NOT NULL) = \(isRemoved)
            """)
        guard let view = try rows.first.map(SavedView.init) else { throw Problem(.notFound) }
        return view
    }

    /// Whether its reader may change it for all who see it.
    func mayChange(_ list: RecordList, _ staff: any StaffContext) -> Bool {
        isShared ? staff.may(list.sharing) : isOwn
    }

    // MARK: What is done with them

    /// What came of writing one down.
    enum Writing: Sendable {
        case done(UUIDv7)
        /// There is one of the name among those of the same readers.
        case taken
        /// There are as many as there may be.
        case full
    }

    static func add(
        _ name: String, _ state: ListState, isShared: Bool, to list: RecordList, in staff: any StaffContext
    ) async throws -> Writing {
        let id = UUIDv7.make()
        return try await staff.transaction { database in
            let found = try await database.query(others(name, isShared: isShared, of: list, staff.user))
            let (count, taken): (Int64, Bool) = (try found.only(0), try found.only(1))
            if taken { return .taken }
            if count >= most { return .full }
            _ = try await database.query(
                """
                INSERT INTO kernel.list_view (tenant_id, id, list, owner_id, name, is_shared, state) VALUES \
                (kernel.tenant(), \(id), \(list.table.text), \(staff.user), \(name), \(isShared), \(state.text))
                """)
            return .done(id)
        }
    }

    func rename(
        _ name: String, isShared: Bool, of list: RecordList, in staff: any StaffContext
    ) async throws -> Writing {
        let id = id
        return try await staff.transaction { database in
            let found = try await database.query(
                Self.others(name, isShared: isShared, of: list, staff.user, but: id))
            let taken: Bool = try found.only(1)
            if taken { return .taken }
            _ = try await database.query(
                """
                UPDATE kernel.list_view SET name = \(name), is_shared = \(isShared), \
                owner_id = CASE WHEN is_shared AND NOT \(isShared) THEN \(staff.user) ELSE owner_id END \
                WHERE tenant_id = kernel.tenant() AND id = \(id)
                """)
            return .done(id)
        }
    }

    private static func others(
        _ name: String, isShared: Bool, of list: RecordList, _ user: UserID, but id: UUIDv7? = nil
    ) -> Query {
        """
        SELECT count(*), coalesce(bool_or(name = \(name)), false) FROM kernel.list_view \
        WHERE tenant_id = kernel.tenant() AND list = \(list.table.text) AND removed_at IS NULL \
        AND id IS DISTINCT FROM \(id) AND is_shared = \(isShared) AND (is_shared OR owner_id = \(user))
        """
    }

    func keep(_ state: ListState, in staff: any StaffContext) async throws {
        _ = try await staff.query(
            "UPDATE kernel.list_view SET state = \(state.text) WHERE tenant_id = kernel.tenant() AND id = \(id)")
    }

    /// It is seen first from now on, in the place of another, or no longer.
    func setDefault(_ isFirst: Bool, of list: RecordList, in staff: any StaffContext) async throws {
        let gone: Query = """
            DELETE FROM kernel.list_default WHERE tenant_id = kernel.tenant() AND person_id = \(staff.user) \
            AND list = \(list.table.text)
            """
        let added: Query = """
            INSERT INTO kernel.list_default (tenant_id, id, person_id, list, view_id) VALUES \
            (kernel.tenant(), \(UUIDv7.make()), \(staff.user), \(list.table.text), \(id)) \
            ON CONFLICT (tenant_id, person_id, list) DO UPDATE SET view_id = EXCLUDED.view_id
            """
        _ = try await staff.query(isFirst ? added : gone)
    }

    /// Gone from every list, and for a day to be had back. Those that were gone before are forgotten with it.
    func remove(in staff: any StaffContext) async throws {
        _ = try await staff.queries([
            """
            DELETE FROM kernel.list_view WHERE tenant_id = kernel.tenant() \
            AND removed_at < now() - make_interval(secs => \(Self.undoSeconds))
            """,
            "UPDATE kernel.list_view SET removed_at = now() WHERE tenant_id = kernel.tenant() AND id = \(id)",
        ])
    }

    func bringBack(in staff: any StaffContext) async throws {
        _ = try await staff.query(
            "UPDATE kernel.list_view SET removed_at = NULL WHERE tenant_id = kernel.tenant() AND id = \(id)")
    }
}

extension Rows {
    /// A value of the one row.
    fileprivate func only<Value: SQLDecodable>(_ column: Int) throws -> Value {
        guard let row = first else { throw Problem(.internal) }
        return try row.decode(column)
    }
}

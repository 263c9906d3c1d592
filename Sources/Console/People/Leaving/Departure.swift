import Core
import ModuleKit
import Postgres
import SQL
import Security

/// Somebody who left a tenant, and what became of it.
struct Departure: Sendable {
    /// How far it is.
    enum State: String, Sendable {
        /// Records are on their way to the colleague.
        case moving
        case done
        /// Records are on their way back.
        case returning
        case undone
    }

    let id: UUIDv7
    let person: UserID
    let personName: String
    let successor: UserID
    let successorName: String
    let role: RoleRef
    let membershipState: String
    let teams: [TeamID]
    let sessions: Int
    let keys: Int
    let state: State
    let begun: Timestamp
    let undoUntil: Timestamp
    /// How many records went, and how many of them came back.
    let moved: Int
    let returned: Int

    static let columns: Query = """
        o.id, o.person_id, o.person_name, o.successor_id, o.successor_name, o.built_in, o.role_id, \
        o.membership_state, o.teams, o.sessions, o.keys, o.state, o.begun_at, o.undo_until, \
        (SELECT count(*) FROM security.handed_record h WHERE h.tenant_id = o.tenant_id AND h.offboarding_id = o.id), \
        (SELECT count(*) FROM security.handed_record h WHERE h.tenant_id = o.tenant_id AND h.offboarding_id = o.id \
        AND h.state = 'returned')
        """

    init(_ row: Row) throws {
        (id, person, personName) = (try row.decode(0), try row.decode(1), try row.decode(2))
        (successor, successorName) = (try row.decode(3), try row.decode(4))
        let builtIn: String? = try row.decodeIfPresent(5)
        let own: UUIDv7? = try row.decodeIfPresent(6)
        role = builtIn.flatMap(BuiltInRole.init).map(RoleRef.builtIn) ?? own.map(RoleRef.own) ?? .builtIn(.readOnly)
        (membershipState, teams) = (try row.decode(7), try row.decode(8))
        (sessions, keys) = (try row.decode(9), try row.decode(10))
        let word: String = try row.decode(11)
        state = State(rawValue: word) ?? .moving
        (begun, undoUntil) = (try row.decode(12), try row.decode(13))
        (moved, returned) = (try row.decode(14), try row.decode(15))
    }

    /// Whether it can still be taken back.
    func isReversible(_ now: Timestamp) -> Bool { state == .done && now < undoUntil }
}

/// What leaving would do, before it is done.
struct DeparturePreview: Sendable {
    let sessions: Int
    let keys: Int
    let teams: Int
    let places: [(title: Words, name: String, count: Int)]

    var records: Int { places.reduce(0) { $0 + $1.count } }
}

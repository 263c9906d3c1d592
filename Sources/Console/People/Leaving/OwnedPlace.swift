import Core
import ModuleKit
import SQL

/// A column of a module's table that says whose a record is. Such a table's rows have an `id`.
struct OwnedPlace: Sendable {
    /// Table and column, `crm.customer.owner_id`.
    let name: String
    /// What people read.
    let title: Words
    private let table: Identifier
    private let column: Identifier

    init?(_ owned: OwnedColumn, title: Words?) {
        guard let table = Identifier(parsing: owned.table.text), let column = Identifier(parsing: owned.column) else {
            return nil
        }
        (self.table, self.column) = (table, column)
        name = "\(owned.table.text).\(owned.column)"
        self.title = title ?? Words(alike: owned.table.text)
    }

    /// How many records somebody has there.
    func count(of person: UserID) -> Query {
        """
        SELECT count(*) FROM \(identifier: table) \
        WHERE tenant_id = kernel.tenant() AND \(identifier: column) = \(person)
        """
    }

    /// Gives them all to another, and writes down which; answers with how many.
    func move(from person: UserID, to successor: UserID, in departure: UUIDv7) -> Query {
        """
        WITH moved AS (UPDATE \(identifier: table) SET \(identifier: column) = \(successor) \
        WHERE tenant_id = kernel.tenant() AND \(identifier: column) = \(person) RETURNING id), \
        noted AS (INSERT INTO security.handed_record (tenant_id, offboarding_id, place, record_id) \
        SELECT kernel.tenant(), \(departure), \(name), id FROM moved ON CONFLICT DO NOTHING RETURNING 1) \
        SELECT count(*) FROM noted
        """
    }

    /// Gives back what went to another and is still theirs; answers with how many. What has been given to a third person
    /// since, or has been deleted, stays as it is.
    func giveBack(to person: UserID, from successor: UserID, in departure: UUIDv7) -> Query {
        """
        WITH back AS (UPDATE \(identifier: table) AS t SET \(identifier: column) = \(person) \
        FROM security.handed_record h WHERE h.tenant_id = kernel.tenant() AND h.offboarding_id = \(departure) \
        AND h.place = \(name) AND h.state = 'moved' AND t.tenant_id = kernel.tenant() AND t.id = h.record_id \
        AND t.\(identifier: column) = \(successor) RETURNING t.id), \
        noted AS (UPDATE security.handed_record h SET state = 'returned' FROM back \
        WHERE h.tenant_id = kernel.tenant() AND h.offboarding_id = \(departure) AND h.place = \(name) \
        AND h.record_id = back.id RETURNING 1) \
        SELECT count(*) FROM noted
        """
    }
}

extension RightsBook {
    /// Every place where records have owners, whether its module is on for a tenant or not: its data stay.
    var places: [OwnedPlace] {
        owned.compactMap { column in OwnedPlace(column, title: resourceTitles[column.table]) }
    }
}

import Core
import ModuleKit
import Postgres
import SQL
import Security

/// Moves the records of somebody who left, or moves them back: each place in one transaction with what it writes down.
struct HandingOver: Sendable {
    let office: PeopleOffice

    /// Runs from wherever it stands, and may run twice: what has moved is not there to be moved again. A fence keeps a
    /// worker that lost its job from writing.
    func run(_ departure: Departure, in tenant: TenantID, fence: Query? = nil) async throws {
        let (id, isReturn) = (departure.id, departure.state == .returning)
        guard isReturn || departure.state == .moving else { return }
        for place in try office.book.places {
            let step =
                isReturn
                ? place.giveBack(to: departure.person, from: departure.successor, in: id)
                : place.move(from: departure.person, to: departure.successor, in: id)
            try await office.whole(tenant).run(step, after: fence)
        }
        _ = try await office.control.perform(
            """
            UPDATE security.offboarding SET state = \(isReturn ? "undone" : "done"), ended_at = \(office.clock.now()) \
            WHERE tenant_id = \(tenant) AND id = \(id) AND state = \(departure.state.rawValue)
            """)
    }
}

/// Moves what was too much to move while somebody waited.
struct HandOver: Job {
    static let kind = JobKind("people.hand_over")
    let departure: UUIDv7

    func run(_ office: PeopleOffice, in tenant: any TenantContext, _ attempt: JobRun) async throws -> JobOutcome {
        do {
            let departure = try await Departures(office: office, tenant: tenant.tenant).find(departure)
            try await HandingOver(office: office).run(departure, in: tenant.tenant, fence: attempt.fence)
            return .done
        } catch let problem as Problem where problem.code == .notFound {
            return .cancel(reason: "the departure is gone")
        }
    }
}

/// Forgets what went to whom once it cannot be taken back any more.
struct SweepHandedRecords: Job {
    static let kind = JobKind("people.sweep")

    func run(in tenant: any TenantContext) async throws -> JobOutcome {
        _ = try await tenant.query(
            """
            DELETE FROM security.handed_record \
            WHERE tenant_id = kernel.tenant() AND moved_at < now() - interval '31 days'
            """)
        return .done
    }
}

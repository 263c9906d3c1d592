public import Core
import Postgres
import SQL

extension OneTimeLinks {
    /// What a link would open, without using it up: pages are fetched by programs that look at mail before people do.
    public func look(_ token: SecretToken, for purpose: Purpose, host: String) async throws -> Link? {
        let rows = try await control.perform(
            """
            SELECT subject_id, agency_id, tenant_id, address FROM security.link \
            WHERE token_hash = \(try token.hash()) AND purpose = \(purpose.rawValue) AND host = \(host) \
            AND expires_at > \(clock.now())
            """)
        return try rows.first.map {
            Link(
                about: try $0.decode(0), agency: try $0.decodeIfPresent(1), tenant: try $0.decodeIfPresent(2),
                address: try $0.decodeIfPresent(3))
        }
    }

    /// The address that a person is about to change to; nil when no change is under way.
    public func pendingAddress(of person: UserID) async throws -> String? {
        try await control.perform(
            """
            SELECT address FROM security.link WHERE subject_id = \(person) \
            AND purpose = \(Purpose.addressChange.rawValue) AND expires_at > \(clock.now())
            """
        ).first?.decodeIfPresent(0)
    }

    /// Ends what links there are for a purpose and subject.
    public func cancel(_ purpose: Purpose, about subject: UUIDv7) async throws {
        _ = try await control.perform(
            "DELETE FROM security.link WHERE subject_id = \(subject) AND purpose = \(purpose.rawValue)")
    }
}

import Core
import Kernel
import ModuleKit
import Postgres
import SQL

/// A template somebody has written, as it is kept.
struct TemplateRow: Sendable {
    let level: TemplateLevel
    let key: String
    let language: Language
    let subject: String
    let body: String
}

/// The tables of templates.
enum TemplateRows {
    /// A tenant's own, read within its wall.
    static func own(
        _ keys: [String], _ channel: TemplateChannel, in tenant: any TenantContext
    ) async throws -> [TemplateRow] {
        try await tenant.query(
            """
            SELECT key, language, subject, body FROM delivery.template \
            WHERE tenant_id = kernel.tenant() AND channel = \(channel.rawValue) AND key = ANY(\(keys))
            """
        ).compactMap { try read($0, .tenant) }
    }

    /// An agency's and the operator's, and the name of the tenant's zone.
    static func shared(
        _ keys: [String], _ channel: TemplateChannel, agency: AgencyID?, tenant: TenantID?, _ control: PostgresDatabase
    ) async throws -> (rows: [TemplateRow], zone: String?) {
        let answers = try await control.perform(all: [
            """
            SELECT key, language, subject, body, agency_id IS NULL FROM delivery.agency_template \
            WHERE (agency_id IS NULL OR agency_id = \(agency)) AND channel = \(channel.rawValue) AND key = ANY(\(keys))
            """, "SELECT time_zone FROM kernel.tenant WHERE id = \(tenant)",
        ])
        let rows = try answers[0].compactMap { row in
            try read(row, try row.decode(4, as: Bool.self) ? .platform : .agency)
        }
        return (rows, try answers[1].first?.decode(0))
    }

    private static func read(_ row: Row, _ level: TemplateLevel) throws -> TemplateRow? {
        guard let language = Language(rawValue: try row.decode(1)) else { return nil }
        return TemplateRow(
            level: level, key: try row.decode(0), language: language, subject: try row.decode(2),
            body: try row.decode(3))
    }

    /// Keeps a tenant's own.
    static func keep(_ draft: TemplateDraft, of tenant: any TenantContext) async throws {
        _ = try await tenant.query(
            """
            INSERT INTO delivery.template (tenant_id, id, key, channel, language, subject, body) \
            VALUES (kernel.tenant(), \(UUIDv7.make()), \(draft.key.text), \(draft.channel.rawValue), \
            \(draft.language.rawValue), \(draft.subject), \(draft.body)) \
            ON CONFLICT (tenant_id, key, channel, language) \
            DO UPDATE SET subject = excluded.subject, body = excluded.body, changed_at = now()
            """)
    }

    /// Keeps an agency's, or the operator's.
    static func keep(_ draft: TemplateDraft, agency: AgencyID?, _ control: PostgresDatabase) async throws {
        _ = try await control.perform(
            """
            INSERT INTO delivery.agency_template (id, agency_id, key, channel, language, subject, body) \
            VALUES (\(UUIDv7.make()), \(agency), \(draft.key.text), \(draft.channel.rawValue), \
            \(draft.language.rawValue), \(draft.subject), \(draft.body)) \
            ON CONFLICT (agency_id, key, channel, language) \
            DO UPDATE SET subject = excluded.subject, body = excluded.body, changed_at = now()
            """)
    }

    /// Drops a tenant's own.
    static func drop(
        _ key: TemplateKey, _ channel: TemplateChannel, _ language: Language, of tenant: any TenantContext
    ) async throws {
        _ = try await tenant.query(
            """
            DELETE FROM delivery.template WHERE tenant_id = kernel.tenant() AND key = \(key.text) \
            AND channel = \(channel.rawValue) AND language = \(language.rawValue)
            """)
    }

    /// Drops an agency's, or the operator's.
    static func drop(
        _ key: TemplateKey, _ channel: TemplateChannel, _ language: Language, agency: AgencyID?,
        _ control: PostgresDatabase
    ) async throws {
        _ = try await control.perform(
            """
            DELETE FROM delivery.agency_template WHERE agency_id IS NOT DISTINCT FROM \(agency) AND key = \(key.text) \
            AND channel = \(channel.rawValue) AND language = \(language.rawValue)
            """)
    }
}

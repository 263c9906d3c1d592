public import Core
import Crypto
import Postgres
import SQL

extension APIKeys {
    /// Another text for a key, shown this once; with the same statement the old one is dead. Nil when there is no such key.
    public func rotate(_ key: UUIDv7, of tenant: TenantID) async throws -> APIKeyText? {
        let text = APIKeyText()
        let rows = try await control.perform(
            """
            UPDATE security.api_key SET prefix = \(text.prefix), secret_hash = \(try text.secret.hash()), \
            last_used_at = NULL WHERE id = \(key) AND tenant_id = \(tenant) AND revoked_at IS NULL \
            AND (expires_at IS NULL OR expires_at > \(clock.now())) RETURNING 1
            """)
        return rows.isEmpty ? nil : text
    }
}

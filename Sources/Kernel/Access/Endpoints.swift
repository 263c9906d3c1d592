public import Core
import Crypto
public import ModuleKit
public import Postgres
import SQL

/// The addresses at which a module of a tenant receives webhooks. The secret part is kept hashed only.
public struct Endpoints: Sendable {
    private let control: PostgresDatabase

    /// The parameter of a webhook's path that carries the secret part.
    public static let parameter = "endpoint"

    /// Endpoints as the control role sees them.
    public init(_ control: PostgresDatabase) { self.control = control }

    /// A new address; the text is shown this once.
    public func create(for tenant: TenantID, module: ModuleID) async throws -> String {
        let token = Hex.encode(SecureRandom.bytes(32).span)
        _ = try await control.perform(
            """
            INSERT INTO kernel.endpoint (token_hash, tenant_id, module) \
            VALUES (\(try Self.hash(token)), \(tenant.uuid), \(module.text))
            """)
        return token
    }

    /// Whose address it is; nil for an unknown one, and for another module's.
    func tenant(of token: Substring, module: ModuleID) async throws -> TenantID? {
        guard token.utf8.count == 64 else { return nil }
        let rows = try await control.perform(
            """
            SELECT tenant_id FROM kernel.endpoint \
            WHERE token_hash = \(try Self.hash(String(token))) AND module = \(module.text)
            """)
        return try rows.first.map { TenantID(try $0.decode(0)) }
    }

    private static func hash(_ token: String) throws -> [UInt8] {
        try MessageDigest.of(token.utf8Span.span, .sha256)
    }
}

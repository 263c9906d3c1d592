public import Core
public import HTTP
public import Kernel
public import Postgres
import SQL

/// From where a tenant's people may come, as the tenant says. Sessions and keys are held to it at the next request, on
/// every node.
public struct AddressPolicy: Sendable {
    private let control: PostgresDatabase
    private let tenant: TenantID

    /// The policy of a tenant.
    public init(_ control: PostgresDatabase, of tenant: TenantID) { (self.control, self.tenant) = (control, tenant) }

    /// The list that holds now; an empty one lets people come from anywhere.
    public func current() async throws -> AddressAllowList {
        let rows = try await control.perform(
            "SELECT allowed_addresses FROM security.tenant_policy WHERE tenant_id = \(tenant)")
        return AddressAllowList(try Self.blocks(rows.first.map { try $0.decode(0) } ?? []))
    }

    /// Another list from now on, unless it would keep out who makes it. What it replaced comes back, to be undone.
    public func change(to blocks: [AddressBlock], by address: IPAddress?) async throws -> AddressPolicyChange {
        let list = try AddressAllowList.replacing(with: blocks, askedFrom: address)
        let texts = list.blocks.map(\.description)
        // The row is locked between reading and writing: what is undone later is what was really replaced.
        let before: [String] = try await control.withTransaction { [tenant] connection in
            _ = try await connection.query(
                "INSERT INTO security.tenant_policy (tenant_id) VALUES (\(tenant)) ON CONFLICT (tenant_id) DO NOTHING")
            let rows = try await connection.query(
                "SELECT allowed_addresses FROM security.tenant_policy WHERE tenant_id = \(tenant) FOR UPDATE")
            _ = try await connection.query(
                "UPDATE security.tenant_policy SET allowed_addresses = \(texts) WHERE tenant_id = \(tenant)")
            return try rows.first.map { try $0.decode(0) } ?? []
        }
        return AddressPolicyChange(before: try Self.blocks(before), after: list.blocks)
    }

    /// Puts back what a change replaced, if nobody has changed it again, and if it does not keep out who asks for it.
    public func undo(_ change: AddressPolicyChange, by address: IPAddress?) async throws {
        let list = try AddressAllowList.replacing(with: change.before, askedFrom: address)
        let rows = try await control.perform(
            """
            UPDATE security.tenant_policy SET allowed_addresses = \(list.blocks.map(\.description)) \
            WHERE tenant_id = \(tenant) AND allowed_addresses = \(change.after.map(\.description)) RETURNING tenant_id
            """)
        guard !rows.isEmpty else { throw Problem(.conflict) }
    }

    /// The blocks in what somebody typed, separated by commas, blanks or lines.
    public static func blocks(typed text: String, at pointer: String) throws -> [AddressBlock] {
        do throws(AddressBlock.Mistake) {
            return Array(Set(try AddressBlock.list(text))).sorted { $0.description < $1.description }
        } catch {
            throw Problem(.unprocessable, fields: [FieldFault(pointer, .format, error.description)])
        }
    }

    private static func blocks(_ texts: [String]) throws -> [AddressBlock] { try texts.map { try AddressBlock($0) } }
}

/// A change of a tenant's list.
public struct AddressPolicyChange: Sendable, Hashable {
    /// What held before.
    public let before: [AddressBlock]
    /// What holds since.
    public let after: [AddressBlock]

    /// A change, as a page kept it.
    public init(before: [AddressBlock], after: [AddressBlock]) { (self.before, self.after) = (before, after) }
}

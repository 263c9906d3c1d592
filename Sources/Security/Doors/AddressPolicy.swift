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

    /// Another list from now on, unless it would keep out who makes it.
    public func change(to blocks: [AddressBlock], by address: IPAddress?) async throws {
        let list = try AddressAllowList.replacing(with: blocks, askedFrom: address)
        _ = try await control.perform(
            """
            INSERT INTO security.tenant_policy (tenant_id, allowed_addresses) \
            VALUES (\(tenant), \(list.blocks.map(\.description))) ON CONFLICT (tenant_id) DO UPDATE \
            SET allowed_addresses = excluded.allowed_addresses
            """)
    }

    /// The blocks in what somebody typed, separated by commas, blanks or lines.
    public static func blocks(typed lines: [String], at pointer: String) throws -> [AddressBlock] {
        do throws(AddressBlock.Mistake) {
            return Array(Set(try AddressBlock.list(lines.joined(separator: "\n")))).sorted {
                $0.description < $1.description
            }
        } catch {
            throw Problem(.unprocessable, fields: [FieldFault(pointer, .format, Self.words(error))])
        }
    }

    private static func words(_ mistake: AddressBlock.Mistake) -> Words {
        let rest =
            switch mistake.kind {
            case .address, .length:
                Words(
                    tr: "” bir adres değil: her satıra 192.0.2.0/24 gibi bir adres ya da blok yazın.",
                    en: "” is no address: write one address or block like 192.0.2.0/24 on each line.")
            case .hostBits:
                Words(
                    tr: "” bir bloğun başı değil: bloğun ilk adresini yazın, 192.0.2.0/24 gibi.",
                    en: "” is not where a block begins: write its first address, as in 192.0.2.0/24.")
            }
        return Words(alike: "“\(mistake.text.prefix(60))") + rest
    }

    private static func blocks(_ texts: [String]) throws -> [AddressBlock] { try texts.map { try AddressBlock($0) } }
}

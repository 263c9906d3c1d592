import Core
public import ModuleKit
import Outbound
import Postgres
import SQL

/// Takes orders for mail and writes them down. It sends nothing itself.
public struct MailOffice: Sendable {
    let control: PostgresDatabase
    let seal: MailSeal
    let renderer: any MailRenderer
}

extension MailOffice: SystemMail {
    /// Orders within a tenant's transaction, which knows whose it is.
    @discardableResult
    public func send(_ order: MailOrder, in database: any Database) async throws -> MailReceipt {
        let checked = try CheckedOrder(order, writtenBy: renderer)
        guard
            let tenant = try await database.query("SELECT kernel.tenant()").first?.decodeIfPresent(0, as: TenantID.self)
        else { throw MailRefusal.noTenant }
        return Self.receipt(try await database.query(insertion(checked, tenant)), checked)
    }

    /// Orders in one round trip.
    @discardableResult
    public func send(_ order: MailOrder, for tenant: any TenantContext) async throws -> MailReceipt {
        let checked = try CheckedOrder(order, writtenBy: renderer)
        return Self.receipt(try await tenant.query(insertion(checked, tenant.tenant)), checked)
    }

    private func insertion(_ checked: CheckedOrder, _ tenant: TenantID) throws -> Query {
        let order = checked.order
        let sealed = try seal.seal(checked.contents, of: .tenant(tenant), checked.id)
        return """
            INSERT INTO delivery.mail
                (tenant_id, id, unique_key, template, to_address, language, is_digest, sealed, not_after)
            VALUES (\(tenant), \(checked.id), \(checked.key), \(order.template.description),
                \(checked.address.description), \(order.language.rawValue), \(order.kind == .digest), \(sealed),
                \(order.notAfter))
            ON CONFLICT (tenant_id, unique_key) DO NOTHING RETURNING id
            """
    }

    private static func receipt(_ rows: Rows, _ checked: CheckedOrder) -> MailReceipt {
        rows.isEmpty ? .knownKey : .ordered(checked.id)
    }
}

extension MailOffice: HouseMail {
    /// Orders within a transaction of konak_control.
    @discardableResult
    public func send(_ order: MailOrder, from house: MailHouse, in database: any Database) async throws -> MailReceipt {
        let checked = try CheckedOrder(order, writtenBy: renderer)
        return Self.receipt(try await database.query(insertion(checked, house)), checked)
    }

    /// Orders by itself.
    @discardableResult
    public func send(_ order: MailOrder, from house: MailHouse) async throws -> MailReceipt {
        let checked = try CheckedOrder(order, writtenBy: renderer)
        return Self.receipt(try await control.perform(insertion(checked, house)), checked)
    }

    private func insertion(_ checked: CheckedOrder, _ house: MailHouse) throws -> Query {
        let order = checked.order
        let sealed = try seal.seal(checked.contents, of: house, checked.id)
        return """
            INSERT INTO delivery.house_mail
                (agency_id, tenant_id, id, unique_key, template, to_address, language, is_digest, sealed, not_after)
            VALUES (\(fragment: house.agencyColumn), \(house.tenant), \(checked.id), \(checked.key),
                \(order.template.description), \(checked.address.description), \(order.language.rawValue),
                \(order.kind == .digest), \(sealed), \(order.notAfter))
            ON CONFLICT (agency_id, tenant_id, unique_key) DO NOTHING RETURNING id
            """
    }
}

extension MailHouse {
    var tenant: TenantID? { if case .tenant(let tenant) = self { tenant } else { nil } }

    /// The agency's id, or that of the tenant's agency.
    fileprivate var agencyColumn: Query {
        switch self {
        case .platform: "NULL"
        case .agency(let agency): "\(agency)"
        case .tenant(let tenant): "(SELECT t.agency_id FROM kernel.tenant t WHERE t.id = \(tenant))"
        }
    }
}

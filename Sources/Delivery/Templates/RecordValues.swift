import Core
import ModuleKit
import SQL
import Templating

/// A record's values, read within a tenant's wall. Table and columns come from the registration alone.
enum RecordValues {
    /// The record's fields by their names; nil when there is none for this reader.
    static func read(
        _ record: UUIDv7, of resource: ResourceRegistration, in tenant: any TenantContext
    ) async throws -> Datum? {
        guard let query = query(record, of: resource) else { return nil }
        guard let row = try await tenant.query(query).first else { return nil }
        var values: [String: Datum] = [:]
        let currency = try currency(of: resource, in: row)
        for (index, field) in resource.fields.enumerated() {
            values[field.name] = try datum(row, index, field.kind, currency)
        }
        return .record(values)
    }

    private static func query(_ record: UUIDv7, of resource: ResourceRegistration) -> Query? {
        guard let table = Identifier(parsing: resource.table.text) else { return nil }
        let columns = resource.fields.compactMap { Identifier(parsing: $0.name) }
        guard columns.count == resource.fields.count, !columns.isEmpty else { return nil }
        let list = Query.joined(columns.map { "\(identifier: $0)" }, by: ", ")
        return """
            SELECT \(fragment: list) FROM \(identifier: table) \
            WHERE tenant_id = kernel.tenant() AND id = \(record)
            """
    }

    /// The record's own currency, if it has one.
    private static func currency(of resource: ResourceRegistration, in row: Row) throws -> Currency {
        guard let index = resource.fields.firstIndex(where: { $0.name == "currency" }) else { return .turkishLira }
        return try row.decodeIfPresent(index, as: String.self).flatMap { Currency($0) } ?? .turkishLira
    }

    private static func datum(
        _ row: Row, _ index: Int, _ kind: InputField.Kind, _ currency: Currency
    ) throws -> Datum {
        switch kind {
        case .number: try row.decodeIfPresent(index, as: Int64.self).map { .number(DecimalNumber($0)) } ?? .nothing
        case .money:
            try row.decodeIfPresent(index, as: Int64.self).map { .money(Money(minorUnits: $0, currency)) } ?? .nothing
        case .flag: try row.decodeIfPresent(index, as: Bool.self).map { .flag($0) } ?? .nothing
        case .day: try row.decodeIfPresent(index, as: CalendarDate.self)?.datum ?? .nothing
        case .moment: try row.decodeIfPresent(index, as: Timestamp.self).map { .moment($0) } ?? .nothing
        // No message ever says a secret, and lists of words are for programs.
        case .secret, .several, .list: .nothing
        case .text, .email, .phone, .choice, .id:
            try row.decodeIfPresent(index, as: String.self).map { .text($0) } ?? .nothing
        }
    }
}

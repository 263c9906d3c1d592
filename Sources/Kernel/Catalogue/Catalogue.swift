/// The tables of house and modules as the database itself describes them: nothing has to be listed by hand, so nothing
/// can be forgotten by whoever copies, erases or tests "all of it".
public struct Catalogue: Sendable, Hashable {
    /// The tables behind walls, classes tenant and bridge, each after those that its rows point to.
    public let tables: [CatalogueTable]
    /// The tables of class control, in the same order.
    public let control: [CatalogueTable]
    /// The tables of class reference, in the same order: nobody's rows, so nothing to copy, erase or export.
    public let reference: [CatalogueTable]

    /// A catalogue of these tables, brought into order.
    public init(_ found: [CatalogueTable]) {
        tables = InsertOrder.sorted(found.filter { $0.class == .tenant || $0.class == .bridge })
        control = InsertOrder.sorted(found.filter { $0.class == .control })
        reference = InsertOrder.sorted(found.filter { $0.class == .reference })
    }

    /// The tables behind walls, so that rows can be added without a reference that leads nowhere; backwards it is the
    /// order in which rows can be taken away.
    public var insertOrder: [CatalogueTable] { tables }

    /// A table by its name with its schema, `crm.customer`, whatever its class.
    public subscript(name: String) -> CatalogueTable? {
        [tables, control, reference].lazy.joined().first { $0.label == name }
    }
}

/// How a table is walled off; `docs/threat-model.md` says what each means.
public enum TableClass: String, Sendable, Hashable, CaseIterable, Decodable {
    /// A tenant's own.
    case tenant
    /// Written by tenants, read by the house.
    case bridge
    /// The house's own.
    case control
    /// The same for all, written by migrations: countries, currencies.
    case reference
}

import Core
import ModuleKit
import SQL

/// Something written down.
struct Entry: Sendable, Hashable {
    static let table = TableName("notebook.entry")

    let id: UUIDv7
    let title: String
    let text: String?
    let email: String?
    let isClosed: Bool

    /// From the columns that the queries ask for, in their order.
    init(_ row: Row) throws {
        id = try row.decode(0)
        title = try row.decode(1)
        text = try row.decodeIfPresent(2)
        email = try row.decodeIfPresent(3)
        isClosed = try row.decode(4)
    }

    /// As programs read it.
    func write(into json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.uuid(id)
        json.key("title")
        json.string(title)
        json.key("closed")
        json.bool(isClosed)
        json.endObject()
    }
}

/// Some entries of many.
struct EntryPage: Sendable, Hashable {
    let entries: [Entry]
    /// After which the next ones come; nil when these are the last.
    let next: UUIDv7?
}

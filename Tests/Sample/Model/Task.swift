import Core
import ModuleKit
import SQL

/// What is to be done for a customer.
struct NewTask: RouteInput {
    static let fields = [
        InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 200)),
        InputField("customer", title: Words(tr: "Müşteri", en: "Customer"), .id(of: Customer.table), required: false),
    ]

    let title: String
    let customer: UUIDv7?

    /// A customer who is not there is refused as a field, whoever else may have one of that id.
    func insert(in tenant: any TenantContext) async throws -> UUIDv7 {
        let id = UUIDv7.make()
        let rows = try await tenant.query(
            """
            INSERT INTO sample.task (tenant_id, id, customer_id, title) \
            SELECT kernel.tenant(), \(id), \(customer), \(title) \
            WHERE \(customer)::uuid IS NULL OR EXISTS ( \
                SELECT FROM sample.customer c WHERE c.tenant_id = kernel.tenant() AND c.id = \(customer)) RETURNING id
            """)
        guard !rows.isEmpty else {
            throw Problem(.unprocessable, fields: [FieldFault("/customer", .invalid, "is not known")])
        }
        return id
    }
}

/// Closes tasks.
enum TaskClosure {
    static func title(of id: UUIDv7?, in tenant: any TenantContext) async throws -> String {
        guard let id else { throw Problem(.notFound) }
        let rows = try await tenant.query(
            "SELECT title FROM sample.task WHERE tenant_id = kernel.tenant() AND id = \(id)")
        guard let row = rows.first else { throw Problem(.notFound) }
        return try row.decode(0)
    }

    static func close(_ id: UUIDv7?, in tenant: any TenantContext) async throws -> String {
        guard let id else { throw Problem(.notFound) }
        let rows = try await tenant.query(
            """
            UPDATE sample.task SET state = 'closed' WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING title
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        return try row.decode(0)
    }
}

/// Reminds of a task.
struct Reminder: Job {
    static let kind = JobKind("sample.remind")
    let task: UUIDv7

    func run(in tenant: any TenantContext) async throws -> JobOutcome {
        let rows = try await tenant.query(
            "SELECT title FROM sample.task WHERE tenant_id = kernel.tenant() AND id = \(task)")
        return rows.isEmpty ? .cancel(reason: "the task is gone") : .done
    }
}

/// A task was closed.
struct TaskClosed: Event {
    static let name = EventName("sample.task.closed")
    let task: UUIDv7

    func mark(in tenant: any TenantContext) async throws {
        _ = try await tenant.query(
            "UPDATE sample.task SET title = title WHERE tenant_id = kernel.tenant() AND id = \(task)")
    }
}

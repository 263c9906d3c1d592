import Core
import HTTP
import ModuleKit

/// What people do with tasks.
enum TaskRoutes {
    static func register(into module: inout ModuleRegistrar) {
        module.route(.post, "/sample/tasks", for: .staff(.writeCustomers), taking: NewTask.self, create)
        module.route(.get, "/sample/tasks/:task", for: .staff(.readCustomers), show)
        module.route(.post, "/sample/tasks/:task/closure", for: .staff(.writeCustomers), close)
    }

    private static func create(
        _ input: NewTask, _ request: Request, _ staff: any StaffContext
    ) async throws -> Response {
        .identified(try await input.insert(in: staff))
    }

    private static func show(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        .text(try await TaskClosure.title(of: staff.parameters.value("task"), in: staff))
    }

    private static func close(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        .text(try await TaskClosure.close(staff.parameters.value("task"), in: staff))
    }
}

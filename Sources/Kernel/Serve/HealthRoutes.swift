import HTTP
import ModuleKit

/// `/healthz`: the process lives. `/readyz`: it can do its work, as JSON or as a page. On every listener.
enum HealthRoutes {
    static func routes(_ services: HouseServices, _ state: ServingState) throws -> [Route] {
        try routes(services.databases, state, services.face)
    }

    static func routes(_ databases: Databases, _ state: ServingState, _ face: HouseFace) throws -> [Route] {
        [
            Route(.get, try PathTemplate("/healthz")) { _ in noStore(.text("ok\n")) },
            Route(.get, try PathTemplate("/readyz")) { context in
                ready(context, await HouseState(databases, state), face)
            },
        ]
    }

    private static func ready(_ context: AnonymousContext, _ state: HouseState, _ face: HouseFace) -> Response {
        guard context.request.prefersPage else { return noStore(state.json) }
        return StatePage(state: state, view: face.view(context)).response
    }

    private static func noStore(_ response: Response) -> Response {
        var response = response
        response.fields.append(.cacheControl, "no-store")
        return response
    }
}

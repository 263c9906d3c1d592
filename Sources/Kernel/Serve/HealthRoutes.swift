import Core
import EventLoop
import HTTP
import Postgres
import SQL

/// `/healthz`: the process lives. `/readyz`: it can do its work. On every listener.
enum HealthRoutes {
    static func routes(_ services: HouseServices, _ state: ServingState) throws -> [Route] {
        [
            Route(.get, try PathTemplate("/healthz")) { _ in noStore(.text("ok\n")) },
            Route(.get, try PathTemplate("/readyz")) { _ in await ready(services, state) },
        ]
    }

    private static func ready(_ services: HouseServices, _ state: ServingState) async -> Response {
        let app = await answers(services.databases.app)
        let control = await answers(services.databases.control)
        let isReady = app && control && !state.isDraining
        var json = JSONWriter()
        json.beginObject()
        json.key("ready")
        json.bool(isReady)
        json.key("draining")
        json.bool(state.isDraining)
        json.key("databases")
        json.beginObject()
        json.key("app")
        json.bool(app)
        json.key("control")
        json.bool(control)
        json.endObject()
        json.endObject()
        return noStore(.json(json.finish(), status: isReady ? .ok : .serviceUnavailable))
    }

    private static func answers(_ database: PostgresDatabase) async -> Bool {
        (try? await database.perform("SELECT 1", timeout: .seconds(1))) != nil
    }

    private static func noStore(_ response: Response) -> Response {
        var response = response
        response.fields.append(.cacheControl, "no-store")
        return response
    }
}

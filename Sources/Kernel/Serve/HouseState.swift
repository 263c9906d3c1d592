import Core
import HTTP
import Postgres
import SQL

/// Whether the house can do its work, asked anew each time.
struct HouseState: Sendable {
    let app: Bool
    let control: Bool
    let isDraining: Bool

    init(app: Bool, control: Bool, isDraining: Bool) {
        (self.app, self.control, self.isDraining) = (app, control, isDraining)
    }

    /// Asks both databases.
    init(_ databases: Databases, _ state: ServingState) async {
        app = await Self.answers(databases.app)
        control = await Self.answers(databases.control)
        isDraining = state.isDraining
    }

    private static func answers(_ database: PostgresDatabase) async -> Bool {
        (try? await database.perform("SELECT 1", timeout: .seconds(1))) != nil
    }

    var isReady: Bool { app && control && !isDraining }

    var status: Status { isReady ? .ok : .serviceUnavailable }

    /// For programs.
    var json: Response {
        var json = JSONWriter()
        json.beginObject()
        json.key("ready")
        json.bool(isReady)
        json.key("draining")
        json.bool(isDraining)
        json.key("databases")
        json.beginObject()
        json.key("app")
        json.bool(app)
        json.key("control")
        json.bool(control)
        json.endObject()
        json.endObject()
        return .json(json.finish(), status: status)
    }
}

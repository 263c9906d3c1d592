import Core
import HTTP

/// Whether the house can do its work, asked anew each time.
struct HouseState: Sendable {
    let app: Bool
    let control: Bool
    /// Nil where there is no pool for the portal.
    let portal: Bool?
    let isDraining: Bool

    init(app: Bool, control: Bool, portal: Bool? = nil, isDraining: Bool) {
        (self.app, self.control, self.portal, self.isDraining) = (app, control, portal, isDraining)
    }

    /// Asks every database.
    init(_ databases: Databases, _ state: ServingState) async {
        let answers = await databases.answering()
        func answer(_ role: String) -> Bool? { answers.first { $0.role == role }?.answers }
        (app, control, portal) = (answer("app") ?? false, answer("control") ?? false, answer("portal"))
        isDraining = state.isDraining
    }

    var isReady: Bool { app && control && portal ?? true && !isDraining }

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
        if let portal {
            json.key("portal")
            json.bool(portal)
        }
        json.endObject()
        json.endObject()
        return .json(json.finish(), status: status)
    }
}

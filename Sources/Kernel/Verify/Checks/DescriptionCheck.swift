import Core
import HTTP
import HTTPServer
import ModuleKit
import Synchronization

/// Whether programs can read what the module's routes take: a route that reads a body says which values it takes, and what
/// it says can be filled in.
struct DescriptionCheck: Sendable {
    let visit: ModuleVisit

    func finding() async throws -> ModuleFinding {
        var faults: [String] = []
        for (route, _, own) in visit.asked {
            faults += Self.fieldFaults(route.route.input, at: route.label)
            // What a machine sends has the form that the machine gave it.
            guard route.route.input.isEmpty, route.route.access != .webhook else { continue }
            if try await readsBody(route, own) {
                faults.append(
                    "\(route.label) reads a body and does not say what it takes: register it with `taking:` and a "
                        + "`RouteInput`")
            }
        }
        for resource in visit.module.registrar.resources {
            faults += Self.fieldFaults(resource.fields, at: "the resource \(resource.table)")
            if resource.fields.isEmpty { faults.append("the resource \(resource.table) has no fields: name them") }
        }
        let inputs = visit.module.registrar.routes.filter { !$0.input.isEmpty }.count
        return ModuleFinding(
            .description, scope: "\(visit.asked.count) routes, \(inputs) with input", faults: faults)
    }

    private static func fieldFaults(_ fields: [InputField], at place: String) -> [String] {
        let twice = Dictionary(grouping: fields, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
        return twice.map { "\(place) takes “\($0)” twice: rename one of them" }
            + fields.compactMap { field in
                switch field.kind {
                case .text(let most) where most < 1, .secret(let most) where most < 1:
                    "\(place): “\(field.name)” takes no text at all: let it have some"
                case .choice(let words) where words.isEmpty, .several(let words) where words.isEmpty:
                    "\(place): “\(field.name)” is a choice of nothing"
                default: nil
                }
            }
    }

    /// Sends a body that nobody asked for, and looks whether somebody reads it.
    private func readsBody(_ route: DrillRoute, _ own: DrillShot) async throws -> Bool {
        let body = Array("{}".utf8)
        var shot = own
        shot.fields += [("Content-Type", "application/json"), ("Content-Length", "\(body.count)")]
        let (head, _) = try visit.course.range.words.text(of: shot, to: route)
        let watched = WatchedBody(body)
        let number = RequestNumber(series: visit.course.range.series, count: visit.course.ledger.nextNumber())
        guard let request = DrillRange.request(head, watched, body.count, number, own.peer) else { return false }
        let response = await visit.course.range.chain.respond(to: request)
        if !route.route.method.isSafe, (200..<300).contains(response.status.code) {
            try await visit.house.planter.restore(visit.house.tenants[0])
        }
        return watched.wasRead
    }
}

/// A body that remembers whether it was asked for.
private final class WatchedBody: BodySource {
    private let rest: Mutex<[UInt8]?>
    private let read = Mutex(false)

    init(_ bytes: [UInt8]) { rest = Mutex(bytes) }

    var wasRead: Bool { read.withLock { $0 } }

    func next() async throws -> [UInt8]? {
        read.withLock { $0 = true }
        return rest.withLock { rest in
            defer { rest = nil }
            return rest
        }
    }
}

import HTTP
import ModuleKit

/// What the drill of isolation has to say of the module.
struct IsolationCheck: Sendable {
    let visit: ModuleVisit
    let report: DrillReport

    func finding() -> ModuleFinding {
        let leaks = report.leaks.filter { $0.kind != .access }.map { "\($0.place) leaks: \($0.detail)" }
        let silent = report.uncounted.filter { line in own.contains { line.hasPrefix($0) } }.map {
            "\($0): unless the owner is shown something of theirs, silence towards others proves nothing"
        }
        let columns = report.withoutCanary.filter { $0.hasPrefix("\(visit.module.manifest.id).") }.map {
            "\($0) takes no value that could be told again: loosen its check, or leave it to its default"
        }
        return ModuleFinding(
            .isolation, scope: "\(report.requests) requests for what is another's, seed \(report.seed)",
            faults: leaks + silent + columns)
    }

    /// As the drill names the module's routes and work.
    private var own: [String] {
        let registrar = visit.module.registrar
        return registrar.routes.map { "\($0.method.rawValue) \($0.path): " } + registrar.jobs.map { "job \($0.kind): " }
            + registrar.listeners.map { "listener of \($0.event) in \(visit.module.manifest.id): " }
            + registrar.searches.map { "search of \($0.table): " }
            + registrar.panels.indices.map { "panel \($0 + 1) of \(visit.module.manifest.id): " }
    }
}

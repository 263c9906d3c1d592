import Core
import Kernel
import ModuleKit

/// `konak tenant modules`: which modules a tenant has, why, and the switch for each.
enum TenantModulesCommand {
    static let command = Command(
        "tenant modules", "Show a tenant's modules and why they are on or off, or switch one.",
        details: """
            A switch is answered when every running node has confirmed it: from then on no request, job or event meets the
            module as it was. A node that does not answer is named, and the command ends with 2. What is switched off
            keeps its data; its jobs and events wait until it is on again.
            """,
        options: [
            .value("--on", "MODULE", "Switch it on."), .value("--off", "MODULE", "Switch it off."),
        ],
        operands: ["TENANT"]
    ) { invocation in
        let work = CommandWork(invocation)
        let (on, off) = (invocation.values["--on"], invocation.values["--off"])
        if on != nil, off != nil { return work.misused("say --on or --off, not both") }
        return work.run { configuration in
            try work.withUpToDate(configuration) { access in
                let registry = try HouseListing.registry(
                    configuration, modules: modules(of: configuration), parts: houseParts)
                let switches = ModuleSwitches(control: try access.control(), registry: registry)
                guard let name = on ?? off else {
                    work.show(try switches.list(invocation.operands[0]), nil)
                    return .ok
                }
                let turn = try switches.turn(name, on: on != nil, for: invocation.operands[0])
                work.show(turn.entries, turn)
                return turn.silent.isEmpty ? .ok : .warned
            }
        }
    }
}

extension CommandWork {
    fileprivate func show(_ entries: [ModuleSwitches.Entry], _ turn: ModuleSwitches.Turn?) {
        let width = entries.map(\.module.id.text.count).max() ?? 0
        for entry in entries {
            let id = entry.module.id.text
            let gap = String(repeating: " ", count: width - id.count + 2)
            terminal.note("\(id)\(gap)\(entry.standing.isOn ? "on " : "off")  \(entry.standing.reason)")
        }
        if entries.isEmpty { terminal.note("no modules are installed") }
        if let turn {
            terminal.note("confirmed by \(turn.nodes) running node\(turn.nodes == 1 ? "" : "s")")
            for name in turn.silent {
                terminal.note("\(name) has not confirmed: until it does or is ended, it may act on what was before")
            }
        }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in Self.write(entries, turn, into: &json) }
    }

    private static func write(
        _ entries: [ModuleSwitches.Entry], _ turn: ModuleSwitches.Turn?, into json: inout JSONWriter
    ) {
        json.key("modules")
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.key("module")
            json.string(entry.module.id.text)
            json.key("on")
            json.bool(entry.standing.isOn)
            json.key("reason")
            json.string(entry.standing.reason)
            json.endObject()
        }
        json.endArray()
        guard let turn else { return }
        json.key("nodes")
        json.int(turn.nodes)
        json.key("silent")
        json.beginArray()
        for name in turn.silent { json.string(name) }
        json.endArray()
    }
}

extension ModuleStanding {
    fileprivate var reason: String {
        switch self {
        case .part: "a part of the house"
        case .on: "in the plan, and not switched off"
        case .notInPlan(let feature): "the plan lacks \(feature)"
        case .switchedOff: "switched off"
        case .requires(let other): "requires \(other), which is off"
        }
    }
}

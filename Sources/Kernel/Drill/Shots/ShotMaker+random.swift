import Core
import HTTP
import ModuleKit

/// The same numbers for the same seed.
struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension ShotMaker {
    /// A rightful shot of the actor with at least one thing in it exchanged for another's, often several.
    func random(
        _ route: DrillRoute, from base: DrillShot, _ actor: DrillTenant, _ random: inout SeededNumbers
    ) -> DrillShot {
        var shot = base
        shot.peer = Int.random(in: 0..<65_536, using: &random)
        if base.body != nil, !route.route.input.isEmpty {
            shot.body = rightful(route, actor, set: 0, &random).body
            shot.isForm = Bool.random(using: &random)
        }
        let others = house.tenants.filter { $0.place != actor.place }
        repeat {
            let victim = others.randomElement(using: &random) ?? actor
            change(&shot, route, actor, victim, &random)
        } while Int.random(in: 0..<3, using: &random) == 0
        return shot
    }

    private func change(
        _ shot: inout DrillShot, _ route: DrillRoute, _ actor: DrillTenant, _ victim: DrillTenant,
        _ random: inout SeededNumbers
    ) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<4: changeIDs(&shot, route, victim, &random)
        case 4: shot.caller = caller(of: victim, &random)
        case 5: shot.door = door(of: victim, &random)
        case 6: changeKeys(&shot, victim, &random)
        case 7, 8: changeQuery(&shot, victim, &random)
        case 9: changeFields(&shot, victim, &random)
        case 10:
            shot.method = HTTP.Method.allCases.randomElement(using: &random)
            changeIDs(&shot, route, victim, &random)
        default:
            shot.spelling = HostSpelling.allCases.randomElement(using: &random) ?? .plain
            shot.door = door(of: victim, &random)
        }
    }

    private func changeIDs(
        _ shot: inout DrillShot, _ route: DrillRoute, _ victim: DrillTenant, _ random: inout SeededNumbers
    ) {
        var changed = false
        for (name, table) in route.parameters where Bool.random(using: &random) || !changed {
            guard table != nil else { continue }
            shot.path[name] = anyID(table, victim, &random)
            changed = true
        }
        for (name, table) in route.idFields where Bool.random(using: &random) || !changed {
            shot.set(name, to: anyID(table, victim, &random))
            changed = true
        }
        if shot.link != nil, Bool.random(using: &random) || !changed {
            shot.link?.subject = anyID(nil, victim, &random)
            changed = true
        }
        if !changed { changeQuery(&shot, victim, &random) }
    }

    /// Mostly of the right table; sometimes of another one, or the tenant itself.
    private func anyID(_ table: String?, _ victim: DrillTenant, _ random: inout SeededNumbers) -> String {
        let set = Int.random(in: 0..<victim.sets.count, using: &random)
        if let table, Int.random(in: 0..<4, using: &random) > 0, let id = key(of: table, victim, set) { return id }
        let all =
            victim.sets[set].rows.compactMap(\.key) + [
                victim.id.description, CanaryBook.id(using: &random).description,
            ]
        return all.randomElement(using: &random) ?? victim.id.description
    }

    private func caller(of victim: DrillTenant, _ random: inout SeededNumbers) -> DrillCaller {
        let set = Int.random(in: 0..<victim.sets.count, using: &random)
        let all: [DrillCaller] = [
            .staff(victim.place, .all), .staff(victim.place, .none), .customer(victim.place, set: set, .all),
            .agency(victim.agency), .operator, .nobody, .forged,
        ]
        return all.randomElement(using: &random) ?? .nobody
    }

    private func door(of victim: DrillTenant, _ random: inout SeededNumbers) -> DrillShot.Door {
        let all: [DrillShot.Door] = [
            .app(victim.place), .portal(victim.place), .agency(victim.agency), .operator, .unknown,
        ]
        return all.randomElement(using: &random) ?? .unknown
    }

    private func changeKeys(_ shot: inout DrillShot, _ victim: DrillTenant, _ random: inout SeededNumbers) {
        if shot.endpoint != nil { shot.endpoint = Bool.random(using: &random) ? .of(victim.place) : .unknown }
        guard shot.link != nil else {
            if shot.endpoint == nil { shot.caller = caller(of: victim, &random) }
            return
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: shot.link?.isTampered = true
        case 1: shot.link?.isForOtherPurpose = true
        case 2: shot.link?.isExpired = true
        default: shot.link?.tenant = victim.place
        }
    }

    private func changeQuery(_ shot: inout DrillShot, _ victim: DrillTenant, _ random: inout SeededNumbers) {
        let rows = victim.sets[Int.random(in: 0..<victim.sets.count, using: &random)].rows
        let texts = rows.flatMap(\.canaries)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                shot.ask([(QueryNames.ids.randomElement(using: &random) ?? "id", anyID(nil, victim, &random))])
            case 1:
                let text = texts.randomElement(using: &random) ?? "cnry"
                let name = QueryNames.words.randomElement(using: &random) ?? "q"
                shot.ask([(name, String(text.prefix(Int.random(in: 0...12, using: &random))))])
            default:
                if let other = QueryNames.others.randomElement(using: &random) { shot.ask([other]) }
            }
        }
    }

    private func changeFields(_ shot: inout DrillShot, _ victim: DrillTenant, _ random: inout SeededNumbers) {
        let value = Bool.random(using: &random) ? victim.app.site.host : victim.id.description
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            guard let name = QueryNames.fields.randomElement(using: &random) else { continue }
            shot.fields.append((name, name == "Forwarded" ? "host=\(value)" : value))
        }
    }
}

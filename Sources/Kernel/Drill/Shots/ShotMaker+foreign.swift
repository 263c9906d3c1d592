import Core
import HTTP
import ModuleKit

/// A shot with something of another's in it, in words for the report.
struct ForeignShot: Sendable {
    let name: String
    let shot: DrillShot
    /// The id that is another's; the same shot with one that nobody has must be answered alike.
    var id: String?
    /// Who must not have changed by it; a customer of the same tenant is named by the set.
    let victim: Int
    var victimSet: Int?
}

extension ShotMaker {
    /// Every single way of naming what is another tenant's at a route, one at a time and all together.
    func foreign(_ route: DrillRoute, _ own: DrillShot, _ tenant: DrillTenant, victim: DrillTenant) -> [ForeignShot] {
        ids(route, own, from: victim, set: 0, victim.place, nil)
            + doors(route, own, tenant, victim) + credentials(route, own, tenant, victim)
            + queries(own, victim) + fields(own, victim)
    }

    /// The same between two customers of one tenant.
    func foreignCustomer(_ route: DrillRoute, _ own: DrillShot, _ tenant: DrillTenant) -> [ForeignShot] {
        guard case .portal = route.route.access else { return [] }
        return ids(route, own, from: tenant, set: 1, tenant.place, 1)
            + tenant.sets[1].rows.compactMap(\.key).map { id in
                var shot = own
                shot.ask(QueryNames.ids.map { ($0, id) })
                return ForeignShot(
                    name: "another customer's id in the query", shot: shot, victim: tenant.place, victimSet: 1)
            }
    }

    private func ids(
        _ route: DrillRoute, _ own: DrillShot, from tenant: DrillTenant, set: Int, _ victim: Int, _ victimSet: Int?
    ) -> [ForeignShot] {
        var shots: [ForeignShot] = []
        var all = own
        for (name, table) in route.parameters {
            guard let table, let id = key(of: table, tenant, set) else { continue }
            var shot = own
            shot.path[name] = id
            all.path[name] = id
            shots.append(
                ForeignShot(
                    name: "another's \(table) in :\(name)", shot: shot, id: id, victim: victim, victimSet: victimSet))
        }
        for (name, table) in route.idFields {
            guard let id = key(of: table, tenant, set) else { continue }
            var shot = own
            shot.set(name, to: id)
            all.set(name, to: id)
            shots.append(
                ForeignShot(
                    name: "another's \(table) in \(name)", shot: shot, id: id, victim: victim, victimSet: victimSet))
        }
        if var link = own.link, let old = link.subject.isEmpty ? nil : link.subject,
            let table = house.tenants.lazy.flatMap(\.sets).flatMap(\.rows).first(where: { $0.key == old })?.table.label,
            let id = key(of: table, tenant, set)
        {
            var shot = own
            link.subject = id
            shot.link = link
            shots.append(ForeignShot(name: "a link about another's \(table)", shot: shot, id: id, victim: victim))
        }
        if shots.count > 1 { shots.append(ForeignShot(name: "all ids another's", shot: all, victim: victim)) }
        return shots
    }

    private func doors(
        _ route: DrillRoute, _ own: DrillShot, _ tenant: DrillTenant, _ victim: DrillTenant
    ) -> [ForeignShot] {
        var shots: [ForeignShot] = []
        for door in [
            route.door(of: victim), .app(victim.place), .portal(victim.place), .agency(victim.agency), .operator,
        ] {
            guard door != own.door else { continue }
            var shot = own
            shot.door = door
            shots.append(ForeignShot(name: "own credentials at another's host", shot: shot, victim: victim.place))
            for (name, table) in route.parameters {
                if let table, let id = key(of: table, victim, 0) { shot.path[name] = id }
            }
            shots.append(
                ForeignShot(name: "own credentials and another's ids at their host", shot: shot, victim: victim.place))
        }
        return shots
    }

    private func credentials(
        _ route: DrillRoute, _ own: DrillShot, _ tenant: DrillTenant, _ victim: DrillTenant
    ) -> [ForeignShot] {
        var shots: [ForeignShot] = []
        let callers: [DrillCaller] = [
            .staff(victim.place, .all), .customer(victim.place, set: 0, .all), .agency(victim.agency), .operator,
            .forged,
            .nobody,
        ]
        for caller in callers where caller != own.caller {
            var shot = own
            shot.caller = caller
            shots.append(ForeignShot(name: "another's credentials at the own host", shot: shot, victim: victim.place))
            for (name, table) in route.parameters {
                if let table, let id = key(of: table, victim, 0) { shot.path[name] = id }
            }
            shots.append(
                ForeignShot(name: "another's credentials and ids at the own host", shot: shot, victim: victim.place))
        }
        if own.endpoint != nil {
            var shot = own
            shot.endpoint = .of(victim.place)
            shots.append(ForeignShot(name: "another's endpoint at the own host", shot: shot, victim: victim.place))
        }
        if var link = own.link {
            var shot = own
            link.tenant = victim.place
            shot.link = link
            shots.append(ForeignShot(name: "another's link at the own host", shot: shot, victim: victim.place))
        }
        return shots
    }

    private func queries(_ own: DrillShot, _ victim: DrillTenant) -> [ForeignShot] {
        guard own.method ?? .get == .get || own.body == nil else { return [] }
        return victim.sets[0].rows.flatMap { row -> [ForeignShot] in
            let ids = row.key.map { key in QueryNames.ids.map { ($0, key) } } ?? []
            // Half a canary: an answer that holds the whole of it has read another's row.
            return (row.canaries + [""]).map { text in
                let words = QueryNames.words.map { ($0, String(text.prefix(10))) }
                var shot = own
                shot.ask(text.isEmpty ? ids + QueryNames.others : words)
                return ForeignShot(name: "another's \(row.table.label) in the query", shot: shot, victim: victim.place)
            }
        }
    }

    private func fields(_ own: DrillShot, _ victim: DrillTenant) -> [ForeignShot] {
        let values = [victim.app.site.host, victim.id.description]
        return values.map { value in
            var shot = own
            shot.fields = QueryNames.fields.map { ($0, $0 == "Forwarded" ? "host=\(value)" : value) }
            return ForeignShot(name: "another's host or id in header fields", shot: shot, victim: victim.place)
        }
    }
}

extension DrillShot {
    /// Gives a field of the body a value.
    mutating func set(_ name: String, to text: String) {
        guard let place = body?.firstIndex(where: { $0.name == name }) else { return }
        body?[place].value = .string(text)
    }

    /// Asks with these values in the query, whatever stood there under their names before.
    mutating func ask(_ items: [(name: String, value: String)]) {
        let names = Set(items.map(\.name))
        query = items + query.filter { !names.contains($0.name) }
    }

    /// The same shot with another id wherever the one stands.
    func replacing(_ id: String, by other: String) -> DrillShot {
        var shot = self
        for (name, value) in path where value == id { shot.path[name] = other }
        for (name, value) in body ?? [] where value == .string(id) { shot.set(name, to: other) }
        if shot.link?.subject == id { shot.link?.subject = other }
        return shot
    }
}

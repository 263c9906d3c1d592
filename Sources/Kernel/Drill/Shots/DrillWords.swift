import Core
import Crypto
import HTTP
import HTTPServer
import ModuleKit

/// Puts a shot into the words of a request.
struct DrillWords: Sendable {
    let house: DrillHouse

    func host(of door: DrillShot.Door) -> String {
        switch door {
        case .app(let place): house.tenants[place].app.site.host
        case .portal(let place): house.tenants[place].portal.site.host
        case .agency(let place): house.agencies[place].entry.site.host
        case .operator: house.operatorEntry.site.host
        case .unknown: "nobody.drill.invalid"
        }
    }

    /// The head and the body, as a client would send them.
    func text(of shot: DrillShot, to route: DrillRoute) throws -> (head: String, body: [UInt8]) {
        let body = bytes(of: shot)
        var lines = [
            "\((shot.method ?? route.route.method).rawValue) \(try target(of: shot, to: route)) HTTP/1.1",
            "Host: \(shot.spelling.spell(host(of: shot.door)))",
        ]
        if let token = house.token(of: shot.caller) { lines.append("Authorization: \(DrillPrincipals.scheme)\(token)") }
        if shot.body != nil {
            lines.append("Content-Type: \(shot.isForm ? "application/x-www-form-urlencoded" : "application/json")")
            lines.append("Content-Length: \(body.count)")
        }
        lines += shot.fields.map { "\($0.name): \($0.value)" }
        return (lines.joined(separator: "\r\n") + "\r\n\r\n", body)
    }

    private func target(of shot: DrillShot, to route: DrillRoute) throws -> String {
        var values = shot.path
        if route.route.path.parameterNames.contains(Endpoints.parameter), values[Endpoints.parameter] == nil {
            values[Endpoints.parameter] = endpoint(of: shot, route)
        }
        var query = shot.query
        if let link = shot.link { query.append((SignedLink.parameter, try text(of: link, to: route))) }
        let words = query.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
        return try route.route.path.link(values) + (words.isEmpty ? "" : "?" + words.joined(separator: "&"))
    }

    private func endpoint(of shot: DrillShot, _ route: DrillRoute) -> String {
        if case .of(let place) = shot.endpoint,
            let token = house.tenants[place].endpoints[route.module.manifest.id.text]
        {
            return token
        }
        return Hex.encode(SecureRandom.bytes(32).span)
    }

    private func text(of link: DrillShot.Link, to route: DrillRoute) throws -> String {
        let now = SystemClock().now().seconds
        let signed = SignedLink(
            tenant: house.tenants[link.tenant].id, subject: UUIDv7(link.subject) ?? .make(),
            expires: link.isExpired ? now - 1 : now + 3_600)
        var purpose = LinkPurpose("drill.other")
        if case .signedLink(let own) = route.route.access, !link.isForOtherPurpose { purpose = own }
        let text = try house.links.text(of: signed, for: purpose)
        guard link.isTampered, var bytes = try? Base64.url.decode(text), !bytes.isEmpty else { return text }
        bytes[bytes.count / 3] ^= 1
        return Base64.url.encode(bytes.span)
    }

    private func bytes(of shot: DrillShot) -> [UInt8] {
        guard let body = shot.body else { return [] }
        guard shot.isForm else {
            var json = JSONWriter()
            json.beginObject()
            for (name, value) in body {
                json.key(escaping: name)
                json.value(value)
            }
            json.endObject()
            return json.finish()
        }
        return Array(
            body.map { "\(Self.escaped($0.name))=\(Self.escaped(Self.plain($0.value)))" }.joined(separator: "&").utf8)
    }

    private static func plain(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }

    /// Everything but letters, digits and a few marks as `%XX`.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension DrillWords {
    /// What the answer to a shot may show.
    func view(of shot: DrillShot, to route: DrillRoute) -> DrillView {
        var view = DrillView()
        switch shot.door {
        case .app(let place), .portal(let place): (view.tenant, view.agency) = (place, house.tenants[place].agency)
        case .agency(let place): view.agency = place
        case .operator, .unknown: break
        }
        view.rows = rows(of: shot, to: route, view.tenant)
        return view
    }

    /// The rows that have been earned: by who asks, by a link, by an endpoint, or by a route that is open to all.
    private func rows(of shot: DrillShot, to route: DrillRoute, _ tenant: Int?) -> DrillView.Rows {
        let asked = route.route.access.permission?.text
        switch (shot.door, shot.caller) {
        case (.app(let place), .staff(let own, let rights))
        where own == place && (rights == .all || asked != nil && rights.hold(asked)):
            return .tenant(place)
        case (.portal(let place), .customer(let own, let set, let rights))
        where own == place && (rights == .all || asked != nil && rights.hold(asked)):
            return .customer(place, set: set)
        default: break
        }
        guard let tenant else { return .none }
        if let link = shot.link, link.tenant == tenant, !link.isExpired, !link.isTampered, !link.isForOtherPurpose {
            return .tenant(tenant)
        }
        if shot.endpoint == .of(tenant) { return .tenant(tenant) }
        if case .open = route.route.access { return .tenant(tenant) }
        return .none
    }
}

import Core
import HTTP
import Kernel
import ModuleKit
import Security

/// Somebody at a door: the request, and what the doors read of every request.
struct Visitor: Sendable {
    let ground: DoorGround
    let request: Request
    let place: any RouteContext
    let site: Site
    let language: Language

    init(_ ground: DoorGround, _ request: Request, _ place: any RouteContext) {
        (self.ground, self.request, self.place) = (ground, request, place)
        (site, language) = (place.site, place.language)
    }

    func t(_ turkish: String, _ english: String) -> String { language.t(turkish, english) }

    var door: Doorstep { Doorstep(agency: site.agency, tenant: site.tenant, host: site.host) }

    var query: QueryItems { request.head.query.flatMap { try? QueryItems($0) } ?? QueryItems() }

    /// Where to go once they are in.
    var wayOn: WayOn { WayOn(query[DoorPath.next]) }

    /// The token of the link they came by.
    var key: SecretToken? { query[LinkPath.parameter].flatMap { SecretToken($0) } }

    var token: SecretToken? { SessionCookie.token(in: request) }

    var device: SecretToken? { SessionCookie.token(SessionCookie.device, in: request) }

    /// Their session, however far it has come.
    func session() async throws -> Session? {
        guard let token else { return nil }
        return try await ground.sessions.session(of: token, host: site.host)
    }

    /// What somebody who has come in takes along. The owner of an account hears of a browser that it was never used by.
    func cookies(of session: SecretToken, _ device: KnownDevice) async throws -> [SetCookie] {
        if device.isNews, let profile = try await ground.profiles.find(device.person) {
            try await ground.letters.tell(profile, .newBrowser(label, from: network), of: door.house)
        }
        return DoorCookies.of(session, device.token)
    }

    var label: String { BrowserLabel.of(request.head[.userAgent]) }

    var network: String { address?.network ?? "nowhere" }

    /// Who truly asks, behind proxies of ours.
    private var address: IPAddress? {
        guard let peer = request.peer.address else { return nil }
        let origin = try? ground.proxies.origin(peer: peer) { field in
            let values = request.head.values(of: field)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        return origin?.address ?? peer
    }

    /// This host towards authenticators. Over plain HTTP only this machine is asked, and there with its port.
    var party: RelyingParty {
        let authority = request.head[.host]?.lowercased() ?? site.host
        var origins: Set = ["https://\(site.host)", "https://\(authority)"]
        if site.host == "localhost" || site.host.hasSuffix(".localhost") { origins.insert("http://\(authority)") }
        return RelyingParty(id: site.host, name: site.brand.name, origins: origins)
    }
}

extension Language {
    /// One of two texts.
    func t(_ turkish: String, _ english: String) -> String { self == .tr ? turkish : english }
}

extension OpenContext {
    /// People come in where people work; the portal has doors of its own.
    func checkHasPeople() throws {
        guard site.surface != .portal else { throw Problem(.notFound) }
    }
}

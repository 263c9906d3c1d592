import Core
import HTTP
import Kernel
import Markup
import ModuleKit
import Security
import UI

/// What stands around people's pages: the other tenants they belong to, and what their own asks of them.
struct DoorSurroundings: PageSurroundings {
    let ground: DoorGround

    func surrounding(
        of person: UserID, _ request: Request, at site: Site, in language: Language
    ) async throws -> PageSurrounding {
        var around = PageSurrounding()
        guard site.surface == .app else { return around }
        let others = try await ground.others.list(of: person)
        if others.count > 1 { around.sites = others.compactMap { Self.site($0, from: site, request) } }
        let door = Doorstep(agency: site.agency, tenant: site.tenant, host: site.host)
        let overview = try await FactorOverview.of(person, at: door, ground.control)
        if let from = overview.demanded, !overview.hasFactor {
            let days = max(0, (from - ground.clock.now()).components.seconds / 86_400)
            around.banners = [Self.banner(days, site, language)]
        }
        return around
    }

    private static func site(
        _ other: OtherDoor, from site: Site, _ request: Request
    ) -> (name: String, url: SafeURL, isCurrent: Bool)? {
        let isCurrent = other.tenant == site.tenant
        let address = isCurrent ? "/" : HandoverRoutes.link(to: other.host, from: site, request)
        return SafeURL(address).map { (other.name, $0, isCurrent) }
    }

    private static func banner(_ days: Int64, _ site: Site, _ language: Language) -> Banner {
        let text =
            days == 0
            ? language.t(
                "\(site.brand.name) bugünden sonra ikinci bir doğrulama isteyecek.",
                "After today \(site.brand.name) asks for a second step.")
            : language.t(
                "\(site.brand.name) \(days) gün sonra ikinci bir doğrulama isteyecek.",
                "In \(days) days \(site.brand.name) will ask for a second step.")
        return Banner(
            text, .shield,
            action: Button(
                language.t("Şimdi kur", "Set it up"), .link(AccountFrame.url(AccountPath.security)), size: .small
            ).html)
    }
}

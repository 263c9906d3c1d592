import Core
import Crypto
import ModuleKit
import Postgres
import SQL
import Synchronization

/// All that a drill made for itself: agencies, tenants, hosts, people, rows. What it asks is asked of these alone.
final class DrillHouse: Sendable {
    let agencies: [DrillAgency]
    let tenants: [DrillTenant]
    let operatorEntry: SiteEntry
    let book: CanaryBook
    let planter: Planter
    let principals = DrillPrincipals()
    let links: LinkSeal
    let permissions: Set<String>
    /// Columns that could not be given a canary.
    let without: [String]
    let plan: UUIDv7
    private let tokens = Mutex<[DrillCaller: String]>([:])

    init(
        agencies: [DrillAgency], tenants: [DrillTenant], operatorEntry: SiteEntry, book: CanaryBook, planter: Planter,
        links: LinkSeal, permissions: Set<String>, without: [String], plan: UUIDv7
    ) {
        (self.agencies, self.tenants, self.operatorEntry) = (agencies, tenants, operatorEntry)
        (self.book, self.planter, self.links) = (book, planter, links)
        (self.permissions, self.without, self.plan) = (permissions, without, plan)
    }

    var sites: DrillSites {
        DrillSites([operatorEntry] + agencies.map(\.entry) + tenants.flatMap { [$0.app, $0.portal] })
    }

    /// What a caller shows; nil for who shows nothing.
    func token(of caller: DrillCaller) -> String? {
        if caller == .nobody { return nil }
        if case .forged = caller { return Hex.encode(SecureRandom.bytes(32).span) }
        if let known = tokens.withLock({ $0[caller] }) { return known }
        guard let person = person(caller) else { return nil }
        let token = principals.admit(person)
        tokens.withLock { $0[caller] = token }
        return token
    }

    private func person(_ caller: DrillCaller) -> DrillPrincipals.Person? {
        switch caller {
        case .nobody, .forged: nil
        case .staff(let place, let rights):
            .staff(
                StaffPrincipal(
                    user: .make(), tenant: tenants[place].id, permissions: rights.held(of: permissions),
                    session: Self.session))
        case .customer(let place, let set, let rights):
            .customer(
                CustomerPrincipal(
                    customer: tenants[place].sets[set].customer, tenant: tenants[place].id,
                    permissions: rights.held(of: permissions)))
        case .agency(let place): .house(Self.colleague(of: agencies[place].id))
        case .operator: .house(Self.colleague(of: nil))
        }
    }

    private static func colleague(of agency: AgencyID?) -> HousePrincipal {
        HousePrincipal(user: .make(), agency: agency, session: session)
    }

    /// Opened a moment ago, by a token that nobody has.
    private static var session: HeldSession {
        HeldSession(id: .make(), tokenHash: SecureRandom.bytes(32), proved: SystemClock().now())
    }
}

import Core
import Crypto
import HTTP
import Synchronization

/// Knows the people whom one drill has made up, by tokens that this run alone knows. Only a drill makes one, for a gate of
/// its own; no gate that serves is ever given it.
final class DrillPrincipals: Principals {
    /// Somebody made up.
    enum Person: Sendable {
        case staff(StaffPrincipal)
        case customer(CustomerPrincipal)
        case house(HousePrincipal)
    }

    static let scheme = "Drill "
    private let people = Mutex<[String: Person]>([:])

    /// Lets somebody in from now on; the token is 256 random bits.
    func admit(_ person: Person) -> String {
        let token = Hex.encode(SecureRandom.bytes(32).span)
        people.withLock { $0[token] = person }
        return token
    }

    func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal? {
        if case .staff(let principal) = person(of: request) { principal } else { nil }
    }

    func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? {
        if case .customer(let principal) = person(of: request) { principal } else { nil }
    }

    func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? {
        if case .house(let principal) = person(of: request) { principal } else { nil }
    }

    private func person(of request: Request) -> Person? {
        guard let text = request.head[.authorization], text.hasPrefix(Self.scheme) else { return nil }
        return people.withLock { $0[String(text.dropFirst(Self.scheme.count))] }
    }
}

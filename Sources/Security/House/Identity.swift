public import Core
public import Crypto
public import HTTP
public import Kernel
import ModuleKit
public import Postgres
import Synchronization

/// All that knows people, put together once for a process: pages and commands take from here what they work with.
public final class Identity: Sendable {
    /// The tables of people.
    public let control: PostgresDatabase
    /// The time.
    public let clock: any WallClock
    /// The sessions.
    public let sessions: Sessions
    /// Proxies of ours, whose word on who asks is taken.
    public let proxies: TrustedProxies
    /// What the process has.
    public let services: HouseServices

    private struct State {
        var catalogue = PermissionCatalogue([])
        var hashing: Task<PasswordHasher, any Error>?
        var root: RootKey?
    }
    private let state = Mutex(State())

    /// What the process has gives everything else. Nothing is asked and no key is read before it is needed.
    public init(_ services: HouseServices, clock: any WallClock = SystemClock()) {
        (self.services, self.clock, control) = (services, clock, services.databases.control)
        sessions = Sessions(control, clock: clock)
        proxies = TrustedProxies(services.configuration.trustedProxies)
    }

    /// Who asks, for the gate of the house with this registry. From now on the catalogue is that registry's.
    public func principals(_ registry: Registry) -> any Principals {
        let catalogue = PermissionCatalogue(registry)
        state.withLock { $0.catalogue = catalogue }
        let routes = registry.modules.flatMap(\.registrar.routes)
        let portal = routes.compactMap { if case .portal(let permission) = $0.access { permission.text } else { nil } }
        return IdentityPrincipals(
            control, sessions: sessions, catalogue: catalogue, portal: Set(portal), trusting: proxies)
    }

    /// Every permission that is declared; empty until the house stands.
    public var catalogue: PermissionCatalogue { state.withLock(\.catalogue) }

    /// What people may do, and why.
    public var rights: Rights { Rights(control, catalogue) }

    /// The hasher of passwords. It is measured once, which takes a moment and much memory: whoever comes first waits for it,
    /// and a process that nobody logs in at does without.
    public func hasher() async throws -> PasswordHasher {
        let root = try root()
        let hashing = state.withLock { state in
            let hashing =
                state.hashing ?? Task { [services] in try await PasswordHasher.start(root, on: services.blocking) }
            state.hashing = hashing
            return hashing
        }
        do {
            return try await hashing.value
        } catch {
            state.withLock { $0.hashing = nil }
            throw error
        }
    }

    /// The house's own key.
    public func root() throws -> RootKey {
        if let root = state.withLock(\.root) { return root }
        let root = try RootKey.load(services.configuration)
        state.withLock { $0.root = root }
        return root
    }
}

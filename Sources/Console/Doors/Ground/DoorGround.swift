import Core
import Crypto
import Delivery
import HTTP
import Kernel
import Localization
import Postgres
import Security

/// What the doors are built on: the stores of people, sessions and factors, and what sends letters.
struct DoorGround: Sendable {
    let identity: Identity
    let profiles: Profiles
    let invitations: Invitations
    let letters: DoorLetters
    let zones = ZoneBook()
    private let givenHasher: PasswordHasher?

    /// What knows people gives everything else; a hasher is given by tests, which cannot wait for a dear one.
    init(_ identity: Identity, mail: MailOffice, hasher: PasswordHasher? = nil) {
        (self.identity, givenHasher) = (identity, hasher)
        profiles = Profiles(identity.control, clock: identity.clock)
        invitations = Invitations(
            identity.control, clock: identity.clock,
            operatorHost: identity.services.configuration.operatorMailHost)
        letters = DoorLetters(mail: mail, clock: identity.clock)
    }

    var control: PostgresDatabase { identity.control }
    var clock: any WallClock { identity.clock }
    var sessions: Sessions { identity.sessions }
    var links: OneTimeLinks { identity.links }
    var handovers: Handovers { identity.handovers }
    var passkeys: Passkeys { identity.passkeys }
    var devices: KnownDevices { identity.devices }
    var throttle: Throttle { identity.throttle }
    var proxies: TrustedProxies { identity.proxies }
    var others: OtherDoors { OtherDoors(identity.control) }

    var factors: SecondFactorDesk { get throws { try identity.secondFactorDesk() } }
    var apps: AuthenticatorApps {
        get throws { AuthenticatorApps(control, clock: clock, keys: try identity.factorKeys()) }
    }
    var codes: RecoveryCodes {
        get throws { RecoveryCodes(control, clock: clock, keys: try identity.factorKeys()) }
    }

    /// Does something with the hasher. When too many passwords wait already that is no fault of this one: it is to be sent
    /// again, and nothing was done yet.
    func hashing<Success: Sendable>(
        _ body: (PasswordHasher) async throws -> Success
    ) async throws -> Success {
        let hasher = if let givenHasher { givenHasher } else { try await identity.hasher() }
        do {
            return try await hasher.admitting { try await body(hasher) }
        } catch let fault as CryptoFault where fault.code == .saturated {
            throw Problem(.unavailable, retryAfter: hasher.turnover, underlying: fault)
        }
    }
}

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
    let control: PostgresDatabase
    let clock: any WallClock
    let sessions: Sessions
    let links: OneTimeLinks
    let handovers: Handovers
    let profiles: Profiles
    let passkeys: Passkeys
    let apps: AuthenticatorApps
    let codes: RecoveryCodes
    let factors: SecondFactorDesk
    let devices: KnownDevices
    let throttle: Throttle
    let invitations: Invitations
    let others: OtherDoors
    let hashing: Hashing
    let letters: DoorLetters
    let proxies: TrustedProxies
    let zones = ZoneBook()

    init(
        _ control: PostgresDatabase, root: RootKey, clock: any WallClock, mail: MailOffice, hashing: Hashing,
        operatorHost: String? = nil, trusting proxies: TrustedProxies = TrustedProxies([])
    ) throws {
        let (sessions, keys) = (Sessions(control, clock: clock), try FactorKeys(root))
        (self.control, self.clock, self.sessions) = (control, clock, sessions)
        links = OneTimeLinks(control, clock: clock)
        handovers = Handovers(control, sessions: sessions)
        profiles = Profiles(control, clock: clock)
        passkeys = Passkeys(control, clock: clock)
        apps = AuthenticatorApps(control, clock: clock, keys: keys)
        codes = RecoveryCodes(control, clock: clock, keys: keys)
        factors = SecondFactorDesk(control, sessions: sessions, keys: keys)
        devices = KnownDevices(control, clock: clock)
        throttle = Throttle(control, clock: clock)
        invitations = Invitations(control, clock: clock, operatorHost: operatorHost)
        others = OtherDoors(control)
        letters = DoorLetters(mail: mail, clock: clock)
        (self.hashing, self.proxies) = (hashing, proxies)
    }
}

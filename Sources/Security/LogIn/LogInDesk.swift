public import Core
public import Crypto
public import Postgres
import SQL

/// Walks the way of a log-in: asks the stores, counts, compares, opens.
public struct LogInDesk: Sendable {
    private let control: PostgresDatabase
    private let clock: any WallClock
    private let hasher: PasswordHasher
    private let throttle: Throttle
    private let sessions: Sessions

    /// A desk with what it asks.
    public init(_ control: PostgresDatabase, clock: any WallClock, hasher: PasswordHasher, sessions: Sessions) {
        (self.control, self.clock, self.hasher, self.sessions) = (control, clock, hasher, sessions)
        throttle = Throttle(control, clock: clock)
    }

    /// What somebody brought to the door.
    public struct Attempt: Sendable {
        let address: LoginAddress
        let password: HeldSecret
        let network: String
        let label: String
        let device: SecretToken?
        let session: SecretToken?

        /// An attempt. `session` is the token the browser has already, which ends with a new one.
        public init(
            _ address: LoginAddress, _ password: HeldSecret, from network: String, label: String,
            device: SecretToken? = nil, session: SecretToken? = nil
        ) {
            (self.address, self.password, self.network) = (address, password, network)
            (self.label, self.device, self.session) = (label, device, session)
        }
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// Not let in.
        case refused(LogInFlow.Refusal)
        /// The password was right; the second factor is next, or has to be set up first.
        case half(SecretToken, mustEnrol: Bool)
        /// Let in. The browser is known from now on, by a token of its own.
        case open(SecretToken, device: KnownDevice, shouldEnrol: Bool)
    }

    /// Lets somebody in, or not.
    public func logIn(_ attempt: Attempt, at door: Doorstep) async throws -> Outcome {
        var flow = LogInFlow(attempt.address, of: door.agency, from: attempt.network)
        var action = flow.first
        var account: Account?
        while true {
            switch action {
            case .find:
                account = try await find(attempt, door)
                action = flow.next(.account(account))
            case .count(let keys): action = flow.next(.isWithin(try await throttle.take(keys)))
            case .compare(let stored):
                action = flow.next(.isRight(try await isRight(attempt.password, stored, account)))
            case .refuse(let refusal): return .refused(refusal)
            case .openHalf(let person, let mustEnrol):
                return .half(try await open(person, attempt, door, .half, account?.device), mustEnrol: mustEnrol)
            case .open(let person, let shouldEnrol):
                let device = try await KnownDevices(control, clock: clock)
                    .know(person, label: attempt.label, as: account?.device)
                let token = try await open(person, attempt, door, .open, device.id)
                return .open(token, device: device, shouldEnrol: shouldEnrol)
            }
        }
    }

    /// One statement, for addresses that somebody has and for those that nobody has.
    private func find(_ attempt: Attempt, _ door: Doorstep) async throws -> Account? {
        let now = clock.now()
        let rows = try await control.perform(
            """
            SELECT p.id, p.password_hash, \
            p.state = 'active' AND CASE WHEN \(door.tenant)::uuid IS NULL THEN p.house_role IS NOT NULL \
            ELSE m.state = 'active' END, \
            EXISTS (SELECT 1 FROM security.totp t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL) \
            OR EXISTS (SELECT 1 FROM security.passkey k WHERE k.person_id = p.id AND k.relying_party = \(door.host)), \
            CASE WHEN y.second_factor = 'required' \
            OR (y.second_factor = 'admins' AND m.built_in IN ('owner', 'admin')) \
            THEN CASE WHEN y.grace_ends_at > \(now) THEN 'soon' ELSE 'factor' END ELSE 'nothing' END, \
            d.id FROM security.person p \
            LEFT JOIN security.membership m ON m.person_id = p.id AND m.tenant_id = \(door.tenant) \
            LEFT JOIN security.tenant_policy y ON y.tenant_id = m.tenant_id \
            LEFT JOIN security.device d ON d.person_id = p.id AND d.token_hash = \(try attempt.device?.hash() ?? []) \
            WHERE p.agency_id IS NOT DISTINCT FROM \(door.agency) AND p.address_key = \(attempt.address.key)
            """)
        return try rows.first.map { row in
            let demand: String = try row.decode(4)
            return Account(
                person: try row.decode(0),
                password: try row.decodeIfPresent(1, as: String.self).map { try PasswordHash($0) },
                isLetIn: try row.decodeIfPresent(2) ?? false, hasFactor: try row.decode(3),
                demand: Account.Demand(rawValue: demand) ?? .factor, device: try row.decodeIfPresent(5))
        }
    }

    /// As much work where there is nothing to compare with. A hash that is out of date is made anew.
    private func isRight(_ password: HeldSecret, _ stored: PasswordHash?, _ account: Account?) async throws -> Bool {
        guard let stored, let account else {
            try await hasher.pretend(password)
            return false
        }
        guard try await hasher.isRight(password, for: stored) else { return false }
        if hasher.needsRehash(stored) {
            let fresh = try await hasher.hash(password)
            _ = try await control.perform(
                """
                UPDATE security.person SET password_hash = \(fresh.text) \
                WHERE id = \(account.person) AND password_hash = \(stored.text)
                """)
        }
        return true
    }

    private func open(
        _ person: UserID, _ attempt: Attempt, _ door: Doorstep, _ stage: SessionStage, _ device: UUIDv7?
    ) async throws -> SecretToken {
        try await sessions.open(
            Sessions.Opening(
                door.holder(person), agency: door.agency, host: door.host, label: attempt.label, stage: stage,
                device: device),
            insteadOf: attempt.session)
    }
}

public import Core
import Crypto
public import Postgres
import SQL

/// Turns a half-open session into an open one, and lets people in by a passkey alone.
public struct SecondFactorDesk: Sendable {
    private let control: PostgresDatabase
    private let sessions: Sessions
    private let throttle: Throttle
    private let apps: AuthenticatorApps
    private let codes: RecoveryCodes
    private let passkeys: Passkeys

    /// A desk with what it asks.
    public init(_ control: PostgresDatabase, sessions: Sessions, keys: FactorKeys) {
        (self.control, self.sessions) = (control, sessions)
        let clock = sessions.clock
        throttle = Throttle(control, clock: clock)
        apps = AuthenticatorApps(control, clock: clock, keys: keys)
        codes = RecoveryCodes(control, clock: clock, keys: keys)
        passkeys = Passkeys(control, clock: clock)
    }

    /// What is shown as second factor.
    public enum Proof: Sendable {
        /// Six digits of an app.
        case code(String)
        /// One of the ten.
        case recoveryCode(String)
        /// The answer to a challenge for this person.
        case passkey(AuthenticationAnswer, RelyingParty)
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// The session is over, or not one that a second factor is asked of.
        case noSession
        /// Not right.
        case refused
        /// Too often.
        case tooMany
        /// Let in, by a new token; the browser is known from now on.
        case open(SecretToken, device: KnownDevice)
    }

    /// Shows a second factor at a door. It is counted before it is looked at.
    public func show(_ proof: Proof, with token: SecretToken, at door: Doorstep) async throws -> Outcome {
        guard let session = try await sessions.session(of: token, host: door.host),
            let person = session.holder.person
        else { return .noSession }
        guard try await throttle.take([.secondFactor(person)]) else { return .tooMany }
        guard try await isRight(proof, of: person) else { return .refused }
        let device = try await know(person, session.label, as: session.device)
        let rotated = try await sessions.rotate(
            token, host: door.host, to: .open, showedSecondFactor: true, device: device.id)
        return rotated.map { .open($0, device: device) } ?? .noSession
    }

    /// Lets somebody in by a passkey alone, which verified the person itself. Whoever it is must belong to the door.
    public func logIn(
        _ answer: AuthenticationAnswer, _ relyingParty: RelyingParty, at door: Doorstep, label: String,
        insteadOf old: SecretToken? = nil
    ) async throws -> Outcome {
        guard relyingParty.verification == .required,
            let person = try await isRight(answer, relyingParty, of: nil), try await belongs(person, door)
        else { return .refused }
        let device = try await know(person, label)
        let opening = Sessions.Opening(
            door.holder(person), agency: door.agency, host: door.host, label: label, device: device.id,
            showedSecondFactor: true)
        return .open(try await sessions.open(opening, insteadOf: old), device: device)
    }

    /// Whether a proof is a person's own, for who is in already. Counted by the one who asks.
    public func isRight(_ proof: Proof, of person: UserID) async throws -> Bool {
        switch proof {
        case .code(let typed): try await apps.take(typed, of: person)
        case .recoveryCode(let typed): try await codes.take(typed, of: person)
        case .passkey(let answer, let party): try await isRight(answer, party, of: person) == person
        }
    }

    /// The challenge is named by the answer itself: it is taken out by it, and then compared with it.
    private func isRight(
        _ answer: AuthenticationAnswer, _ party: RelyingParty, of person: UserID?
    ) async throws -> UserID? {
        guard let clientData = try? ClientData(answer.clientData),
            let challenge = try? Base64.url.decode(clientData.challenge), challenge.count == 32,
            let ceremony = try await passkeys.take(challenge, .authentication, for: person, at: party),
            let stored = try await passkeys.find(answer.rawID)
        else { return nil }
        let used: PasskeyCredential
        do throws(WebAuthnFault) {
            used = try Authentication.finish(
                ceremony, with: answer, by: stored.credential, for: party, now: sessions.clock.now())
        } catch {
            return nil
        }
        return try await passkeys.note(used, insteadOf: stored.credential) ? stored.person : nil
    }

    private func belongs(_ person: UserID, _ door: Doorstep) async throws -> Bool {
        let rows = try await control.perform(
            """
            SELECT 1 FROM security.person p \
            LEFT JOIN security.membership m ON m.person_id = p.id AND m.tenant_id = \(door.tenant) \
            WHERE p.id = \(person) AND p.state = 'active' AND p.agency_id IS NOT DISTINCT FROM \(door.agency) \
            AND CASE WHEN \(door.tenant)::uuid IS NULL THEN p.house_role IS NOT NULL ELSE m.state = 'active' END
            """)
        return !rows.isEmpty
    }

    private func know(_ person: UserID, _ label: String, as known: UUIDv7? = nil) async throws -> KnownDevice {
        try await KnownDevices(control, clock: sessions.clock).know(person, label: label, as: known)
    }
}

public import Core
public import Postgres
import SQL

/// Passkeys and the challenges that wait for them.
public struct Passkeys: Sendable {
    let control: PostgresDatabase
    let clock: any WallClock

    /// Passkeys.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// A registered passkey with its number and whose it is.
    public struct Registered: Sendable {
        /// Its number, which lists show.
        public let id: UUIDv7
        /// Whose.
        public let person: UserID
        /// What it is called.
        public let label: String
        /// The passkey.
        public let credential: PasskeyCredential
    }

    /// The handle by which authenticators know a person.
    public static func handle(of person: UserID) -> [UInt8] {
        var bytes: [UInt8] = []
        person.uuid.writeBytes(into: &bytes)
        return bytes
    }

    /// Begins a ceremony: keeps its challenge until it is answered or late.
    public func begin(
        _ purpose: Ceremony.Purpose, for person: UserID?, at relyingParty: RelyingParty, allowed: [[UInt8]] = []
    ) async throws -> Ceremony {
        let ceremony = Ceremony(purpose, userHandle: person.map(Self.handle), allowed: allowed, now: clock.now())
        _ = try await control.perform(
            """
            INSERT INTO security.ceremony (challenge, purpose, person_id, relying_party, allowed, expires_at) \
            VALUES (\(ceremony.challenge), \(purpose.rawValue), \(person), \(relyingParty.id), \(allowed), \
            \(ceremony.expires))
            """)
        return ceremony
    }

    /// Takes the ceremony of a challenge out, so that nobody gets it again; nil when it is not there any more, or not
    /// for this purpose, person and relying party.
    public func take(
        _ challenge: [UInt8], _ purpose: Ceremony.Purpose, for person: UserID?, at relyingParty: RelyingParty
    ) async throws -> Ceremony? {
        let rows = try await control.perform(
            """
            DELETE FROM security.ceremony WHERE challenge = \(challenge) AND purpose = \(purpose.rawValue) \
            AND person_id IS NOT DISTINCT FROM \(person) AND relying_party = \(relyingParty.id) \
            RETURNING allowed, expires_at
            """)
        guard let row = rows.first else { return nil }
        return Ceremony(
            purpose, challenge: challenge, userHandle: person.map(Self.handle), allowed: try row.decode(0),
            expires: try row.decode(1))
    }

    /// Keeps a new passkey; false when its id is somebody's already.
    public func add(_ credential: PasskeyCredential, of person: UserID, label: String) async throws -> Bool {
        let rows = try await control.perform(
            """
            INSERT INTO security.passkey (id, person_id, relying_party, credential, public_key, aaguid, sign_count, \
            is_backup_eligible, is_backed_up, has_verified_user, transports, attestation, label, created_at) \
            VALUES (\(UUIDv7.make()), \(person), \(credential.relyingParty), \(credential.id), \(credential.key), \
            \(credential.aaguid), \(Int64(credential.signCount)), \(credential.isBackupEligible), \
            \(credential.isBackedUp), \(credential.hasVerifiedUser), \(credential.transports), \
            \(credential.attestation.rawValue), \(label), \(clock.now())) ON CONFLICT DO NOTHING RETURNING 1
            """)
        return !rows.isEmpty
    }

    /// A person's passkeys. Those of another relying party are of a domain that the tenant had before: they have to be
    /// registered anew.
    public func list(of person: UserID) async throws -> [Registered] {
        try await control.perform(
            """
            SELECT \(fragment: Self.columns) FROM security.passkey WHERE person_id = \(person) \
            ORDER BY created_at, id LIMIT 64
            """
        ).map { try Registered($0) }
    }

    /// The passkey of an id.
    public func find(_ credential: [UInt8]) async throws -> Registered? {
        try await control.perform(
            "SELECT \(fragment: Self.columns) FROM security.passkey WHERE credential = \(credential)"
        ).first.map { try Registered($0) }
    }

    /// Notes that a passkey was used. False when it was used elsewhere in between: a counter counts each use.
    public func note(_ used: PasskeyCredential, insteadOf before: PasskeyCredential) async throws -> Bool {
        let rows = try await control.perform(
            """
            UPDATE security.passkey SET sign_count = \(Int64(used.signCount)), is_backed_up = \(used.isBackedUp), \
            has_verified_user = \(used.hasVerifiedUser), last_used_at = \(clock.now()) \
            WHERE credential = \(used.id) AND sign_count = \(Int64(before.signCount)) RETURNING 1
            """)
        return !rows.isEmpty
    }

    /// Removes one of a person's passkeys; false when there is none of that number.
    public func remove(_ passkey: UUIDv7, of person: UserID) async throws -> Bool {
        let rows = try await control.perform(
            "DELETE FROM security.passkey WHERE id = \(passkey) AND person_id = \(person) RETURNING 1")
        return !rows.isEmpty
    }

    /// Forgets challenges that are late.
    public func sweep() async throws {
        _ = try await control.perform("DELETE FROM security.ceremony WHERE expires_at <= \(clock.now())")
    }

    private static let columns: Query = """
        id, person_id, label, credential, public_key, relying_party, aaguid, sign_count, is_backup_eligible, \
        is_backed_up, has_verified_user, transports, attestation
        """
}

extension Passkeys.Registered {
    init(_ row: Row) throws {
        (id, person, label) = (try row.decode(0), try row.decode(1), try row.decode(2))
        let (count, attestation): (Int64, String) = (try row.decode(7), try row.decode(12))
        credential = PasskeyCredential(
            id: try row.decode(3), key: try row.decode(4), userHandle: Passkeys.handle(of: person),
            relyingParty: try row.decode(5), aaguid: try row.decode(6), signCount: UInt32(clamping: count),
            isBackupEligible: try row.decode(8), isBackedUp: try row.decode(9), hasVerifiedUser: try row.decode(10),
            transports: try row.decode(11), attestation: attestation == "self" ? .own : .none)
    }
}

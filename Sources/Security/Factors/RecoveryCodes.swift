public import Core
import Crypto
public import Postgres
import SQL

/// Ten codes for who has lost everything else, each good once. Only keyed hashes of them are kept.
public struct RecoveryCodes: Sendable {
    /// How many are made.
    public static let count = 10
    /// Ten bytes, sixteen letters: nobody guesses one of them, whatever is counted.
    private static let length = 10

    private let control: PostgresDatabase
    private let clock: any WallClock
    private let keys: FactorKeys

    /// Codes that these keys hash.
    public init(_ control: PostgresDatabase, clock: any WallClock, keys: FactorKeys) {
        (self.control, self.clock, self.keys) = (control, clock, keys)
    }

    /// New codes; the older ones are worth nothing from now on. They are shown this once.
    public func renew(for person: UserID) async throws -> Redacted<[String]> {
        let codes = (0..<Self.count).map { _ in SecureRandom.bytes(Self.length) }
        let hashes = try codes.map { try keys.hash(recoveryCode: $0, of: person) }
        _ = try await control.perform(all: [
            "DELETE FROM security.recovery_code WHERE person_id = \(person)",
            """
            INSERT INTO security.recovery_code (person_id, code_hash, created_at) \
            SELECT \(person), unnest(\(hashes)::bytea[]), \(clock.now())
            """,
        ])
        return Redacted(codes.map(Self.text))
    }

    /// How many are left.
    public func left(of person: UserID) async throws -> Int {
        let rows = try await control.perform(
            "SELECT count(*) FROM security.recovery_code WHERE person_id = \(person)")
        return try rows.first?.decode(0) ?? 0
    }

    /// Uses a code up, however it is spaced and in whatever case.
    public func take(_ typed: String, of person: UserID) async throws -> Bool {
        guard typed.utf8.count <= 64, let code = Self.code(typed) else { return false }
        let rows = try await control.perform(
            """
            DELETE FROM security.recovery_code \
            WHERE person_id = \(person) AND code_hash = \(try keys.hash(recoveryCode: code, of: person)) RETURNING 1
            """)
        return !rows.isEmpty
    }

    private static func text(_ code: [UInt8]) -> String {
        let letters = Base32.encode(SecretBytes(copying: code.span))
        return letters.withBytes { letters in
            let groups = stride(from: 0, to: letters.count, by: 4).map { start in
                String(decoding: (start..<min(start + 4, letters.count)).map { letters[$0] }, as: UTF8.self)
            }
            return groups.joined(separator: "-").lowercased()
        }
    }

    private static func code(_ typed: String) -> [UInt8]? {
        let letters = Array(typed.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") })
        guard let bytes = try? Base32.decodeSecret(letters.span), bytes.count == length else { return nil }
        return bytes.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }
}

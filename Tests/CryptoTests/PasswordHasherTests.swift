import Synchronization
import Testing

@testable import Crypto

/// Hashing and checking, peppers, and what happens when too many ask at once.
@Suite struct PasswordHasherTests {
    private static func password(_ text: String) -> HeldSecret { HeldSecret(SecretBytes(Array(text.utf8))) }

    private static func pepper(_ version: UInt32, _ byte: UInt8) throws -> Pepper {
        try Pepper(version: version, key: SecretBytes([UInt8](repeating: byte, count: 32)))
    }

    @Test func knowsThePassword() async throws {
        let hasher = PasswordHasher(parameters: .least)
        defer { hasher.stop() }
        let hash = try await hasher.hash(Self.password("parola"))
        let again = try await hasher.hash(Self.password("parola"))
        #expect(hash != again, "each hash has its own salt")
        #expect(try await hasher.isRight(Self.password("parola"), for: PasswordHash(hash.text)))
        for other in ["", "Parola", "parola ", "parol", "parola\u{0}"] {
            #expect(try await !hasher.isRight(Self.password(other), for: hash), "\(other)")
        }
        #expect(!hasher.needsRehash(hash))
        try await hasher.pretend(Self.password("parola"))
    }

    @Test func knowsWhatOthersMade() async throws {
        // echo -n password | argon2 pycasalt -id -t 4 -k 50 -p 4 -l 16, in stored form.
        var hash = [UInt8](repeating: 0, count: 16)
        var span = hash.mutableSpan
        let parameters = PasswordParameters(unchecked: 50, 4, 4)
        try Argon2.hash(
            Array("password".utf8).span, salt: Array("pycasalt".utf8).span, parameters, into: &span)
        let stored = PasswordHash(
            parameters: parameters, pepperVersion: nil, salt: Array("pycasalt".utf8), hash: hash)
        let hasher = PasswordHasher(parameters: .least)
        defer { hasher.stop() }
        #expect(try await hasher.isRight(Self.password("password"), for: PasswordHash(stored.text)))
        #expect(hasher.needsRehash(stored))
    }

    @Test func peppersAreReplaced() async throws {
        let (old, new) = try (Self.pepper(1, 1), Self.pepper(2, 2))
        let before = PasswordHasher(parameters: .least, peppers: [old])
        let after = PasswordHasher(parameters: .least, peppers: [new, old])
        let without = PasswordHasher(parameters: .least)
        let forged = try PasswordHasher(parameters: .least, peppers: [Self.pepper(1, 9)])
        defer { for hasher in [before, after, without, forged] { hasher.stop() } }
        let hash = try await before.hash(Self.password("parola"))
        #expect(hash.pepperVersion == 1)
        #expect(try await after.isRight(Self.password("parola"), for: hash))
        #expect(after.needsRehash(hash) && !before.needsRehash(hash))
        #expect(try await !forged.isRight(Self.password("parola"), for: hash))
        await #expect(throws: CryptoFault.self) { try await without.isRight(Self.password("parola"), for: hash) }
        let bare = PasswordHash(parameters: hash.parameters, pepperVersion: nil, salt: hash.salt, hash: hash.hash)
        #expect(try await !without.isRight(Self.password("parola"), for: bare))
        #expect(throws: CryptoFault.self) { _ = try Pepper(version: 1, key: .random(count: 31)) }
    }

    @Test func refusesLongPasswords() async throws {
        let hasher = PasswordHasher(parameters: .least)
        defer { hasher.stop() }
        let long = HeldSecret(SecretBytes(count: Argon2.longestPassword + 1) { _ in })
        await #expect(throws: CryptoFault.self) { try await hasher.hash(long) }
    }

    @Test func aStormIsRefused() async throws {
        // Dear enough for all forty to ask while the first one is computed, however slow the machine.
        let hasher = try PasswordHasher(
            parameters: PasswordParameters(memory: 47104, passes: 6), threads: 1, waiting: 3)
        defer { hasher.stop() }
        let (hashed, refused) = await withTaskGroup(of: CryptoFault.Code?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash(Self.password("parola"))
                        return nil
                    } catch let fault as CryptoFault {
                        return fault.code
                    } catch {
                        return .library
                    }
                }
            }
            return await group.reduce(into: (0, 0)) { sum, code in
                if code == nil { sum.0 += 1 } else if code == .saturated { sum.1 += 1 }
            }
        }
        #expect(hashed + refused == 40, "nothing fails in another way")
        #expect(refused >= 20, "only \(refused) refused")
        #expect((1...60).contains(hasher.turnover))
        #expect((3...20).contains(hashed), "\(hashed) hashed")
        _ = try await hasher.hash(Self.password("parola"))
    }

    /// Four dear hashes one after the other: whoever is told to come again need not come sooner.
    @Test func saysWhenToComeAgain() async throws {
        let dear = try PasswordParameters(memory: 65_536, passes: 16)
        let hasher = PasswordHasher(parameters: dear, threads: 1, waiting: 50)
        defer { hasher.stop() }
        #expect(hasher.turnover == 1, "nothing is known yet")
        let start = ContinuousClock.now
        _ = try await hasher.hash(Self.password("parola"))
        let spent = start.duration(to: .now) / .seconds(1)
        #expect(hasher.turnover >= 2 && Double(hasher.turnover) <= spent * 51 + 1)
    }

    private final class Entries: Sendable {
        let count = Atomic(0)
    }

    @Test func aStormIsRefusedBeforeAnythingIsDoneForIt() async throws {
        let hasher = try PasswordHasher(
            parameters: PasswordParameters(memory: 47104, passes: 6), threads: 1, waiting: 3)
        defer { hasher.stop() }
        let entries = Entries()
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        return try await hasher.admitting {
                            entries.count.add(1, ordering: .relaxed)
                            _ = try await hasher.hash(Self.password("parola"))
                            return false
                        }
                    } catch {
                        return (error as? CryptoFault)?.code == .saturated
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        // Whoever is let in has a place: no hash is refused after the work for it has begun.
        let entered = entries.count.load(ordering: .relaxed)
        #expect(refused == 40 - entered && refused >= 20)
        #expect(hasher.count == 40 - refused)
        #expect(try await hasher.admitting { true })
    }

    /// Fewer hashes at once than there are cores: each takes a core and tens of megabytes.
    @Test(arguments: [(64, PasswordHasher.most), (0, 1), (-1, 1), (1, 1)])
    func threadsLeaveACore(asked: Int, given: Int) {
        let hasher = PasswordHasher(parameters: .least, threads: asked)
        defer { hasher.stop() }
        #expect(hasher.threads == given)
    }

    @Test func needsRehashing() {
        let hasher = PasswordHasher(parameters: .usual)
        func hash(_ memory: UInt32, _ passes: UInt32, salt: Int = 16, hash: Int = 32) -> PasswordHash {
            PasswordHash(
                parameters: PasswordParameters(unchecked: memory, passes, 1), pepperVersion: nil,
                salt: [UInt8](repeating: 0, count: salt), hash: [UInt8](repeating: 0, count: hash))
        }
        #expect(!hasher.needsRehash(hash(47104, 1)))
        #expect(!hasher.needsRehash(hash(65536, 2)))
        for weak in [hash(19456, 2), hash(4096, 16), hash(47104, 1, salt: 8), hash(47104, 1, hash: 16)] {
            #expect(hasher.needsRehash(weak))
        }
    }
}

import Testing

@testable import Crypto

/// What hashes are computed in: wiped after each, kept while others wait, given back at the end.
@Suite struct HashMemoryTests {
    private static let parameters = PasswordParameters(unchecked: 64, 2, 1)

    private static func hash(in memory: HashMemory?) throws -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        var span = hash.mutableSpan
        try Argon2.hash(
            Array("parola".utf8).span, salt: [UInt8](repeating: 7, count: 16).span, parameters, in: memory, into: &span)
        return hash
    }

    @Test func isWipedAfterEachHashAndUsedAgain() throws {
        let memory = try #require(HashMemory(for: Self.parameters))
        #expect(memory.count == 65_536 && memory.isWiped)
        let first = try Self.hash(in: memory)
        #expect(memory.isWiped)
        #expect(try Self.hash(in: memory) == first && Self.hash(in: nil) == first)
    }

    @Test func isNotLentWhereItIsTooSmall() throws {
        let small = try #require(HashMemory(for: PasswordParameters(unchecked: 32, 1, 1)))
        #expect(throws: CryptoFault.self) { try Self.hash(in: small) }
        let isLent = unsafe HashMemory.lent(1) != nil
        #expect(!isLent, "it is lent for the time of one hash")
    }

    @Test func goesFromOneHashToTheNextAndBackToTheSystem() throws {
        let memories = HashMemories()
        let first = try memories.take(for: Self.parameters)
        memories.giveBack(first)
        #expect(try memories.take(for: PasswordParameters(unchecked: 32, 1, 1)) === first)
        memories.giveBack(first)
        #expect(try memories.take(for: PasswordParameters(unchecked: 128, 1, 1)) !== first)
        memories.giveBack(first)
        #expect(memories.count == 1)
        memories.release()
        #expect(memories.count == 0)
    }

    @Test func nothingIsKeptOnceNobodyWaits() async throws {
        let hasher = PasswordHasher(parameters: .least, threads: 1)
        defer { hasher.stop() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<5 {
                group.addTask { _ = try await hasher.hash(HeldSecret(SecretBytes(Array("parola".utf8)))) }
            }
            try await group.waitForAll()
        }
        #expect(hasher.memories.count == 0)
    }
}

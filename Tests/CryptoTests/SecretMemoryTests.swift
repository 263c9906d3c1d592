import Testing

@testable import Crypto

/// What stays in memory of a secret once its owner has ended: nothing.
@Suite struct SecretMemoryTests {
    @Test func theScannerSees() throws {
        let scan = try MemoryScan()
        #expect(scan.hits() == 0)
        let secret = scan.canary()
        #expect(scan.hits() == 1)
        let second = secret.copy()
        #expect(scan.hits() == 2)
        let array = secret.array
        #expect(scan.hits() > 2, "a copy on the ordinary heap is seen too")
        #expect(second.equals(array) == true)
    }

    @Test(arguments: [32, 4096, 4097, 200_000])
    func nothingStaysOfAnyLength(count: Int) throws {
        let scan = try MemoryScan(count: count)
        do {
            let secret = scan.canary()
            #expect(scan.hits() == 1)
            #expect(secret.count == count)
        }
        #expect(scan.hits() == 0)
    }

    @Test func nothingStaysOfASealedSecret() throws {
        let scan = try MemoryScan()
        do {
            let key = try SealingKey.random(version: 1)
            let envelope = try SealedBox.seal(scan.canary(), with: key, boundTo: AssociatedData("test"))
            for _ in 0..<1000 { _ = try SealedBox.open(envelope.span, with: key, boundTo: AssociatedData("test")) }
        }
        #expect(scan.hits() == 0)
    }

    @Test func nothingStaysOfAKey() throws {
        let scan = try MemoryScan()
        do {
            let key = try SealingKey(version: 1, secret: scan.canary())
            let envelope = try SealedBox.seal([1, 2, 3].span, with: key, boundTo: AssociatedData("test"))
            _ = try SealedBox.open(envelope.span, with: key, boundTo: AssociatedData("test"))
            _ = try HMAC.code(of: envelope.span, key: scan.canary(), .sha512)
            _ = try HKDF.derive(from: scan.canary(), salt: [1].span, info: [2].span, count: 64)
            _ = try OneTimeCode.usual.code(scan.canary(), step: 1)
            _ = OneTimeCode.usual.enrolmentAddress(scan.canary(), issuer: "Konak", account: "a@b.c")
            let text = Base64.url.encode(scan.canary())
            _ = try text.withBytes { text throws(CryptoFault) in try Base64.url.decodeSecret(text) }
        }
        #expect(scan.hits() == 0)
    }

    @Test func nothingStaysOfASigningKey() throws {
        let scan = try MemoryScan()
        do {
            let key = try SigningKey(ed25519: scan.canary())
            _ = try key.sign([1, 2, 3], by: .ed25519)
            let again = try SigningKey(der: key.der())
            _ = try again.sign([1, 2, 3], by: .ed25519)
            _ = try again.verifyingKey()
        }
        #expect(scan.hits() == 0)
    }

    @Test func nothingStaysOfAPassword() async throws {
        let hits = try await Self.hitsAfterHashing()
        #expect(hits == 0)
    }

    private static func hitsAfterHashing() async throws -> Int {
        let scan = try MemoryScan()
        let hasher = PasswordHasher(parameters: .least)
        let hash = try await hasher.hash(HeldSecret(scan.canary()))
        #expect(try await hasher.isRight(HeldSecret(scan.canary()), for: hash))
        hasher.stop()
        return scan.hits()
    }

    @Test func aFailedFillingLeavesNothing() throws {
        struct Halfway: Error {}
        let scan = try MemoryScan()
        let canary = scan.canary()
        #expect(throws: Halfway.self) {
            _ = try canary.withBytes { canary throws(Halfway) in
                try SecretBytes(count: 64) { (bytes: inout MutableSpan<UInt8>) throws(Halfway) in
                    for index in canary.indices { bytes[index] = canary[index] }
                    throw Halfway()
                }
            }
        }
        #expect(scan.hits() == 1)
    }

    @Test func wipesWhatItTakesOver() {
        var bytes: [UInt8] = [1, 2, 3]
        let secret = SecretBytes(wiping: &bytes)
        #expect(bytes.isEmpty)
        #expect(secret.equals([1, 2, 3]) == true)
    }

    @Test func comparesWholes() {
        let secret = SecretBytes([1, 2, 3])
        #expect(secret.equals(SecretBytes([1, 2, 3])) == true)
        #expect(secret.equals(SecretBytes([1, 2, 4])) == false)
        #expect(secret.equals(SecretBytes([1, 2])) == false)
        #expect(secret.equals([1, 2, 3, 0]) == false)
        #expect(secret.equals([]) == false)
        #expect(SecretBytes([]).equals([]) == true)
    }

    @Test func heapOutlivesItsOwnSize() {
        // More small secrets than the locked heap holds: the rest have pages of their own.
        var held: [HeldSecret] = []
        for index in 0..<600 {
            held.append(HeldSecret(SecretBytes(count: 4096) { $0[4095] = UInt8(truncatingIfNeeded: index) }))
        }
        for (index, secret) in held.enumerated() {
            secret.withSecret { secret in
                secret.withBytes { #expect($0[4095] == UInt8(truncatingIfNeeded: index)) }
            }
        }
    }

    @Test func randomBytesDiffer() {
        var seen = Set<String>()
        for _ in 0..<10_000 { seen.insert(SecureRandom.token()) }
        #expect(seen.count == 10_000)
        #expect(seen.allSatisfy { $0.utf8.count == 43 })
        #expect(SecureRandom.bytes(1000).reduce(into: Set()) { $0.insert($1) }.count > 200)
        #expect(SecretBytes.random(count: 32).equals(SecretBytes(count: 32) { _ in }) == false)
    }
}

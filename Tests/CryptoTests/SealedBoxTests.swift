import Core
import Testing

@testable import Crypto

/// What a sealed box must refuse, and that it opens otherwise.
@Suite struct SealedBoxTests {
    private static let plaintext = Array("a secret of some length, sealed and bound".utf8)

    private static func data() -> AssociatedData {
        var data = AssociatedData("test.v1")
        data.append("name")
        data.append(7)
        return data
    }

    @Test func opensWhatWasSealed() throws {
        let key = try SealingKey.random(version: 0xDEAD_BEEF)
        for count in [0, 1, 15, 16, 17, 1024, 70_000] {
            let plaintext = SecureRandom.bytes(count)
            let envelope = try SealedBox.seal(plaintext.span, with: key, boundTo: Self.data())
            #expect(envelope.count == count + SealedBox.overhead)
            #expect(try SealedBox.keyVersion(of: envelope.span) == 0xDEAD_BEEF)
            #expect(try SealedBox.open(envelope.span, with: key, boundTo: Self.data()).array == plaintext)
        }
    }

    @Test func everyBitCounts() throws {
        let key = try SealingKey.random(version: 3)
        var tally = Tally("sealed-box-bit-flips")
        for _ in 0..<100 {
            var envelope = try SealedBox.seal(Self.plaintext.span, with: key, boundTo: Self.data())
            for bit in 0..<(envelope.count * 8) {
                envelope[bit / 8] ^= 1 << (bit % 8)
                tally.check(!opens(envelope, key, Self.data()), "bit \(bit)")
                envelope[bit / 8] ^= 1 << (bit % 8)
            }
            #expect(opens(envelope, key, Self.data()) == true)
        }
        tally.finish(floor: 60_000)
    }

    @Test func everyCutIsRefused() throws {
        let key = try SealingKey.random(version: 3)
        let envelope = try SealedBox.seal(Self.plaintext.span, with: key, boundTo: Self.data())
        for count in 0..<envelope.count { #expect(opens(Array(envelope.prefix(count)), key, Self.data()) == false) }
        #expect(opens(envelope + [0], key, Self.data()) == false)
        #expect(opens([0] + envelope, key, Self.data()) == false)
    }

    @Test func anotherKeyIsRefused() throws {
        let (first, second) = (SecretBytes.random(count: 32).array, SecretBytes.random(count: 32).array)
        let key = try SealingKey(version: 1, secret: SecretBytes(first))
        let envelope = try SealedBox.seal(Self.plaintext.span, with: key, boundTo: Self.data())
        #expect(!opens(envelope, try SealingKey(version: 1, secret: SecretBytes(second)), Self.data()))
        #expect(!opens(envelope, try SealingKey(version: 2, secret: SecretBytes(first)), Self.data()))
        #expect(opens(envelope, try SealingKey(version: 1, secret: SecretBytes(first)), Self.data()))
        for count in [0, 16, 31, 33, 64] {
            #expect(throws: CryptoFault.self) { _ = try SealingKey(version: 1, secret: .random(count: count)) }
        }
    }

    @Test func otherDataIsRefused() throws {
        let key = try SealingKey.random(version: 1)
        let envelope = try SealedBox.seal(Self.plaintext.span, with: key, boundTo: Self.data())
        for (index, other) in Self.lists().enumerated() where index > 0 {
            #expect(opens(envelope, key, other) == false, "list \(index)")
        }
        #expect(opens(envelope, key, Self.data()) == true)
    }

    /// Lists that would be one text if they were only put end to end, or if kinds were left out.
    private static func lists() -> [AssociatedData] {
        func list(_ purpose: StaticString, _ fill: (inout AssociatedData) -> Void) -> AssociatedData {
            var data = AssociatedData(purpose)
            fill(&data)
            return data
        }
        let identifier: [UInt8] = [0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 7]
        return [
            data(),
            list("test.v2") {
                $0.append("name"); $0.append(7)
            }, list("test.v1") { $0.append("name") },
            list("test.v1") {
                $0.append(7); $0.append("name")
            },
            list("test.v1n") {
                $0.append("ame"); $0.append(7)
            },
            list("test.v1") {
                $0.append("nam"); $0.append("e"); $0.append(7)
            },
            list("test.v1") {
                $0.append("name"); $0.append("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{7}")
            },
            list("test.v1") {
                $0.append(Array("name".utf8).span); $0.append(7)
            },
            list("test.v1") {
                $0.append("name"); $0.append(8)
            },
            list("test.v1") {
                $0.append("Name"); $0.append(7)
            },
            list("test.v1") {
                $0.append("name"); $0.append(7); $0.append("")
            }, list("test.v1") { _ in },
            list("test.v1") {
                $0.append("name")
                if let identifier = UUIDv7(bytes: identifier.span) { $0.append(identifier) }
            },
        ]
    }

    @Test func noTwoListsAreTheSameBytes() {
        let lists = Self.lists().map(\.bytes)
        #expect(Set(lists).count == lists.count)
    }

    @Test func noncesDiffer() throws {
        let key = try SealingKey.random(version: 1)
        var nonces = Set<[UInt8]>()
        let nothing: [UInt8] = []
        for _ in 0..<2000 {
            nonces.insert(Array(try SealedBox.seal(nothing.span, with: key, boundTo: Self.data())[10..<22]))
        }
        #expect(nonces.count == 2000)
    }

    @Test func refusalsSayNothing() throws {
        let key = try SealingKey.random(version: 1)
        var envelope = try SealedBox.seal(Self.plaintext.span, with: key, boundTo: Self.data())
        envelope[30] ^= 1
        let fault = #expect(throws: CryptoFault.self) {
            _ = try SealedBox.open(envelope.span, with: key, boundTo: Self.data())
        }
        #expect(fault?.code == .refused)
        #expect(fault.map { "\($0)" } == "a cryptographic check failed")
        #expect(fault?.debugDescription.hasPrefix("refused: AES-256-GCM") == true)
    }

    private func opens(_ envelope: [UInt8], _ key: borrowing SealingKey, _ data: AssociatedData) -> Bool {
        do {
            let opened = try SealedBox.open(envelope.span, with: key, boundTo: data)
            return opened.count >= 0
        } catch {
            return false
        }
    }
}

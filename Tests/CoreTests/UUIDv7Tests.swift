import Core
import TestKit
import Testing

@Suite struct UUIDv7Tests {
    @Test(arguments: [
        "", "018f3a6b7c007abc8def0123456789ab", "{018f3a6b-7c00-7abc-8def-0123456789ab}",
        "018f3a6b-7c00-7abc-8def-0123456789a", "018f3a6b-7c00-7abc-8def-0123456789abc",
        "018f3a6b-7c00-7abc-8def-0123456789ag", "018f3a6b-7c00-7abc-8def+0123456789ab",
        "018f3a6b7-c00-7abc-8def-0123456789ab", "018f3a6b-7c00-7abc-8def-0123456789é",
        "0x8f3a6b-7c00-7abc-8def-0123456789ab",
    ])
    func refusesOtherForms(text: String) {
        #expect(UUIDv7(text) == nil)
        #expect(UserID(text) == nil)
    }

    @Test(arguments: [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "018f3a6b-7c00-7abc-8def-0123456789ab", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    ])
    func readsAndWritesAnyVersion(text: String) throws {
        let id = try #require(UUIDv7(text.uppercased()))
        #expect(id.description == text)
        var bytes = Array("id=".utf8)
        id.write(into: &bytes)
        #expect(bytes == Array(("id=" + text).utf8))
        var raw: [UInt8] = []
        id.writeBytes(into: &raw)
        #expect(UUIDv7(bytes: raw.span) == id)
        #expect(UUIDv7(bytes: raw.span.extracting(0..<15)) == nil)
    }

    @Test func staysInOrderWhenTheClockDoesNot() {
        let clock = ManualClock(Timestamp(seconds: 1_700_000_000))
        var generator = UUIDv7Generator(clock: clock, random: SeededRandom(seed: 1))
        var last = generator.next()
        #expect(last.version == 7 && last.low >> 62 == 0b10)
        #expect(last.created == Timestamp(seconds: 1_700_000_000))
        for step in 0..<20_000 {
            if step % 5_000 == 4_999 { clock.set(clock.now() - .seconds(3600)) }
            if step % 7 == 0 { clock.advance(by: .microseconds(3)) }
            let next = generator.next()
            guard next > last, next.version == 7, next.low >> 62 == 0b10, next.description > last.description else {
                Issue.record("\(next) after \(last)")
                return
            }
            last = next
        }
        clock.set(Timestamp(seconds: 1_800_000_000))
        #expect(generator.next().created == Timestamp(seconds: 1_800_000_000))
    }

    @Test func survivesAClockBeforeTheEpoch() {
        var generator = UUIDv7Generator(clock: ManualClock(.earliest), random: SeededRandom(seed: 1))
        let first = generator.next()
        #expect(first.created == .epoch)
        #expect(generator.next() > first)
    }

    @Test func isUniqueAcrossThreads() async {
        let ids = await withTaskGroup(of: [UUIDv7].self) { group in
            for _ in 0..<4 { group.addTask { (0..<5_000).map { _ in UUIDv7.make() } } }
            return await group.reduce(into: [UUIDv7]()) { $0 += $1 }
        }
        #expect(Set(ids).count == 20_000)
        #expect(Set(ids.map(\.low)).count == 20_000)
    }

    @Test func hasOneTypeForEachSubject() throws {
        let tenant = TenantID.make()
        #expect(TenantID(tenant.description) == tenant)
        #expect(TenantID.make() > tenant)
        #expect(try JSONReader.decode([TenantID].self, from: JSONEncoding.encode([tenant])) == [tenant])
    }
}

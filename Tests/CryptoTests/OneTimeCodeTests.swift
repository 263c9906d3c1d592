import Core
import Testing

@testable import Crypto

/// The window of one-time codes, the guard against replay and the address for the app.
@Suite struct OneTimeCodeTests {
    private static let moment = Timestamp(seconds: 1_700_000_010)

    private static func match(
        _ step: UInt64, window: UInt64 = 1, after used: UInt64? = nil, at moment: Timestamp = moment
    ) throws -> UInt64? {
        let secret = SecretBytes(Array("12345678901234567890".utf8))
        let code = try OneTimeCode.usual.code(secret, step: step).array
        return try OneTimeCode.usual.matchingStep(code.span, secret, at: moment, window: window, after: used)
    }

    @Test func onlyTheWindowMatches() throws {
        let now = try #require(OneTimeCode.usual.step(at: Self.moment))
        for distance in -5...5 {
            let step = UInt64(Int(now) + distance)
            for window in UInt64(0)...4 {
                let wanted = abs(distance) <= Int(window) ? step : nil
                #expect(try Self.match(step, window: window) == wanted, "\(distance) in \(window)")
            }
        }
        #expect(try Self.match(now, window: 11) == nil)
    }

    @Test func noStepMatchesTwice() throws {
        let now = try #require(OneTimeCode.usual.step(at: Self.moment))
        #expect(try Self.match(now, after: now) == nil)
        #expect(try Self.match(now - 1, after: now) == nil)
        #expect(try Self.match(now, after: now - 1) == now)
        #expect(try Self.match(now + 1, after: now) == now + 1)
    }

    @Test func edgesOfTime() throws {
        #expect(try Self.match(0, at: .epoch) == 0)
        #expect(try Self.match(0, at: Timestamp(seconds: -1)) == nil)
        #expect(try Self.match(0, at: .earliest) == nil)
        #expect(try Self.match(0, at: .latest) == nil)
    }

    @Test(arguments: ["", "1", "00000", "0000000", "abcdef", "      ", "１２３４５６"])
    func otherTextsMatchNothing(text: String) throws {
        let secret = SecretBytes([1, 2, 3])
        #expect(try OneTimeCode.usual.matchingStep(text.utf8Span.span, secret, at: Self.moment) == nil)
    }

    @Test(arguments: [(5, 30), (9, 30), (6, 14), (6, 301), (6, 0), (6, -30)] as [(Int, Int64)])
    func refusesSettings(digits: Int, period: Int64) {
        #expect(throws: CryptoFault.self) { _ = try OneTimeCode(digest: .sha1, digits: digits, period: period) }
    }

    @Test func theAddressForTheApp() throws {
        let secret = SecretBytes(Array("Hello!\u{DE}\u{AD}".utf8.prefix(6)) + [0xDE, 0xAD, 0xBE, 0xEF])
        let address = OneTimeCode.usual.enrolmentAddress(secret, issuer: "Konak & Co", account: "ayşe@örnek.tr")
        #expect(
            String(decoding: address.array, as: UTF8.self)
                == "otpauth://totp/Konak%20%26%20Co:ay%C5%9Fe%40%C3%B6rnek.tr?secret=JBSWY3DPEHPK3PXP"
                + "&issuer=Konak%20%26%20Co&algorithm=SHA1&digits=6&period=30")
        #expect(OneTimeCode.newSecret().count == 20)
    }
}

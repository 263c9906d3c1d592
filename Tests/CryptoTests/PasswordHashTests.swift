import Testing

@testable import Crypto

/// The stored form of password hashes: one spelling, and no price that we would not pay.
@Suite struct PasswordHashTests {
    private static let salt = "c2FsdHNhbHRzYWx0c2FsdA"
    private static let hash = "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"

    @Test(arguments: [
        "", "$", "$$$$$", "argon2id$v=19$m=19456,t=2,p=1$S$H", "$argon2i$v=19$m=19456,t=2,p=1$S$H",
        "$argon2d$v=19$m=19456,t=2,p=1$S$H", "$Argon2id$v=19$m=19456,t=2,p=1$S$H",
        "$argon2id$v=16$m=19456,t=2,p=1$S$H", "$argon2id$m=19456,t=2,p=1$S$H", "$2b$12$S$H",
        "$argon2id$v=19$t=2,m=19456,p=1$S$H", "$argon2id$v=19$m=19456,t=2$S$H", "$argon2id$v=19$m=19456,t=2,p=1,$S$H",
        "$argon2id$v=19$m=19456,t=2,p=1,x=1$S$H", "$argon2id$v=19$m=019456,t=2,p=1$S$H",
        "$argon2id$v=19$m=+19456,t=2,p=1$S$H", "$argon2id$v=19$m=-1,t=2,p=1$S$H", "$argon2id$v=19$m= 19456,t=2,p=1$S$H",
        "$argon2id$v=19$m=19456 ,t=2,p=1$S$H", "$argon2id$v=19$m=,t=2,p=1$S$H", "$argon2id$v=19$m=0,t=2,p=1$S$H",
        "$argon2id$v=19$m=19456,t=0,p=1$S$H", "$argon2id$v=19$m=19456,t=2,p=0$S$H",
        "$argon2id$v=19$m=4294967295,t=1,p=1$S$H", "$argon2id$v=19$m=99999999999999999999,t=1,p=1$S$H",
        "$argon2id$v=19$m=262145,t=1,p=1$S$H", "$argon2id$v=19$m=262144,t=5,p=1$S$H",
        "$argon2id$v=19$m=19456,t=999999999,p=1$S$H", "$argon2id$v=19$m=19456,t=17,p=1$S$H",
        "$argon2id$v=19$m=19456,t=2,p=5$S$H", "$argon2id$v=19$m=16,t=2,p=4$S$H", "$argon2id$v=19$m=7,t=2,p=1$S$H",
        "$argon2id$v=19$m=19456,t=2,p=1$S$H$", "$argon2id$v=19$m=19456,t=2,p=1$S$", "$argon2id$v=19$m=19456,t=2,p=1$$H",
        "$argon2id$v=19$m=19456,t=2,p=1$S=$H", "$argon2id$v=19$m=19456,t=2,p=1$S$H=",
        "$argon2id$v=19$m=19456,t=2,p=1$S$H\n",
        " $argon2id$v=19$m=19456,t=2,p=1$S$H", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$H",
        "$argon2id$v=19$m=19456,t=2,p=1$S$aGFzaA", "$argon2id$v=19$m=19456,t=2,p=1,keyid=$S$H",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAAAAAAA$S$H", "$argon2id$v=19$m=19456,t=2,p=1,data=AAAA$S$H",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAA,data=AA$S$H", "$argon2id$v=19$m=١٩٤٥٦,t=2,p=1$S$H",
    ])
    func refuses(form: String) {
        let text = form.replacing("$S", with: "$" + Self.salt).replacing("$H", with: "$" + Self.hash)
        #expect(throws: CryptoFault.self) { _ = try PasswordHash(text) }
    }

    @Test func refusesWhatIsTooLong() {
        let long = String(repeating: "A", count: 400)
        #expect(throws: CryptoFault.self) {
            _ = try PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$\(Self.salt)$\(long)")
        }
    }

    @Test(arguments: [("", nil), (",keyid=AAAABw", 7)] as [(String, UInt32?)])
    func comesBack(keyID: String, version: UInt32?) throws {
        let text = "$argon2id$v=19$m=19456,t=2,p=1\(keyID)$\(Self.salt)$\(Self.hash)"
        let hash = try PasswordHash(text)
        #expect(hash.text == text)
        #expect(hash.parameters == .least)
        #expect(hash.pepperVersion == version)
    }

    @Test(
        arguments: [(19455, 2), (19456, 1), (47103, 1), (12288, 3), (262145, 1), (262144, 5), (0, 0)]
            as [(UInt32, UInt32)])
    func refusesParameters(memory: UInt32, passes: UInt32) {
        #expect(throws: CryptoFault.self) { _ = try PasswordParameters(memory: memory, passes: passes) }
    }

    @Test func takesParameters() throws {
        #expect(try PasswordParameters(memory: 19456, passes: 2) == .least)
        #expect(try PasswordParameters(memory: 47104, passes: 1) == .usual)
    }

    @Test func calibrationStaysWithinItsBounds() throws {
        #expect(try PasswordParameters.calibrate(target: .nanoseconds(1)) == .least)
        let dear = try PasswordParameters.calibrate(target: .seconds(3600))
        #expect(dear.memory == 1 << 16 && dear.passes == 8)
        #expect(dear.isBearable && dear.isStrongEnough)
        let usual = try PasswordParameters.calibrate(target: .milliseconds(250))
        #expect(usual.isBearable && usual.isStrongEnough)
    }
}

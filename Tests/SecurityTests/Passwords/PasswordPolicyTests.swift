import Core
import Crypto
import EventLoop
import Kernel
import Testing

@testable import Security

@Suite("New passwords")
struct PasswordPolicyTests {
    private static let person = ["ada.lovelace@acme.test", "Ada Lovelace", "Mavi CRM"]

    private static let cases: [(String, PasswordObjection?)] = [
        ("", .tooShort), ("a9!kz3Q", .tooShort), ("a9!kz3Qx", nil), ("ığüşöçİĞ", nil), ("        ", .tooCommon),
        (String(repeating: "🌱a2k", count: 16), nil), (String(repeating: "ab9x ", count: 204), nil),
        (String(repeating: "ab9x ", count: 205), .tooLong), ("correct\nhorse", .controlCharacter),
        ("correct\u{0}horse", .controlCharacter), ("password", .tooCommon), ("PassWord1", .tooCommon),
        ("12345678", .tooCommon), ("qwertyuiop", .tooCommon), ("iloveyou1", .tooCommon), ("aaaaaaaaaa", .tooCommon),
        ("abababababab", .tooCommon), ("34567890123", nil), ("23456789:;", .tooCommon), ("zyxwvuts", .tooCommon),
        ("lovelace", .aboutPerson), ("Lovelace1815!", .aboutPerson), ("ada.lovelace@acme.test", .aboutPerson),
        ("MaviCRM2026", .aboutPerson), ("lovelacelovelace", .aboutPerson), ("lovelace likes engines", nil),
        ("correct horse battery staple", nil), ("kırmızı araba yokuşta", nil),
    ]

    @Test("will do or not, by length and by what is guessed first", arguments: cases)
    func objections(text: String, objection: PasswordObjection?) throws {
        let found = try NewPassword(text).objection(for: Self.person)
        #expect(found == objection, "\(text)")
    }

    @Test("take 64 characters and more of any kind")
    func long() throws {
        let long = "Bu bir parola değil, çok uzun bir cümledir; ama kimse onu tahmin edemez, değil mi? ✓"
        #expect(long.count >= 64)
        #expect(try NewPassword(long).objection(for: []) == nil)
    }

    @Test("are compared with many thousand that are common")
    func list() throws {
        #expect(CommonPasswords.count >= 10_000)
        for common in ["password1", "trustno1", "sunshine1", "football", "princess1", "1q2w3e4r5t", "letmein123"] {
            let isIn = try CommonPasswords.contains(common)
            #expect(isIn, "\(common)")
        }
        var taken = 0
        for _ in 0..<2_000 where try CommonPasswords.contains(SecureRandom.token(bytes: 9)) { taken += 1 }
        #expect(taken == 0)
        // The search needs them in order.
        let letters = Array(CommonPasswords.list.description.utf8)
        let records = stride(from: 0, to: letters.count, by: 6).map { Array(letters[$0..<$0 + 6]) }
        #expect(zip(records, records.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }

    private static let forms: [(String, String)] = [
        ("i\u{307}stanbul", "i\u{307}stanbul"), ("I\u{307}", "İ"), ("u\u{308}", "ü"), ("s\u{327}", "ş"),
        ("g\u{306}", "ğ"), ("o\u{308}c\u{327}", "öç"), ("a\u{302}\u{301}", "ấ"), ("и\u{306}", "й"), ("α\u{301}", "ά"),
        ("①", "①"), ("ﬁ", "ﬁ"), ("plain", "plain"), ("🇹🇷", "🇹🇷"), ("e\u{301}", "é"),
    ]

    @Test("are the same however a keyboard composes their letters, and nothing else is folded", arguments: forms)
    func composed(typed: String, form: String) {
        #expect(Array(ComposedText.of(typed).utf8) == Array(form.utf8))
        #expect(Array(ComposedText.of(form).utf8) == Array(form.utf8))
    }

    @Test("print nothing")
    func silent() {
        let password = NewPassword("correct horse battery")
        #expect(!"\(password) \(String(reflecting: password))".contains("horse"))
        #expect(Mirror(reflecting: password).children.isEmpty)
    }

    @Test("are hashed as dear as the machine bears, under a pepper of the house's own key")
    func start() async throws {
        let pool = BlockingPool(threads: 1, waiting: 4)
        let root = RootKey(HeldSecret(.random(count: 32)))
        let hasher = try await PasswordHasher.start(root, within: .milliseconds(20), on: pool)
        #expect(hasher.parameters.isStrongEnough)
        let secret = NewPassword("u\u{308}ber 8 Zeichen").secret
        let hash = try await hasher.hash(secret)
        #expect(hash.pepperVersion == 1)
        #expect(try await hasher.isRight(NewPassword("über 8 Zeichen").secret, for: hash))
        #expect(try await !hasher.isRight(NewPassword("uber 8 Zeichen").secret, for: hash))
        // The same hash under another house's key is worth nothing.
        let other = try await PasswordHasher.start(
            RootKey(HeldSecret(.random(count: 32))), within: .milliseconds(20), on: pool)
        #expect(try await !other.isRight(secret, for: hash))
        hasher.stop()
        other.stop()
        pool.stop()
    }
}

import Testing

@testable import Crypto

/// Base64, base32 and hexadecimal: one text for each bytes, and nothing else is read.
@Suite struct CodecTests {
    @Test(arguments: [
        "A", "AAAAA", "AA==", "AA=", "A===", "AB", "AAB", "A A", "AA\n", " AA", "A+", "A/", "A.", "A\u{0}", "é", "AA+A",
        "=",
        "AAAA=", "AA*A", "AAA@", "AA[A", "AA`A", "AA{A", "/AAA", "AA:A", "AA,A", "AA^A",
    ])
    func urlRefuses(text: String) { #expect(throws: CryptoFault.self) { try Base64.url.decode(text) } }

    @Test(arguments: [
        "AA", "AAA", "AA=A", "A===", "AA==\n", "AB==", "AAB=", "AA-A", "AA_A", "====", "AAAA====", "AA===", "=AAA",
    ])
    func standardRefuses(text: String) { #expect(throws: CryptoFault.self) { try Base64.standard.decode(text) } }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64OfTheRFC(plain: String, text: String) throws {
        #expect(Base64.standard.encode(plain.utf8Span.span) == text)
        #expect(try Base64.standard.decode(text) == Array(plain.utf8))
        let unpadded = String(text.prefix { $0 != "=" })
        #expect(Base64.url.encode(plain.utf8Span.span) == unpadded)
        #expect(try Base64.unpadded.decode(unpadded) == Array(plain.utf8))
    }

    @Test func allLettersStandWhereTheyShould() throws {
        let bytes = try Hex.decode(
            "00108310518720928b30d38f41149351559761969b71d79f8218a39259a7a29aabb2dbafc31cb3d35db7e39ebbf3dfbf")
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        #expect(Base64.standard.encode(bytes.span) == letters + "+/")
        #expect(Base64.url.encode(bytes.span) == letters + "-_")
    }

    @Test func everythingComesBack() throws {
        for count in 0..<200 {
            let bytes = SecureRandom.bytes(count)
            #expect(try Base64.url.decode(Base64.url.encode(bytes.span)) == bytes)
            #expect(try Base64.standard.decode(Base64.standard.encode(bytes.span)) == bytes)
            #expect(try Hex.decode(Hex.encode(bytes.span)) == bytes)
            let secret = Base64.url.encode(SecretBytes(bytes)).array
            #expect(secret == Array(Base64.url.encode(bytes.span).utf8))
            #expect(try Base64.url.decodeSecret(secret.span).array == bytes)
            let text = Base32.encode(SecretBytes(bytes)).array
            #expect(try Base32.decodeSecret(text.span).array == bytes)
        }
    }

    @Test(arguments: ["0", "000", "0g", "g0", "0x", " 00", "0 ", "0:", "0/", "0@", "0`", "0G", "é"])
    func hexRefuses(text: String) { #expect(throws: CryptoFault.self) { try Hex.decode(text) } }

    @Test func hexReadsBothSizes() throws {
        #expect(try Hex.decode("00fFAb9c") == [0, 0xFF, 0xAB, 0x9C])
        #expect(Hex.encode([0, 0xFF, 0xAB, 0x9C].span) == "00ffab9c")
        #expect(try Hex.decodeSecret("ff00".utf8Span.span).array == [0xFF, 0])
        #expect(throws: CryptoFault.self) { _ = try Hex.decodeSecret("f".utf8Span.span) }
    }

    @Test(arguments: [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB")])
    func base32OfTheRFC(plain: String, text: String) throws {
        #expect(Base32.encode(SecretBytes(Array(plain.utf8))).array == Array(text.utf8))
        #expect(try Base32.decodeSecret(text.utf8Span.span).array == Array(plain.utf8))
    }

    @Test(arguments: ["M", "MZX", "MZXW6Y", "MY======", "my", "MZ", "M1", "M8", "M0", "MY ", "M Y", "M["])
    func base32Refuses(text: String) {
        #expect(throws: CryptoFault.self) { _ = try Base32.decodeSecret(text.utf8Span.span) }
    }
}

import COpenSSL
import Core
import Crypto
import TestKit
import Testing

@testable import Outbound

@Suite struct DKIMTests {
    // MARK: RFC 8463, appendix A

    private static let example = """
        From: Joe SixPack <joe@football.example.com>
        To: Suzie Q <suzie@shopping.example.net>
        Subject: Is dinner ready?
        Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
        Message-ID: <20030712040037.46341.5F8J@football.example.com>

        Hi.

        We lost the game.  Are you hungry yet?

        Joe.

        """.replacing("\n", with: "\r\n")

    private static let ed25519Field = """
        DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=brisbane; t=1528637909; h=from : to :
         subject : date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=
        """.replacing("\n", with: "\r\n")

    private static let rsaField = """
        DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=test; t=1528637909; h=from : to : subject :
         date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=
        """.replacing("\n", with: "\r\n")

    private static let names = ["from", "to", "subject", "date", "message-id", "from", "subject", "date"]

    private static func key() throws -> DKIMKey {
        var seed = try Base64.standard.decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")
        let key = try SigningKey(ed25519: SecretBytes(wiping: &seed))
        return try DKIMKey(
            domain: SMTPBench.host("football.example.com"), selector: SMTPBench.host("brisbane"), key: key)
    }

    private static func chosen() throws -> (MailBytes, [MailFields.Field]) {
        let message = try MailBytes(Array(example.utf8))
        return (message, try MailFields(message.bytes.span, bodyStart: message.bodyStart).chosen(by: names))
    }

    @Test func theBodyHashIsTheRFCs() throws {
        let message = try MailBytes(Array(Self.example.utf8))
        let body = message.bytes.span.extracting(message.bodyStart..<message.bytes.count)
        let hash = try DKIMSigner(keys: [Self.key()]).hash(body)
        #expect(Base64.standard.encode(hash.span) == "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=")
    }

    @Test func theEd25519SignatureIsTheRFCs() throws {
        let (message, fields) = try Self.chosen()
        let signer = try DKIMSigner(keys: [Self.key()])
        let signature = try signer.signature(Self.ed25519Field, fields, message.bytes.span, Self.key())
        #expect(signature == "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==")
    }

    /// Its key has 1024 bits, which is too few to sign with here: the RFC's signature must fit what would be signed.
    @Test func theRSASignatureOfTheRFCFits() throws {
        let (message, fields) = try Self.chosen()
        let input = try DKIMSigner(keys: [Self.key()]).input(Self.rsaField, fields, message.bytes.span)
        #expect(try Self.fits(input))
        #expect(try !Self.fits(input.dropLast() + [0]))
    }

    private static func fits(_ input: [UInt8]) throws -> Bool {
        let key = try Base64.standard.decode(
            "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb"
                + "3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB"
        )
        let signature = try Base64.standard.decode(
            "F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeef"
                + "Osk2JzdA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=")
        let parsed = unsafe key.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            return unsafe d2i_PUBKEY(nil, &place, bytes.count)
        }
        let context = unsafe EVP_MD_CTX_new()
        defer {
            unsafe EVP_MD_CTX_free(context)
            unsafe EVP_PKEY_free(parsed)
        }
        guard unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, parsed) == 1 else { return false }
        return unsafe EVP_DigestVerify(context, signature, signature.count, input, input.count) == 1
    }

    // MARK: Forms

    /// RFC 6376, 3.4.5, and its neighbours.
    private static let bodies: [(String, String, String)] = [
        ("\r\n\r\n", "", "\r\n"), ("", "", "\r\n"), (" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n", " C \r\nD \t E\r\n"),
        ("a", "a\r\n", "a\r\n"), ("a\r\n", "a\r\n", "a\r\n"),
        (" \t\r\n\r\na\r\n \r\n", "\r\n\r\na\r\n", " \t\r\n\r\na\r\n \r\n"),
    ]

    @Test(arguments: bodies)
    func bodiesHaveTwoForms(_ body: String, _ relaxed: String, _ simple: String) throws {
        for (form, expected) in [(DKIMForm.relaxed, relaxed), (.simple, simple)] {
            var written: [UInt8] = []
            let bytes = Array(body.utf8)
            try form.forEachPiece(of: bytes.span) { (piece) throws(MailFault) in written.append(copying: piece) }
            #expect(String(decoding: written, as: UTF8.self) == expected)
        }
    }

    @Test func fieldsHaveTwoForms() throws {
        let bytes = Array("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n".utf8)
        #expect(throws: MailFault.self) { try MailFields(bytes.span, bodyStart: bytes.count) }
        let clean = Array("A: X\r\nbB: Y\t\r\n\tZ  \r\n\r\n".utf8)
        let fields = try MailFields(clean.span, bodyStart: clean.count)
        for (form, expected) in [(DKIMForm.relaxed, "a:X\r\nbb:Y Z\r\n"), (.simple, "A: X\r\nbB: Y\t\r\n\tZ  \r\n")] {
            var written: [UInt8] = []
            for field in fields.fields { form.write(field, of: clean.span, to: &written) }
            #expect(String(decoding: written, as: UTF8.self) == expected)
        }
    }

    @Test func theLastOfManyIsSignedFirst() throws {
        let bytes = Array("A: 1\r\nB: 2\r\na: 3\r\n\r\n".utf8)
        let fields = try MailFields(bytes.span, bodyStart: bytes.count)
        let chosen = fields.chosen(by: ["a", "a", "a", "b", "c"]).map { bytes[$0.value + 1] }
        #expect(chosen == Array("312".utf8))
    }

    // MARK: Signing

    @Test(.enabled(if: MailServers.canStart, "only root can start Postfix"))
    func allFormsAreVerifiedByAnotherHand() async throws {
        let servers = try await MailServers.shared()
        for (fieldForm, bodyForm) in [
            (DKIMForm.relaxed, DKIMForm.relaxed), (.simple, .simple), (.relaxed, .simple), (.simple, .relaxed),
        ] {
            var signer = try DKIMSigner(keys: [
                try DKIMKeys.key(servers.folder + "/rsa.key", "rsa"),
                try DKIMKeys.key(servers.folder + "/ed25519.key", "ed"),
            ])
            (signer.fieldForm, signer.bodyForm) = (fieldForm, bodyForm)
            for draft in [
                try Drafts.plain(), try Drafts.rich(), try Drafts.plain(text: ""),
                try Drafts.plain(text: " \n\n x  y \n\n\n"),
            ] {
                let signed = try signer.sign(try draft.encoded(), at: Timestamp(seconds: 1_700_000_000))
                try await DKIMKeys.expect("True True", of: signed.bytes, servers.folder)
                let second = Array("From: eve@evil.example\r\n".utf8)
                try await DKIMKeys.expect("False False", of: second + signed.bytes, servers.folder)
                let longer = signed.bytes + Array("more\r\n".utf8)
                try await DKIMKeys.expect("False False", of: longer, servers.folder)
            }
        }
    }

    @Test func twoFromsAreNotSigned() throws {
        let message = try MailBytes(Array("From: a@b.example\r\nFrom: c@d.example\r\n\r\nx\r\n".utf8))
        let none = try MailBytes(Array("To: a@b.example\r\n\r\nx\r\n".utf8))
        let signer = try DKIMSigner(keys: [Self.key()])
        for message in [message, none] {
            #expect(throws: MailFault.self) { try signer.sign(message, at: .epoch) }
        }
    }

    @Test func theLengthIsNeverLimited() throws {
        let signed = try DKIMSigner(keys: [Self.key()]).sign(try Drafts.plain().encoded(), at: .epoch)
        let field = String(decoding: signed.bytes, as: UTF8.self).split(separator: "From:")[0]
        #expect(!field.contains(" l=") && !field.contains(";l="))
        #expect(field.contains("from:\r\n  from"))
    }
}

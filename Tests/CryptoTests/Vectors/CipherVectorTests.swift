import Core
import Testing

@testable import Crypto

/// AES-256-GCM against the files of Project Wycheproof and of NIST's CAVP.
@Suite struct CipherVectorTests {
    struct Case {
        var key, nonce, data, plaintext, sealed: [UInt8]

        func seals() throws -> Bool {
            var sealed = [UInt8](repeating: 0, count: plaintext.count + AES256GCM.tagLength)
            let header: [UInt8] = []
            var span = sealed.mutableSpan
            try AES256GCM.seal(
                plaintext.span, key: key.span, nonce: nonce.span, header: header.span, data: data.span, into: &span)
            return sealed == self.sealed
        }

        func opens() -> Bool {
            var plaintext = [UInt8](repeating: 0, count: max(sealed.count - AES256GCM.tagLength, 0))
            let header: [UInt8] = []
            var span = plaintext.mutableSpan
            let opened: Void? = try? AES256GCM.open(
                sealed.span, key: key.span, nonce: nonce.span, header: header.span, data: data.span, into: &span)
            return opened != nil && plaintext == self.plaintext
        }
    }

    @Test func wycheproof() throws {
        var (tally, refused) = (Tally("aes-256-gcm-wycheproof"), Tally("aes-gcm-other-sizes-refused"))
        for group in try VectorFile.wycheproof("Cipher/wycheproof/aes_gcm") {
            let ours = group["keySize"]?.int == 256 && group["ivSize"]?.int == 96 && group["tagSize"]?.int == 128
            for test in try #require(group["tests"]?.array) {
                let one = try Case(
                    key: test.hex("key"), nonce: test.hex("iv"), data: test.hex("aad"), plaintext: test.hex("msg"),
                    sealed: test.hex("ct") + test.hex("tag"))
                if !ours {
                    refused.check(!one.opens(), test.label)
                } else if test.isValid == true {
                    tally.check(try one.opens() && one.seals(), test.label)
                } else {
                    tally.check(!one.opens(), test.label)
                }
            }
        }
        tally.finish(floor: 66)
        refused.finish(floor: 200)
    }

    @Test(arguments: [("gcmDecrypt256", 1800), ("gcmEncryptExtIV256", 375)])
    func nist(file: String, floor: Int) throws {
        var tally = Tally("aes-256-gcm-nist-\(file)")
        for record in try VectorFile.nist("ciphers/AES/GCM/\(file).rsp") {
            guard record.section.contains("IVlen = 96") else { continue }
            let tag = try record.hex("Tag")
            let fails = record["FAIL"] != nil
            let one = try Case(
                key: record.hex("Key"), nonce: record.hex("IV"), data: record.hex("AAD"),
                plaintext: fails ? [] : record.hex("PT"), sealed: record.hex("CT") + tag)
            let whole = tag.count == AES256GCM.tagLength
            // A shortened tag is refused whatever it says.
            tally.check(
                whole && !fails ? try one.opens() && one.seals() : !one.opens(), "count \(record["Count"] ?? "")")
        }
        tally.finish(floor: floor)
    }
}

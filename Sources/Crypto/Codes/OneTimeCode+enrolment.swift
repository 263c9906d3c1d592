extension OneTimeCode {
    /// The address an authenticator app reads from a QR code. It holds the secret, hence is one.
    public func enrolmentAddress(_ secret: borrowing SecretBytes, issuer: String, account: String) -> SecretBytes {
        let (issuer, account) = (Self.escaped(issuer), Self.escaped(account))
        let head = "otpauth://totp/\(issuer):\(account)?secret="
        let tail = "&issuer=\(issuer)&algorithm=\(digest.rawValue)&digits=\(digits)&period=\(period)"
        let text = Base32.encode(secret)
        return text.withBytes { text in
            SecretBytes(count: head.utf8.count + text.count + tail.utf8.count) { address in
                var place = 0
                func put(_ letter: UInt8) {
                    address[place] = letter
                    place += 1
                }
                head.utf8.forEach(put)
                for index in text.indices { put(text[index]) }
                tail.utf8.forEach(put)
            }
        }
    }

    /// Percent-encoded down to the letters that no part of an address gives a meaning.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                escaped.append(byte)
            default:
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

public import HTTP

/// An address of mail, `local@domain`, strictly: a dot-atom before the sign, a name of DNS behind it. Quoted local parts
/// and address literals exist in RFC 5321 and are refused: nobody we write to has one, and much goes wrong with them.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// Before the sign, as it was given: only its own server knows what differs.
    public let local: String
    /// Behind the sign; in lower case as far as it is ASCII.
    public let domain: String

    /// An address from outside.
    public init(_ text: String) throws(MailFault) {
        guard text.utf8.count <= 254 else { throw MailFault(.tooLong, "an address of \(text.utf8.count) bytes") }
        guard text.unicodeScalars.allSatisfy(\.isAddressable) else { throw MailFault(.address, "a character in it") }
        guard let sign = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { throw MailFault(.address, "no sign in it") }
        let (local, domain) = (String(text[..<sign]), String(text[text.utf8.index(after: sign)...]))
        guard Self.isLocal(local) else { throw MailFault(.address, "the local part") }
        guard let domain = Self.domain(domain) else { throw MailFault(.address, "the domain") }
        (self.local, self.domain) = (local, domain)
    }

    /// An address at a known host.
    public init(local: String, at host: HostName) throws(MailFault) { try self.init("\(local)@\(host)") }

    /// Atoms with single dots between them.
    private static func isLocal(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count) else { return false }
        var previous = UInt8(ascii: ".")
        for byte in text.utf8 {
            guard byte.isAtomic || byte >= 0x80 || (byte == UInt8(ascii: ".") && previous != byte) else { return false }
            previous = byte
        }
        return previous != UInt8(ascii: ".")
    }

    private static func domain(_ text: String) -> String? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            guard !text.hasSuffix("."), let host = HostName(text), host.address == nil else { return nil }
            return host.text
        }
        return isInternational(text) ? text : nil
    }

    /// Labels of letters, digits and inner hyphens of any script.
    private static func isInternational(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy { scalar in
                    scalar.value < 0x80
                        ? Character(scalar).isLetter || Character(scalar).isNumber || scalar == "-"
                        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                            || scalar.properties.canonicalCombiningClass != .notReordered
                }
        }
    }

    /// True when a server must know SMTPUTF8 to take it.
    public var needsSMTPUTF8: Bool { !isASCII(local) || !isASCII(domain) }

    /// As it is written, without angle brackets.
    public var description: String { "\(local)@\(domain)" }
}

/// True when the text is plain seven-bit.
func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

/// A stored password hash in PHC form: `$argon2id$v=19$m=47104,t=1,p=1[,keyid=…]$salt$hash`. The key id is the version of
/// the pepper. Only one spelling is read, and only parameters that we would be willing to compute.
public struct PasswordHash: Hashable, Sendable {
    static let saltLength = 16
    static let hashLength = 32
    private static let longest = 256

    /// What computing it costs.
    public let parameters: PasswordParameters
    /// The version of the pepper it was made with; nil without one.
    public let pepperVersion: UInt32?
    let salt: [UInt8]
    let hash: [UInt8]

    init(parameters: PasswordParameters, pepperVersion: UInt32?, salt: [UInt8], hash: [UInt8]) {
        (self.parameters, self.pepperVersion, self.salt, self.hash) = (parameters, pepperVersion, salt, hash)
    }

    /// Reads the stored form.
    public init(_ text: String) throws(CryptoFault) {
        guard text.utf8.count <= Self.longest else { throw CryptoFault(.malformed, "length of a password hash") }
        let parts = text.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1].elementsEqual("argon2id".utf8),
            parts[2].elementsEqual("v=19".utf8)
        else { throw CryptoFault(.malformed, "kind of a password hash") }
        (parameters, pepperVersion) = try Self.parameters(parts[3])
        salt = try Base64.unpadded.decode(Array(parts[4]).span)
        hash = try Base64.unpadded.decode(Array(parts[5]).span)
        guard (8...48).contains(salt.count), (16...64).contains(hash.count) else {
            throw CryptoFault(.outOfRange, "salt or hash of a password hash")
        }
    }

    /// The stored form.
    public var text: String {
        let pepper = pepperVersion.map { ",keyid=\(Base64.unpadded.encode(Self.bytes($0).span))" } ?? ""
        let salt = Base64.unpadded.encode(salt.span)
        let hash = Base64.unpadded.encode(hash.span)
        return
            "$argon2id$v=19$m=\(parameters.memory),t=\(parameters.passes),p=\(parameters.lanes)\(pepper)$\(salt)$\(hash)"
    }

    private static func parameters(_ text: Substring.UTF8View) throws(CryptoFault) -> (PasswordParameters, UInt32?) {
        let fields = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard (3...4).contains(fields.count), let memory = number(fields[0], "m="),
            let passes = number(fields[1], "t="), let lanes = number(fields[2], "p=")
        else { throw CryptoFault(.malformed, "parameters of a password hash") }
        let parameters = PasswordParameters(unchecked: memory, passes, lanes)
        guard parameters.isBearable else { throw CryptoFault(.outOfRange, "parameters of a password hash") }
        return (parameters, fields.count == 4 ? try keyID(fields[3]) : nil)
    }

    private static func number(_ field: Substring.UTF8View, _ name: String) -> UInt32? {
        guard field.starts(with: name.utf8) else { return nil }
        let digits = field.dropFirst(name.utf8.count)
        guard (1...9).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + UInt32(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func keyID(_ field: Substring.UTF8View) throws(CryptoFault) -> UInt32 {
        guard field.starts(with: "keyid=".utf8) else { throw CryptoFault(.malformed, "key id of a password hash") }
        let bytes = try Base64.unpadded.decode(Array(field.dropFirst(6)).span)
        guard bytes.count == 4 else { throw CryptoFault(.malformed, "key id of a password hash") }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

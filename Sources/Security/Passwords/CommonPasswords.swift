import Crypto

/// The passwords that attackers try first.
enum CommonPasswords {
    private static let letters = 6

    /// How many there are.
    static var count: Int { list.utf8CodeUnitCount / letters }

    /// Whether a password is one of them, in whatever case it is written. One other in four million is taken for one.
    static func contains(_ password: String) throws -> Bool {
        let key = try key(of: password)
        return list.withUTF8Buffer { list in
            var (low, high) = (0, list.count / letters)
            while low < high {
                let middle = (low + high) / 2
                let start = middle * letters
                let record = unsafe list[start..<start + letters]
                if unsafe record.elementsEqual(key) { return true }
                if unsafe record.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
            }
            return false
        }
    }

    private static func key(of password: String) throws -> [UInt8] {
        let folded = password.lowercased()
        let digest = try MessageDigest.of(folded.utf8Span.span)
        let bytes = Array(digest.prefix(6))
        return Array(Base64.standard.encode(bytes.span).utf8.prefix(letters))
    }
}

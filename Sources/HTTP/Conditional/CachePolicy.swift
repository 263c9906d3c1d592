/// The value of `Cache-Control` for what we send.
public enum CachePolicy: String, Sendable, Hashable {
    /// The content never changes under this address: for a year nobody asks again.
    case immutable = "public, max-age=31536000, immutable"
    /// May be kept, must be asked for again.
    case revalidate = "no-cache"
    /// Kept by nobody: pages behind a sign-in, answers with secrets.
    case never = "no-store"

    /// The policy for a file of the house: immutable when its name carries its fingerprint.
    public static func forFile(named name: some StringProtocol) -> CachePolicy {
        FingerprintedName.isFingerprinted(name) ? .immutable : .revalidate
    }
}

/// File names that carry a fingerprint of their content: `app.0123456789abcdef.css`.
///
/// Exactly sixteen hexadecimal digits in lower case, so that no date or number in a name is mistaken for one.
public enum FingerprintedName {
    /// The name with the first eight bytes of a digest in front of its extension; nil for a shorter digest.
    public static func make(_ name: String, digest: Span<UInt8>) -> String? {
        guard digest.count >= 8 else { return nil }
        var print = ""
        for index in 0..<8 {
            if digest[index] < 16 { print += "0" }
            print += String(digest[index], radix: 16)
        }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(name).\(print)" }
        return "\(name[..<dot]).\(print)\(name[dot...])"
    }

    /// Whether the name carries a fingerprint.
    public static func isFingerprinted(_ name: some StringProtocol) -> Bool { print(of: name) != nil }

    /// The name without its fingerprint, as the file is called on the disk; nil when it carries none.
    public static func original(_ name: some StringProtocol) -> String? {
        guard let print = print(of: name), let dot = name[..<print.startIndex].lastIndex(of: ".") else { return nil }
        return String(name[..<dot]) + String(name[print.endIndex...])
    }

    /// The last or last but one part of a name divided by dots, never the first.
    private static func print<Name: StringProtocol>(of name: Name) -> Name.SubSequence? {
        name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().suffix(2).last { part in
            part.utf8.count == 16 && part.utf8.allSatisfy { $0.hexDigit != nil && $0.lowercased == $0 }
        }
    }
}

/// A browser file of the house: what it is called, what it is, and its bytes.
public struct AssetFile: Sendable {
    /// Its name, such as `face.css`.
    public let name: String
    /// The name that changes with the content, such as `face.0123456789abcdef.css`; it may be kept for ever.
    public let fingerprintedName: String
    /// For the `Content-Type`.
    public let contentType: String
    /// The content.
    public let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        (self.name, self.bytes) = (name, bytes)
        let parts = name.split(separator: ".")
        fingerprintedName = "\(parts[0]).\(Fingerprint.text(of: bytes)).\(parts[parts.count - 1])"
        contentType = Self.types[String(parts[parts.count - 1])] ?? "application/octet-stream"
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "json": "application/json",
    ]
}

/// Sixteen hex digits that change with the content. FNV-1a: it tells changes apart and proves nothing.
enum Fingerprint {
    static func text(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

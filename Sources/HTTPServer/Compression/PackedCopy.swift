package import HTTP

/// A packed copy of content that is answered many times, made once by whoever keeps it.
package enum PackedCopy {
    /// The bytes in a coding; nil when they would not become fewer.
    package static func make(of bytes: [UInt8], _ coding: ContentCoding) -> [UInt8]? {
        guard let packer = try? PackerShelf().take(coding, .thorough) else { return nil }
        return (try? packer.pack(whole: bytes)) ?? nil
    }
}

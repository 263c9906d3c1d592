import CQRencode
public import Crypto

/// A QR code as the path of an SVG, one unit a module. What it shows may be a secret, so it never prints.
public struct QRCode: Sendable, CustomStringConvertible, CustomReflectable {
    /// Modules on a side, with the four of quiet around them that readers want.
    public let size: Int
    private let drawn: String

    private static let quiet = 4

    /// The code of a text that may be a secret.
    public init(of text: borrowing SecretBytes) throws {
        let code = unsafe text.withBytes { bytes in
            unsafe bytes.withUnsafeBufferPointer {
                unsafe QRcode_encodeData(Int32(clamping: $0.count), $0.baseAddress, 0, QR_ECLEVEL_M)
            }
        }
        guard let code = unsafe code else { throw QRFault() }
        defer { unsafe QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        guard let modules = unsafe code.pointee.data, width > 0 else { throw QRFault() }
        size = width + 2 * Self.quiet
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, unsafe modules[row * width + column] & 1 == 1 { column += 1 }
                if column > start {
                    path += "M\(start + Self.quiet) \(row + Self.quiet)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        drawn = path
    }

    /// The path of an SVG's `d`, for a view box of `0 0 size size`; every use can be found by this name.
    public func revealPath() -> String { drawn }

    /// Always the same words.
    public var description: String { "[QR code]" }
    /// A mirror that shows nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}

/// The library made no code: too much text, or no memory.
struct QRFault: Error, CustomStringConvertible {
    var description: String { "no QR code could be made" }
}

public import HTTP

/// A file that came with a form. Its name and type are what the sender says: for showing, never for trusting.
public struct UploadedFile: Sendable {
    /// Where its bytes are.
    public enum Content: Sendable {
        /// A small one.
        case memory([UInt8])
        /// One on the disk, without a name.
        case disk(SpooledFile)
    }

    /// The form's field.
    public let field: String
    /// What the sender calls it, made harmless; `file` at least.
    public let filename: String
    /// What the sender says it is. Look at the bytes.
    public let claimedType: MediaType?
    /// Its bytes.
    public let content: Content

    /// How many bytes.
    public var size: Int {
        switch content {
        case .memory(let bytes): bytes.count
        case .disk(let file): file.size
        }
    }

    /// At most so many bytes from a place on; none at the end.
    public func read(at offset: Int, upTo count: Int) async throws -> [UInt8] {
        switch content {
        case .disk(let file): return try await file.read(at: offset, upTo: count)
        case .memory(let bytes):
            guard offset >= 0, count > 0, offset < bytes.count else { return [] }
            return Array(bytes[offset..<offset + min(count, bytes.count - offset)])
        }
    }

    /// The whole file as an answer's body.
    public var body: Response.Body {
        switch content {
        case .memory(let bytes): .bytes(bytes)
        case .disk(let file): .file(file, offset: 0, length: file.size)
        }
    }
}

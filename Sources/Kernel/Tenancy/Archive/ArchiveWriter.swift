import Core
import Crypto
import Glibc

/// Writes an archive piece by piece: a plain tar in a file that gets its name when it is whole. A piece's length is
/// written in front of it when it is known, so nothing is held in memory but a buffer.
public final class ArchiveWriter {
    private struct Piece {
        let name: String
        let header: Int
        var digest: MessageDigestBox
        var bytes = 0
    }

    private let place: LocalPath
    private let draft: LocalPath
    private let file: Int32
    private var buffer: [UInt8] = []
    private var flushed = 0
    private var piece: Piece?
    private var isWhole = false
    private(set) var entries: [ArchiveManifest.Entry] = []

    init(_ place: LocalPath) throws {
        guard !place.exists else { throw ArchiveFault.exists(place.text) }
        (self.place, draft) = (place, LocalPath("\(place.text).part"))
        try draft.remove()
        file = try draft.open(O_WRONLY | O_CREAT | O_EXCL)
    }

    deinit {
        close(file)
        if !isWhole { try? draft.remove() }
    }

    /// Begins a piece by its path, whose first part is the name of the archive's part.
    public func begin(_ name: String) throws {
        guard TarHeader.bytes(name: name, size: 0) != nil else {
            throw ArchiveFault.notAnArchive("\(name) is too long")
        }
        piece = Piece(name: name, header: flushed + buffer.count, digest: try MessageDigestBox())
        buffer += [UInt8](repeating: 0, count: TarHeader.size)
    }

    /// Adds to the piece.
    public func write(_ bytes: [UInt8]) throws {
        guard piece != nil else { return }
        try piece?.digest.update(bytes)
        piece?.bytes += bytes.count
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Ends the piece. Rows and columns are for pieces that are tables.
    public func end(rows: Int? = nil, columns: [String]? = nil) throws {
        guard let piece = piece.take(), let header = TarHeader.bytes(name: piece.name, size: piece.bytes) else {
            return
        }
        let rest = piece.bytes % TarHeader.size
        if rest > 0 { buffer += [UInt8](repeating: 0, count: TarHeader.size - rest) }
        try flush()
        try put(header, at: piece.header)
        entries.append(
            ArchiveManifest.Entry(
                name: piece.name, bytes: piece.bytes, sha256: try piece.digest.finish(), rows: rows, columns: columns))
    }

    /// Closes the archive and gives it its name.
    func finish() throws {
        buffer += [UInt8](repeating: 0, count: 2 * TarHeader.size)
        try flush()
        guard fsync(file) == 0 else { throw LocalFault("write", draft.text) }
        try draft.move(to: place)
        isWhole = true
    }

    private func flush() throws {
        try put(buffer, at: flushed)
        flushed += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    private func put(_ bytes: [UInt8], at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe pwrite(file, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done, offset + done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw LocalFault("write", draft.text) }
            done += count
        }
    }
}

/// A digest that can be kept in a copyable value. Used up by `finish`.
final class MessageDigestBox {
    private var digest: MessageDigest?

    init() throws(CryptoFault) { digest = try MessageDigest(.sha256) }

    func update(_ bytes: [UInt8]) throws(CryptoFault) { try digest?.update(bytes.span) }

    /// The digest in hexadecimal digits; empty the second time.
    func finish() throws(CryptoFault) -> String {
        if let digest = digest.take() {
            let bytes = try digest.finish()
            return Hex.encode(bytes.span)
        }
        return ""
    }
}

import Core
import Crypto
import Glibc

/// Reads an archive. What stands in it was written by others: every length is checked before it is used.
public struct ArchiveReader: Sendable {
    private final class OpenFile: Sendable {
        let descriptor: Int32
        init(_ descriptor: Int32) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    private let file: OpenFile
    private let places: [String: Range<Int>]
    private static let chunk = 1 << 18

    init(_ path: LocalPath) throws {
        file = OpenFile(try path.open(O_RDONLY))
        places = try Self.places(in: file, size: lseek(file.descriptor, 0, Int32(SEEK_END)))
    }

    /// The paths of all pieces, in order of the letters.
    public var names: [String] { places.keys.sorted() }

    /// A piece as a whole, if it is not longer than this.
    public func bytes(of name: String, limit: Int = 64 << 20) throws -> [UInt8] {
        guard let place = places[name], place.count <= limit else {
            throw ArchiveFault.notAnArchive("\(name) is missing or too long")
        }
        return try Self.read(file, place)
    }

    /// A piece bit by bit.
    public func forEachChunk(of name: String, _ take: ([UInt8]) throws -> Void) throws {
        guard let place = places[name] else { throw ArchiveFault.notAnArchive("\(name) is missing") }
        for start in stride(from: place.lowerBound, to: place.upperBound, by: Self.chunk) {
            try take(Self.read(file, start..<min(start + Self.chunk, place.upperBound)))
        }
    }

    /// The lines of a piece, some hundreds at a time, as one JSON array each.
    func forEachBatch(of name: String, _ take: (_ json: String, _ count: Int) throws -> Void) throws {
        var (batch, count) = ([UInt8(ascii: "[")], 0)
        func flush() throws {
            guard count > 0 else { return }
            batch[batch.count - 1] = UInt8(ascii: "]")
            try take(String(decoding: batch, as: UTF8.self), count)
            (batch, count) = ([UInt8(ascii: "[")], 0)
        }
        try forEachChunk(of: name) { chunk in
            var rest = chunk[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                batch += rest[..<end]
                batch.append(UInt8(ascii: ","))
                count += 1
                if count == 500 || batch.count >= 4 << 20 { try flush() }
                rest = rest[(end + 1)...]
            }
            batch += rest
            guard batch.count <= 512 << 20 else { throw ArchiveFault.notAnArchive("a line of \(name) is too long") }
        }
        try flush()
        guard batch.count == 1 else { throw ArchiveFault.notAnArchive("the last line of \(name) has no end") }
    }

    /// SHA-256 of a piece.
    func checksum(of name: String) throws -> String {
        let digest = try MessageDigestBox()
        try forEachChunk(of: name) { try digest.update($0) }
        return try digest.finish()
    }

    /// How long a piece is.
    func size(of name: String) -> Int? { places[name]?.count }

    /// Every piece with its place, up to the block of zeros at the end.
    private static func places(in file: OpenFile, size: Int) throws -> [String: Range<Int>] {
        var places: [String: Range<Int>] = [:]
        var offset = 0
        while true {
            guard offset + TarHeader.size <= size else { throw ArchiveFault.notAnArchive("it has no end") }
            let block = try read(file, offset..<offset + TarHeader.size)
            if block.allSatisfy({ $0 == 0 }) { return places }
            guard let header = TarHeader.read(block), header.size >= 0 else {
                throw ArchiveFault.notAnArchive("it is no plain tar")
            }
            offset += TarHeader.size
            guard header.size <= size - offset, places[header.name] == nil else {
                throw ArchiveFault.notAnArchive("it is cut short, or has \(header.name) twice")
            }
            places[header.name] = offset..<offset + header.size
            offset += (header.size + TarHeader.size - 1) / TarHeader.size * TarHeader.size
        }
    }

    private static func read(_ file: OpenFile, _ place: Range<Int>) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: place.count)
        var done = 0
        while done < place.count {
            let count = unsafe bytes.withUnsafeMutableBytes { bytes in
                let start = unsafe bytes.baseAddress.map { unsafe $0 + done }
                return unsafe pread(file.descriptor, start, place.count - done, place.lowerBound + done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ArchiveFault.notAnArchive("it cannot be read") }
            done += count
        }
        return bytes
    }
}

import EventLoop
import Glibc
import HTTP

/// A part of an open file, read piece by piece on the blocking pool.
struct FilePieces {
    private let file: any OpenFile
    private let range: Range<Int>
    private let pool: BlockingPool

    private static let size = 128 * 1024

    /// `length` bytes from `offset` on. An impossible part is an empty one.
    init(_ file: any OpenFile, _ offset: Int, _ length: Int, _ pool: BlockingPool) {
        let (end, overflow) = offset.addingReportingOverflow(length)
        range = offset >= 0 && length >= 0 && !overflow ? offset..<end : 0..<0
        (self.file, self.pool) = (file, pool)
    }

    /// Writes all of it, or throws when the file is shorter.
    func write(to sink: any BodySink) async throws {
        var position = range.lowerBound
        while position < range.upperBound {
            let piece = try await read(position, min(Self.size, range.upperBound - position))
            guard !piece.isEmpty else { throw BodyFault.interrupted }
            position += piece.count
            try await sink.write(piece)
        }
    }

    private func read(_ position: Int, _ count: Int) async throws -> [UInt8] {
        do {
            return try await pool.run { [file] in try Self.read(file, position, count) }
        } catch is BlockingPool.Saturated {
            // The head is out: better a short pause on the loop than a broken answer.
            return try Self.read(file, position, count)
        }
    }

    /// At most so many bytes; none at the end.
    static func read(_ file: any OpenFile, _ position: Int, _ count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(SystemError) {
                filled = Int(
                    try systemCall("pread") {
                        unsafe Int32(clamping: pread(file.descriptor, buffer.baseAddress, count, off_t(position)))
                    })
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return piece
    }
}

public import EventLoop
import Glibc
public import HTTP

/// Where the files of forms go that are too large for memory. They have no name there: whatever happens to this process,
/// the system frees them with their last descriptor.
public struct SpoolFolder: Sendable {
    /// Its path.
    public let path: String
    let pool: BlockingPool

    /// A folder that can be written to, which is tried. Work on its files is done on the pool.
    public init(_ path: String, pool: BlockingPool) throws(SystemError) {
        (self.path, self.pool) = (path, pool)
        close(try Self.namelessFile(in: path))
    }

    /// A new file without a name.
    func makeFile() async throws -> SpooledFile {
        try await pool.run { [path, pool] in
            SpooledFile(descriptor: try Self.namelessFile(in: path), pool: pool)
        }
    }

    /// `O_TMPFILE`, which the C library shows only to programs that ask for all of GNU.
    private static let temporary = 0o20000000 | O_DIRECTORY

    private static func namelessFile(in folder: String) throws(SystemError) -> Int32 {
        do throws(SystemError) {
            return try systemCall("open") { unsafe open(folder, temporary | O_RDWR | O_CLOEXEC, 0o600) }
        } catch where [EOPNOTSUPP, EISDIR, EINVAL].contains(error.code) {
            return try unnamedAtOnce(in: folder)
        }
    }

    /// For file systems without `O_TMPFILE`: a file that loses its name right after it got it.
    private static func unnamedAtOnce(in folder: String) throws(SystemError) -> Int32 {
        var path = Array((folder + "/.konak-XXXXXX").utf8CString)
        let descriptor = try systemCall("mkstemp") { unsafe mkstemp(&path) }
        unsafe unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }
}

/// A file without a name, gone with its last reference.
///
/// `@unchecked Sendable`: `size` is written by the one task that fills the file, before anyone else has it.
public final class SpooledFile: OpenFile, @unchecked Sendable {
    /// The descriptor.
    public let descriptor: Int32
    /// How many bytes it holds.
    public private(set) var size = 0
    private let pool: BlockingPool

    init(descriptor: Int32, pool: BlockingPool) { (self.descriptor, self.pool) = (descriptor, pool) }

    deinit { close(descriptor) }

    /// Writes behind what is there.
    func append(_ bytes: [UInt8]) async throws {
        let start = size
        try await pool.run { [self] in try write(bytes, at: start) }
        size = start + bytes.count
    }

    private func write(_ bytes: [UInt8], at start: Int) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = try systemCall("pwrite") {
                unsafe bytes.withUnsafeBytes { buffer in
                    let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
                    return unsafe Int32(clamping: pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + written)))
                }
            }
            written += Int(count)
        }
    }

    /// At most so many bytes from a place on; none at the end.
    public func read(at offset: Int, upTo count: Int) async throws -> [UInt8] {
        guard offset >= 0, count > 0, offset < size else { return [] }
        let count = min(count, size - offset)
        return try await pool.run { [self] in try FilePieces.read(self, offset, count) }
    }
}

import Glibc
import HTTP
import Synchronization

/// A body that is there at once.
final class HeldBody: BodySource {
    private let bytes: Mutex<[UInt8]?>

    init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes.isEmpty ? nil : bytes) }

    func next() async throws -> [UInt8]? {
        bytes.withLock { bytes in
            defer { bytes = nil }
            return bytes
        }
    }
}

/// Keeps what is streamed, up to a limit, beyond which the peer is gone.
final class HeldSink: BodySink {
    static let most = 4 << 20
    private let held = Mutex<[UInt8]>([])

    var bytes: [UInt8] { held.withLock { $0 } }

    func write(_ bytes: [UInt8]) async throws {
        let isFull = held.withLock { held in
            held += bytes
            return held.count > Self.most
        }
        if isFull { throw CancellationError() }
    }
}

enum FileBytes {
    /// A part of an open file; less where it is shorter.
    static func read(_ file: any OpenFile, _ offset: Int, _ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = unsafe pread(file.descriptor, buffer.baseAddress, count, offset)
            filled = max(0, got)
        }
    }
}

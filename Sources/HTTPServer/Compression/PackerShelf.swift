import HTTP
import Synchronization

/// Packers that wait for their next body, so that their tables are not made anew each time. A few are enough: a body is
/// packed without a pause, and only streams keep theirs for long.
final class PackerShelf: Sendable {
    private let gzip = Mutex<[GzipPacker]>([])
    private let zstd = Mutex<[ZstdPacker]>([])

    private static let most = 4

    /// A packer that has begun no body yet.
    func take(_ coding: ContentCoding, _ effort: PackingEffort) throws(PackingFault) -> any Packer {
        switch coding {
        case .gzip: if let packer = Self.take(effort, from: gzip) { packer } else { try GzipPacker(effort) }
        case .zstd: if let packer = Self.take(effort, from: zstd) { packer } else { try ZstdPacker(effort) }
        case .brotli: BrotliPacker(effort)
        case .identity: throw PackingFault()
        }
    }

    /// Takes back a packer that is no longer in use.
    func putBack(_ packer: any Packer) {
        switch packer {
        case let packer as GzipPacker: Self.put(packer, on: gzip)
        case let packer as ZstdPacker: Self.put(packer, on: zstd)
        default: break
        }
    }

    private static func take<P: Packer>(_ effort: PackingEffort, from shelf: borrowing Mutex<[P]>) -> P? {
        shelf.withLock { packers in
            guard let index = packers.lastIndex(where: { $0.effort == effort }) else { return nil }
            return packers.remove(at: index)
        }
    }

    private static func put<P: Packer>(_ packer: P, on shelf: borrowing Mutex<[P]>) {
        shelf.withLock { packers in if packers.count < most { packers.append(packer) } }
    }
}

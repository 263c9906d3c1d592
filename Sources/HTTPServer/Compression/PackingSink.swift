import EventLoop
import HTTP

/// Packs what a producer writes and passes it on, each piece readable at once.
///
/// `@unchecked Sendable`: used on the answer's loop only, which `write` makes sure of.
final class PackingSink: BodySink, @unchecked Sendable {
    private let sink: any BodySink
    private let packer: any Packer
    private let pool: BlockingPool
    private let loop = Loop.current
    private var isPacking = false
    private var isOver = false

    private init(_ sink: any BodySink, _ packer: any Packer, _ pool: BlockingPool) {
        (self.sink, self.packer, self.pool) = (sink, packer, pool)
    }

    /// Lends the producer a sink that packs, and ends the packed body when it has finished.
    static func pack(
        into sink: any BodySink, _ coding: ContentCoding, _ effort: PackingEffort, _ shelf: PackerShelf,
        _ pool: BlockingPool, _ produce: @Sendable (any BodySink) async throws -> Void
    ) async throws {
        let packer = try shelf.take(coding, effort)
        try packer.begin(length: nil)
        let packing = PackingSink(sink, packer, pool)
        defer { packing.isOver = true }
        try await produce(packing)
        guard !packing.isPacking else { throw BodyFault.interrupted }
        packing.isOver = true
        try await sink.write(try packer.pack(piece: [], .finish))
        shelf.putBack(packer)
    }

    /// Used elsewhere, by two at once or too late it takes nothing: the packer may already serve another answer.
    func write(_ bytes: [UInt8]) async throws {
        guard loop?.isCurrent ?? true, !isPacking, !isOver else { throw BodyFault.interrupted }
        if bytes.isEmpty { return }
        try await sink.write(try await packed(bytes))
    }

    private func packed(_ bytes: [UInt8]) async throws -> [UInt8] {
        if bytes.count <= Packing.mostOnLoop { return try packer.pack(piece: bytes, .flush) }
        isPacking = true
        defer { isPacking = false }
        do {
            return try await pool.run { [packer] in try packer.pack(piece: bytes, .flush) }
        } catch is BlockingPool.Saturated {
            // The head is out: better a short pause on the loop than a broken answer.
            return try packer.pack(piece: bytes, .flush)
        }
    }
}

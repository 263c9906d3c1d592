import CZlib

/// gzip by zlib. A quarter of a megabyte of tables, so it is used again and again.
///
/// `@unchecked Sendable`: belongs to one answer at a time, which uses it in one place at a time.
@safe
final class GzipPacker: Packer, @unchecked Sendable {
    let effort: PackingEffort
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    /// gzip's header and trailer instead of zlib's.
    private static let gzipFraming: Int32 = 16

    init(_ effort: PackingEffort) throws(PackingFault) {
        self.effort = effort
        unsafe stream.initialize(to: z_stream())
        let (level, window, memory): (Int32, Int32, Int32) =
            switch effort {
            case .quick: (2, 15, 8)
            case .thorough: (6, 15, 8)
            case .trickle: (4, 12, 5)
            }
        guard unsafe konak_deflate_init(stream, level, window + Self.gzipFraming, memory) == Z_OK else {
            throw PackingFault()
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    func begin(length: Int?) throws(PackingFault) {
        guard unsafe deflateReset(stream) == Z_OK else { throw PackingFault() }
    }

    func step(
        _ input: inout UnsafeBufferPointer<UInt8>, into output: inout UnsafeMutableBufferPointer<UInt8>,
        _ end: PackingEnd
    ) throws(PackingFault) -> Bool {
        // zlib counts in 32 bits: more than that is taken in several steps.
        let offered = UInt32(clamping: input.count)
        let room = UInt32(clamping: output.count)
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = offered
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = room
        let isLast = offered == input.count
        let code = unsafe deflate(stream, isLast ? (end == .finish ? Z_FINISH : Z_SYNC_FLUSH) : Z_NO_FLUSH)
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw PackingFault() }
        unsafe input.skip(Int(offered - stream.pointee.avail_in))
        unsafe output.skip(Int(room - stream.pointee.avail_out))
        if end == .finish { return code == Z_STREAM_END }
        return isLast && input.isEmpty && !output.isEmpty
    }
}

import CZstd

/// Zstandard. Measured on a page of ours at level 1: as small as brotli at level 4 in a sixth of its time.
///
/// `@unchecked Sendable`: belongs to one answer at a time, which uses it in one place at a time.
@safe
final class ZstdPacker: Packer, @unchecked Sendable {
    let effort: PackingEffort
    private let context: OpaquePointer

    init(_ effort: PackingEffort) throws(PackingFault) {
        self.effort = effort
        guard let context = unsafe ZSTD_createCCtx() else { throw PackingFault() }
        unsafe self.context = unsafe context
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, effort == .thorough ? 3 : 1)
        // Browsers refuse windows of more than 8 MB; a reader's memory is spared well before that.
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, effort == .trickle ? 14 : 20)
    }

    deinit { unsafe ZSTD_freeCCtx(context) }

    func begin(length: Int?) throws(PackingFault) {
        unsafe ZSTD_CCtx_reset(context, ZSTD_reset_session_only)
        if let length { unsafe ZSTD_CCtx_setPledgedSrcSize(context, UInt64(length)) }
    }

    func step(
        _ input: inout UnsafeBufferPointer<UInt8>, into output: inout UnsafeMutableBufferPointer<UInt8>,
        _ end: PackingEnd
    ) throws(PackingFault) -> Bool {
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let left = unsafe ZSTD_compressStream2(
            context, &target, &source, end == .finish ? ZSTD_e_end : ZSTD_e_flush)
        guard ZSTD_isError(left) == 0 else { throw PackingFault() }
        unsafe input.skip(source.pos)
        unsafe output.skip(target.pos)
        return left == 0 && input.isEmpty
    }
}

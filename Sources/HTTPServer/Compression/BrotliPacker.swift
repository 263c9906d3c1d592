import CBrotli

/// Brotli. The library has no way to begin anew, so each body gets a fresh encoder.
///
/// `@unchecked Sendable`: belongs to one answer at a time, which uses it in one place at a time.
@safe
final class BrotliPacker: Packer, @unchecked Sendable {
    let effort: PackingEffort
    private var encoder: OpaquePointer?

    init(_ effort: PackingEffort) {
        self.effort = effort
        unsafe encoder = nil
    }

    deinit { if let encoder = unsafe encoder { unsafe BrotliEncoderDestroyInstance(encoder) } }

    func begin(length: Int?) throws(PackingFault) {
        if let encoder = unsafe encoder { unsafe BrotliEncoderDestroyInstance(encoder) }
        unsafe encoder = unsafe BrotliEncoderCreateInstance(nil, nil, nil)
        guard let encoder = unsafe encoder else { throw PackingFault() }
        let (quality, window): (UInt32, UInt32) =
            switch effort {
            case .quick: (2, 18)
            case .thorough: (5, 18)
            case .trickle: (1, 16)
            }
        unsafe BrotliEncoderSetParameter(encoder, BROTLI_PARAM_QUALITY, quality)
        unsafe BrotliEncoderSetParameter(encoder, BROTLI_PARAM_LGWIN, window)
        if let length { unsafe BrotliEncoderSetParameter(encoder, BROTLI_PARAM_SIZE_HINT, UInt32(clamping: length)) }
    }

    func step(
        _ input: inout UnsafeBufferPointer<UInt8>, into output: inout UnsafeMutableBufferPointer<UInt8>,
        _ end: PackingEnd
    ) throws(PackingFault) -> Bool {
        guard let encoder = unsafe encoder else { throw PackingFault() }
        var (offered, room) = (input.count, output.count)
        var source = input.baseAddress
        var target = output.baseAddress
        let operation = end == .finish ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_FLUSH
        guard
            unsafe BrotliEncoderCompressStream(encoder, operation, &offered, &source, &room, &target, nil) != 0
        else { throw PackingFault() }
        unsafe input.skip(input.count - offered)
        unsafe output.skip(output.count - room)
        if end == .finish { return unsafe BrotliEncoderIsFinished(encoder) != 0 }
        return unsafe input.isEmpty && BrotliEncoderHasMoreOutput(encoder) == 0
    }
}

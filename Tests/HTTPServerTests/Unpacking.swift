import CBrotli.Decoder
import CZlib
import CZstd
import HTTP

/// Unpacks what a reader has got so far, with the libraries' own decoders. The end need not have come yet.
enum Unpacking {
    struct Broken: Error {}

    /// The bytes so far, and whether the packed body is complete.
    static func unpack(_ packed: [UInt8], _ coding: ContentCoding) throws -> (bytes: [UInt8], isComplete: Bool) {
        switch coding {
        case .gzip: try gunzip(packed)
        case .brotli: try unbrotli(packed)
        case .zstd: try unzstd(packed)
        case .identity: (packed, true)
        }
    }

    private static func gunzip(_ packed: [UInt8]) throws -> ([UInt8], Bool) {
        var stream = unsafe z_stream()
        // 16: gzip's framing alone is accepted, its checksum compared.
        guard unsafe konak_inflate_init(&stream, 15 + 16) == Z_OK else { throw Broken() }
        defer { unsafe inflateEnd(&stream) }
        var (bytes, packed, isComplete) = ([UInt8](), packed, false)
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        try unsafe packed.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(input.count)
            while !isComplete {
                let (code, count) = unsafe buffer.withUnsafeMutableBufferPointer { output in
                    unsafe stream.next_out = output.baseAddress
                    unsafe stream.avail_out = UInt32(output.count)
                    let code = unsafe inflate(&stream, Z_SYNC_FLUSH)
                    return unsafe (code, output.count - Int(stream.avail_out))
                }
                bytes += buffer[..<count]
                isComplete = code == Z_STREAM_END
                guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw Broken() }
                if count == 0 { break }
            }
            guard unsafe !isComplete || stream.avail_in == 0 else { throw Broken() }
        }
        return (bytes, isComplete)
    }

    private static func unbrotli(_ packed: [UInt8]) throws -> ([UInt8], Bool) {
        guard let decoder = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else { throw Broken() }
        defer { unsafe BrotliDecoderDestroyInstance(decoder) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        var result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
        try unsafe packed.withUnsafeBufferPointer { input in
            var (offered, next) = (input.count, input.baseAddress)
            while unsafe result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT || BrotliDecoderHasMoreOutput(decoder) != 0 {
                let size = buffer.count
                let count = unsafe buffer.withUnsafeMutableBufferPointer { output in
                    var (room, target) = (output.count, output.baseAddress)
                    result = unsafe BrotliDecoderDecompressStream(decoder, &offered, &next, &room, &target, nil)
                    return size - room
                }
                bytes += buffer[..<count]
            }
            guard result != BROTLI_DECODER_RESULT_ERROR, offered == 0 else { throw Broken() }
        }
        return (bytes, result == BROTLI_DECODER_RESULT_SUCCESS)
    }

    private static func unzstd(_ packed: [UInt8]) throws -> ([UInt8], Bool) {
        guard let decoder = unsafe ZSTD_createDStream() else { throw Broken() }
        defer { unsafe ZSTD_freeDStream(decoder) }
        var (bytes, left) = ([UInt8](), 1)
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        try unsafe packed.withUnsafeBufferPointer { input in
            var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            while true {
                let count = unsafe buffer.withUnsafeMutableBufferPointer { output in
                    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                    left = unsafe ZSTD_decompressStream(decoder, &target, &source)
                    return unsafe target.pos
                }
                guard ZSTD_isError(left) == 0 else { throw Broken() }
                bytes += buffer[..<count]
                if unsafe left == 0 || count == 0 && source.pos == source.size { break }
            }
            guard unsafe source.pos == source.size else { throw Broken() }
        }
        return (bytes, left == 0)
    }
}

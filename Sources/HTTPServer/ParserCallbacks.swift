import CLlhttp

/// The table of C functions through which llhttp calls back. One for the whole process: it holds no state.
enum ParserCallbacks {
    /// `nonisolated(unsafe)`: written once, before its first use, and only read after that.
    nonisolated(unsafe) static let settings: UnsafeMutablePointer<llhttp_settings_t> = {
        let settings = UnsafeMutablePointer<llhttp_settings_t>.allocate(capacity: 1)
        unsafe llhttp_settings_init(settings)
        unsafe settings.pointee.on_header_field = { parser, start, length in
            unsafe withOwner(parser) { if let start = unsafe start { unsafe $0.fieldName(start, length) } }
            return 0
        }
        unsafe settings.pointee.on_header_value = { parser, start, length in
            unsafe withOwner(parser) { if let start = unsafe start { unsafe $0.fieldValue(start, length) } }
            return 0
        }
        unsafe settings.pointee.on_headers_complete = { parser in
            unsafe withOwner(parser) { $0.headEnded() }
            return 0
        }
        unsafe settings.pointee.on_body = { parser, start, length in
            unsafe withOwner(parser) { if let start = unsafe start { unsafe $0.bodyPiece(start, length) } }
            return 0
        }
        unsafe settings.pointee.on_message_complete = { parser in
            unsafe withOwner(parser) { $0.messageEnded() }
            return Int32(HPE_PAUSED.rawValue)
        }
        return unsafe settings
    }()

    /// Lends the owner without counting: it waits for llhttp to return, so it is there.
    @inline(__always)
    private static func withOwner(_ parser: UnsafeMutablePointer<llhttp_t>?, _ body: (RequestParser) -> Void) {
        guard let data = unsafe parser?.pointee.data else { return }
        unsafe Unmanaged<RequestParser>.fromOpaque(data)._withUnsafeGuaranteedRef { body($0) }
    }
}

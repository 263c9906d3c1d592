import CLlhttp

/// The table of C functions through which llhttp calls back. One for the whole process: it holds no state.
enum ParserCallbacks {
    /// `nonisolated(unsafe)`: written once, before its first use, and only read after that.
    nonisolated(unsafe) static let settings: UnsafeMutablePointer<llhttp_settings_t> = {
        let settings = UnsafeMutablePointer<llhttp_settings_t>.allocate(capacity: 1)
        unsafe llhttp_settings_init(settings)
        unsafe settings.pointee.on_header_field = { parser, start, length in
            if let start = unsafe start { unsafe owner(parser)?.fieldName(start, length) }
            return 0
        }
        unsafe settings.pointee.on_header_value = { parser, start, length in
            if let start = unsafe start { unsafe owner(parser)?.fieldValue(start, length) }
            return 0
        }
        unsafe settings.pointee.on_headers_complete = { parser in
            unsafe owner(parser)?.headEnded()
            return 0
        }
        unsafe settings.pointee.on_body = { parser, start, length in
            if let start = unsafe start { unsafe owner(parser)?.bodyPiece(start, length) }
            return 0
        }
        unsafe settings.pointee.on_message_complete = { parser in
            unsafe owner(parser)?.messageEnded()
            return Int32(HPE_PAUSED.rawValue)
        }
        return unsafe settings
    }()

    private static func owner(_ parser: UnsafeMutablePointer<llhttp_t>?) -> RequestParser? {
        guard let data = unsafe parser?.pointee.data else { return nil }
        return unsafe Unmanaged<RequestParser>.fromOpaque(data).takeUnretainedValue()
    }
}

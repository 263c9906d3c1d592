import CLlhttp

/// llhttp alone, fed the stream as it came: where it sees requests end.
@safe
struct BareLlhttp: ~Copyable {
    private let settings = UnsafeMutablePointer<llhttp_settings_t>.allocate(capacity: 1)
    private let parser = UnsafeMutablePointer<llhttp_t>.allocate(capacity: 1)

    init() {
        unsafe llhttp_settings_init(settings)
        unsafe settings.pointee.on_message_complete = { _ in Int32(HPE_PAUSED.rawValue) }
        unsafe llhttp_init(parser, HTTP_REQUEST, settings)
    }

    deinit {
        unsafe parser.deallocate()
        unsafe settings.deallocate()
    }

    /// The ends of the first `count` requests, as far as it sees so many.
    func ends(of count: Int, in bytes: [UInt8]) -> [Int] {
        unsafe bytes.withUnsafeBytes { raw in
            var ends: [Int] = []
            guard let base = unsafe raw.bindMemory(to: CChar.self).baseAddress else { return [] }
            var start = 0
            while ends.count < count, start < raw.count {
                let code = unsafe llhttp_execute(parser, base + start, raw.count - start)
                guard code == HPE_PAUSED, let position = unsafe llhttp_get_error_pos(parser) else { break }
                start = unsafe position - base
                ends.append(start)
                unsafe llhttp_resume(parser)
            }
            return ends
        }
    }
}

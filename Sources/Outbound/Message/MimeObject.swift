import CGMime

/// One of GMime's objects, held as long as this is: a part or parts put together.
@safe
struct MimeObject: ~Copyable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer?) throws(MailFault) {
        guard let pointer = unsafe pointer else { throw MailFault(.structure, "the library gave nothing") }
        unsafe self.pointer = unsafe pointer
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(pointer)) }

    /// The library is loaded and sets itself up once, before its first use.
    private static func prepare() throws(MailFault) {
        guard isReady else { throw MailFault(.structure, "GMime (libgmime-3.0-0) is not installed") }
    }

    private static let isReady: Bool = {
        guard konak_gmime_is_there() != 0 else { return false }
        g_mime_init()
        return true
    }()

    /// A part of given type, its bytes in the given coding.
    static func part(_ type: String, _ bytes: [UInt8], _ coding: MailCoding) throws(MailFault) -> MimeObject {
        try prepare()
        let names = type.split(separator: "/", maxSplits: 1).map(String.init)
        guard names.count == 2 else { throw MailFault(.structure, "a type without its half") }
        let part = try unsafe MimeObject(g_mime_part_new_with_type(names[0], names[1]))
        unsafe g_mime_part_set_content_encoding(part.pointer, coding.rawValue)
        let memory = unsafe bytes.withUnsafeBytes {
            unsafe g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        let stream = try unsafe MimeObject(memory)
        let content = try unsafe MimeObject(g_mime_data_wrapper_new_with_stream(stream.pointer, 0))
        unsafe g_mime_part_set_content(part.pointer, content.pointer)
        return part
    }

    /// Parts put together, with a line between them that no text can hold by accident.
    static func multipart(_ subtype: String, boundary: String) throws(MailFault) -> MimeObject {
        try prepare()
        let multipart = try unsafe MimeObject(g_mime_multipart_new_with_subtype(subtype))
        unsafe g_mime_multipart_set_boundary(multipart.pointer, boundary)
        return multipart
    }

    borrowing func add(_ part: borrowing MimeObject) { unsafe g_mime_multipart_add(pointer, part.pointer) }

    /// How the part is shown, and its name for those who save it: in UTF-8, where the library would look for an older
    /// alphabet that holds it.
    borrowing func set(disposition: String, fileName: MailFileName?) {
        unsafe g_mime_object_set_disposition(pointer, disposition)
        guard let fileName, let place = unsafe g_mime_object_get_content_disposition(pointer) else { return }
        unsafe g_mime_content_disposition_set_parameter(place, "filename", fileName.text)
        guard let list = unsafe g_mime_content_disposition_get_parameters(place),
            let parameter = unsafe g_mime_param_list_get_parameter(list, "filename")
        else { return }
        unsafe g_mime_param_set_charset(parameter, "utf-8")
    }

    borrowing func set(parameter name: String, _ value: String) {
        unsafe g_mime_object_set_content_type_parameter(pointer, name, value)
    }

    /// All of it, each line ended by CR LF.
    borrowing func bytes() throws(MailFault) -> [UInt8] {
        guard let options = unsafe g_mime_format_options_new(), let array = unsafe g_byte_array_new() else {
            throw MailFault(.structure, "no memory")
        }
        defer {
            unsafe g_mime_format_options_free(options)
            unsafe g_byte_array_unref(array)
        }
        unsafe g_mime_format_options_set_newline_format(options, Int32(KONAK_GMIME_CRLF))
        let stream = try unsafe MimeObject(g_mime_stream_mem_new_with_byte_array(array))
        unsafe g_mime_stream_mem_set_owner(stream.pointer, 0)
        guard unsafe g_mime_object_write_to_stream(pointer, options, stream.pointer) >= 0 else {
            throw MailFault(.structure, "the message could not be written")
        }
        return unsafe [UInt8](UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
    }
}

/// How a part's bytes travel.
enum MailCoding: Int32 {
    case sevenBit = 1
    case eightBit = 2
    case base64 = 4
    case quotedPrintable = 5

    /// The lightest coding in which the text arrives as it is. Its lines end with LF.
    static func fitting(_ text: [UInt8], eightBitAllowed: Bool) -> MailCoding {
        var (high, line, longest) = (0, 0, 0)
        var isOdd = false
        for byte in text {
            if byte >= 0x80 { high += 1 }
            if byte < 0x20, byte != 10, byte != 9 { isOdd = true }
            line = byte == 10 ? 0 : line + 1
            longest = max(longest, line)
        }
        if high == 0, !isOdd, longest <= 78, !text.contains(fromLine: fromLine) {
            return .sevenBit
        }
        if eightBitAllowed, !isOdd, longest <= 900, !text.contains(fromLine: fromLine) { return .eightBit }
        return high * 4 > text.count ? .base64 : .quotedPrintable
    }

    /// Mail stores of old change lines that begin so, and with them the signature.
    private static let fromLine = Array("From ".utf8)
}

extension [UInt8] {
    fileprivate func contains(fromLine word: [UInt8]) -> Bool {
        var isStart = true
        for index in indices {
            if isStart, self[index] == word[0], self[index...].starts(with: word) { return true }
            isStart = self[index] == 10
        }
        return false
    }
}

/// Doors for a fuzzer. Each takes any bytes, must not trap, and returns false when a promise was broken.
package enum MarkupFuzzing {
    /// Text from outside never opens a tag nor leaves its quotes, wherever it is put.
    package static func literal(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        let page: HTML =
            "<p title=\"\(text)\"><a href='\(text)'>\(text)</a><img src=\"/i/\(text)\"><i>\(HTML(text: text))</i>"
        let opened = page.bytes.count { $0 == UInt8(ascii: "<") }
        let quotes = page.bytes.count { $0 == UInt8(ascii: "\"") }
        return opened == 6 && quotes == 4 && page.endsInText && page.faults.isEmpty
    }

    /// Markup of any bytes ends in a known state, and text in it is refused or escaped.
    package static func context(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let raw = unsafe String(decoding: bytes, as: UTF8.self)
        let open = HTML(unsafeRaw: raw)
        let whole: HTML = "\(open)\("<script>'\"")"
        return !whole.bytes.dropFirst(open.bytes.count).contains(UInt8(ascii: "<"))
    }

    /// An address that was let through has an allowed scheme or none.
    package static func address(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        guard let url = SafeURL(text) else { return true }
        return url.isLocal || ["http://", "https://", "mailto:", "tel:"].contains { text.lowercased().hasPrefix($0) }
    }
}

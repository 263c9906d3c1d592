extension MediaType {
    /// A page.
    public static let html = MediaType(utf8: "text/html")
    /// Text without form.
    public static let plainText = MediaType(utf8: "text/plain")
    /// RFC 8259; always UTF-8, so without charset.
    public static let json = MediaType("application/json")
    /// RFC 9457.
    public static let problemJSON = MediaType("application/problem+json")
    /// One JSON value to a line.
    public static let jsonLines = MediaType("application/jsonl")
    /// A form without files.
    public static let form = MediaType("application/x-www-form-urlencoded")
    /// A form with files.
    public static let multipartForm = MediaType("multipart/form-data")
    /// Server-sent events.
    public static let eventStream = MediaType("text/event-stream")
    /// A style sheet.
    public static let css = MediaType(utf8: "text/css")
    /// A script.
    public static let javaScript = MediaType(utf8: "text/javascript")
    /// RFC 4180.
    public static let csv = MediaType(utf8: "text/csv")
    /// A calendar, RFC 5545.
    public static let calendar = MediaType(utf8: "text/calendar")
    /// A document.
    public static let pdf = MediaType("application/pdf")
    /// A drawing; it can carry scripts, so it is never shown inline when someone sent it in.
    public static let svg = MediaType("image/svg+xml")
    /// A picture.
    public static let png = MediaType("image/png")
    /// A photograph.
    public static let jpeg = MediaType("image/jpeg")
    /// Anything: a browser saves it.
    public static let octetStream = MediaType("application/octet-stream")

    /// The type of a file by the extension of its name, in any case; nil for an unknown one. It says what a file is
    /// called, not what it is: for files sent in by someone, look at their bytes.
    public static func forExtension(_ name: some StringProtocol) -> MediaType? { byExtension[name.lowercased()] }

    /// The type of a file by its name; `octetStream` when it says nothing.
    public static func forFile(named name: some StringProtocol) -> MediaType {
        guard let dot = name.lastIndex(of: ".") else { return .octetStream }
        return forExtension(name[name.index(after: dot)...]) ?? .octetStream
    }

    private static let byExtension: [String: MediaType] = [
        "html": .html, "htm": .html, "txt": .plainText, "log": .plainText, "md": MediaType(utf8: "text/markdown"),
        "css": .css, "js": .javaScript, "mjs": .javaScript, "map": .json, "json": .json, "jsonl": .jsonLines,
        "webmanifest": MediaType("application/manifest+json"), "wasm": MediaType("application/wasm"),
        "xml": MediaType("application/xml"), "xsl": MediaType("application/xslt+xml"), "csv": .csv,
        "tsv": MediaType(utf8: "text/tab-separated-values"), "ics": .calendar, "vcf": MediaType(utf8: "text/vcard"),
        "pdf": .pdf, "rtf": MediaType("application/rtf"), "eml": MediaType("message/rfc822"),
        "svg": .svg, "png": .png, "apng": MediaType("image/apng"), "jpg": .jpeg, "jpeg": .jpeg,
        "gif": MediaType("image/gif"), "webp": MediaType("image/webp"), "avif": MediaType("image/avif"),
        "heic": MediaType("image/heic"), "heif": MediaType("image/heif"), "bmp": MediaType("image/bmp"),
        "tif": MediaType("image/tiff"), "tiff": MediaType("image/tiff"), "ico": MediaType("image/vnd.microsoft.icon"),
        "woff": MediaType("font/woff"), "woff2": MediaType("font/woff2"), "ttf": MediaType("font/ttf"),
        "otf": MediaType("font/otf"), "mp3": MediaType("audio/mpeg"), "m4a": MediaType("audio/mp4"),
        "ogg": MediaType("audio/ogg"), "opus": MediaType("audio/ogg"), "wav": MediaType("audio/wav"),
        "flac": MediaType("audio/flac"), "amr": MediaType("audio/amr"), "aac": MediaType("audio/aac"),
        "weba": MediaType("audio/webm"), "mp4": MediaType("video/mp4"), "m4v": MediaType("video/mp4"),
        "webm": MediaType("video/webm"), "mov": MediaType("video/quicktime"), "3gp": MediaType("video/3gpp"),
        "zip": MediaType("application/zip"), "gz": MediaType("application/gzip"), "tar": MediaType("application/x-tar"),
        "7z": MediaType("application/x-7z-compressed"), "rar": MediaType("application/vnd.rar"),
        "doc": MediaType("application/msword"), "xls": MediaType("application/vnd.ms-excel"),
        "ppt": MediaType("application/vnd.ms-powerpoint"),
        "docx": MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "xlsx": MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "pptx": MediaType("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        "odt": MediaType("application/vnd.oasis.opendocument.text"),
        "ods": MediaType("application/vnd.oasis.opendocument.spreadsheet"),
        "odp": MediaType("application/vnd.oasis.opendocument.presentation"),
        "p7s": MediaType("application/pkcs7-signature"), "p7m": MediaType("application/pkcs7-mime"),
    ]
}

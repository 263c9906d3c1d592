/// Names of files that came from outside: for showing and saving as, never for opening.
public enum Filename {
    /// The most bytes of a name; most file systems take no more.
    public static let maximumBytes = 255

    /// The last part of a name that may carry a path of either kind of slash, without control characters and the marks
    /// that turn the direction of writing (`gpj.exe` shown as `exe.jpg`), cut to 255 bytes with its extension kept. A name
    /// of dots and blanks alone becomes `file`; an empty one stays empty.
    public static func harmless(_ name: String) -> String {
        if name.isEmpty { return "" }
        let last = name.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last
        var clean = String.UnicodeScalarView()
        for scalar in last ?? name.unicodeScalars[...] where isHarmless(scalar) { clean.append(scalar) }
        while let first = clean.first, first == " " { clean.removeFirst() }
        trimEnd(&clean)
        return clean.isEmpty ? "file" : cut(String(clean))
    }

    /// Some systems drop blanks and dots at the end, and then two names are one.
    private static func trimEnd(_ name: inout String.UnicodeScalarView) {
        while let end = name.last, end == " " || end == "." { name.removeLast() }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: false
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: false
        default: true
        }
    }

    private static func cut(_ name: String) -> String {
        guard name.utf8.count > maximumBytes else { return name }
        var ending = ""
        if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 16 { ending = String(name[dot...]) }
        var stem = String.UnicodeScalarView()
        var room = maximumBytes - ending.utf8.count
        for scalar in name.unicodeScalars {
            room -= UTF8.width(scalar)
            if room < 0 { break }
            stem.append(scalar)
        }
        trimEnd(&stem)
        return String(stem) + ending
    }

    /// The name for old readers: everything beyond plain ASCII becomes an underscore.
    static func ascii(_ name: String) -> String {
        String(name.map { $0.isASCII && $0 != "%" ? $0 : "_" })
    }
}

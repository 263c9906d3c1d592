import Glibc

/// Pages that are hard on a printer.
enum Hard {
    /// Takes minutes: a table whose columns are weighed against each other, row by row.
    static let slow: String = {
        let row = "<tr>" + String(repeating: "<td>x y z</td>", count: 60) + "</tr>"
        return "<table>" + String(repeating: row, count: 4_000) + "</table>"
    }()

    /// Waits until a process has worked for half a second since it was ready.
    static func waitUntilBusy(_ process: Int32) async throws {
        let start = ticks(of: process)
        for _ in 0..<1_200 where ticks(of: process) < start + 50 { try await Task.sleep(for: .milliseconds(50)) }
    }

    /// What a process has used of the processor, in hundredths of a second.
    private static func ticks(of process: Int32) -> Int {
        guard let file = unsafe fopen("/proc/\(process)/stat", "r") else { return .max / 2 }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        let words = text.split(separator: ")").last?.split(separator: " ") ?? []
        return words.count > 12 ? (Int(words[11]) ?? 0) + (Int(words[12]) ?? 0) : 0
    }

    static let bombs: [(String, String)] = [
        ("a huge table", Hard.slow),
        ("deep nesting", String(repeating: "<div>", count: 3_000) + "x"),
        ("deep tables", String(repeating: "<table><tr><td>", count: 60) + "x"),
        ("styles in styles", "<style>" + String(repeating: "p{", count: 20_000) + "</style><p>x</p>"),
        (
            "a selector of many parts",
            "<style>" + String(repeating: "*:not(a) ", count: 3_000) + "{color:red}</style>"
                + String(repeating: "<b>", count: 200) + "x"
        ),
        (
            "variables that double",
            "<style>:root{--a0:x x x x x x x x x x;"
                + (1...12).map { "--a\($0):" + String(repeating: "var(--a\($0 - 1)) ", count: 10) + ";" }.joined()
                + "} p::before{content:var(--a12)}</style><p>x</p>"
        ),
        ("a page of a mile", "<style>@page{size:99999999mm 99999999mm}</style><p>x</p>"),
        ("a letter of a mile", "<p style=\"font-size:99999999px\">x</p>"),
        (
            "a picture that unfolds",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"999999999\" height=\"999999999\"><rect width=\"1\"/></svg>"
        ),
        (
            "entities that double",
            "<img src=\"data:image/svg+xml,"
                + percent(
                    "<!DOCTYPE s [<!ENTITY a \"xxxxxxxxxx\">"
                        + (1...9).map { n in
                            "<!ENTITY \(letter(n)) \"" + String(repeating: "&\(letter(n - 1));", count: 10) + "\">"
                        }.joined() + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&\(letter(9));</text></svg>")
                + "\">"
        ),
        ("a counter past counting", "<ol start=\"99999999999999999999\"><li>x</ol>"),
        ("bytes of no page", String(repeating: "\u{0}\u{FFFD}<", count: 5_000)),
    ]

    private static func letter(_ number: Int) -> String { String("abcdefghij".dropFirst(number).prefix(1)) }

    static func percent(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "%0" + digits : "%" + digits
        }.joined()
    }
}

import HTTP
import Testing

@Suite struct ContentDispositionTests {
    @Test(arguments: [
        "", ";", "; name=a", "form-data name=a", "form-data; name", "form-data; name=", "form-data; name=\"a",
        "form-data; name=\"a\"b", "form-data; name=a; name=b", "form-data; name=a; NAME=b",
        "form-data; filename=a; filename=b", "form-data; filename*=a", "form-data; filename*=UTF-8'a",
        "form-data; filename*=UTF-16''a", "form-data; filename*=UTF-8''%zz", "form-data; filename*=UTF-8''%ff",
        "form-data; filename*=\"UTF-8''a\"",
        "form-data; filename=\"a\\\"", "form-data" + String(repeating: "; a=b", count: 17),
    ])
    func refused(_ text: String) {
        #expect(ContentDisposition(parsing: text) == nil)
    }

    @Test(
        arguments: [
            ("form-data; name=\"a\"", "a", nil), ("FORM-DATA; Name=a", "a", nil),
            ("form-data; name=\"a;b\"; filename=\"c\"", "a;b", "c"),
            ("form-data; name=\"a\\\"b\\\\c\"", "a\"b\\c", nil),
            ("form-data; name=\"ad ı\"; filename=\"çağrı.pdf\"", "ad ı", "çağrı.pdf"),
            ("form-data; name=a; filename=\"\"", "a", ""),
            ("form-data; name=a; filename=\"C:\\folder\\x.txt\"", "a", "x.txt"),
            ("form-data; name=a; filename=\"../../etc/passwd\"", "a", "passwd"),
            ("form-data; name=a; filename=\"x\"; filename*=UTF-8''%C3%B6.txt", "a", "ö.txt"),
            ("form-data; name=a; filename*=utf-8'tr'%e2%82%ac%20rates; filename=x", "a", "€ rates"),
            ("form-data; name=a; filename*=UTF-8''..%2F..%2Fx", "a", "x"),
            ("form-data; name=a; filename=\"a%22b.txt\"", "a", "a%22b.txt"), ("form-data; name=a; unknown=1", "a", nil),
        ] as [(String, String?, String?)])
    func read(_ text: String, _ name: String?, _ filename: String?) throws {
        let disposition = try #require(ContentDisposition(parsing: text))
        #expect(disposition.kind == "form-data")
        #expect(disposition.name == name)
        #expect(disposition.filename == filename)
    }

    @Test(arguments: [
        ("", ""), ("a.txt", "a.txt"), ("/", "file"), ("a/", "file"), ("/etc/passwd", "passwd"), ("..", "file"),
        (".", "file"), ("...", "file"), (" ", "file"), ("../..", "file"), ("a\\b/c", "c"), ("a/b\\c", "c"),
        ("a\0b.png", "ab.png"), ("a\r\nb", "ab"),
        ("\u{202E}gpj.exe", "gpj.exe"), ("a\u{200B}b", "ab"), (" a.txt . ", "a.txt"), (".env", ".env"),
        ("a\u{85}b", "ab"), ("Ayşe'nin raporu.pdf", "Ayşe'nin raporu.pdf"), ("con.txt", "con.txt"), ("a\u{7F}b", "ab"),
        ("\u{2066}a\u{2069}", "a"), ("\0", "file"),
    ])
    func harmless(_ name: String, _ expected: String) {
        #expect(Filename.harmless(name) == expected)
    }

    @Test func cuttingLeavesNothingToTrim() {
        for end in [" ", ".", ". "] {
            let once = Filename.harmless(String(repeating: "a", count: 254) + end + String(repeating: "b", count: 99))
            #expect(once == Filename.harmless(once))
        }
    }

    @Test func longNamesKeepTheirExtension() {
        let cut = Filename.harmless(String(repeating: "ö", count: 300) + ".xlsx")
        #expect(cut.utf8.count <= 255 && cut.hasSuffix("ö.xlsx"))
        #expect(
            Filename.harmless(String(repeating: "a", count: 300) + "." + String(repeating: "b", count: 300)).utf8.count
                == 255)
        #expect(Filename.harmless("e" + String(repeating: "\u{301}", count: 5_000)).utf8.count <= 255)
    }

    @Test(arguments: [
        ("a.txt", "attachment; filename=\"a.txt\""), ("a \"b\".txt", "attachment; filename=\"a \\\"b\\\".txt\""),
        ("ö.txt", "attachment; filename=\"_.txt\"; filename*=UTF-8''%C3%B6.txt"),
        ("100%.txt", "attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt"),
        ("a\r\nX: y", "attachment; filename=\"aX: y\""), ("../x", "attachment; filename=\"x\""),
        ("a;b'c.txt", "attachment; filename=\"a;b'c.txt\""),
    ])
    func attachments(_ name: String, _ expected: String) {
        let value = ContentDisposition.attachment(name).fieldValue
        #expect(value == expected)
        #expect(ContentDisposition(parsing: value)?.filename == Filename.harmless(name))
        #expect(ContentDisposition.inline(name).fieldValue.hasPrefix("inline; filename=\""))
    }

    @Test func variationsAreHarmless() {
        let seeds = [
            "form-data; name=\"a\"; filename=\"b\\\\c.txt\"", "form-data; name=x; filename*=UTF-8''%C3%B6%2F%00.txt",
            "attachment; filename=\"../a\"",
        ]
        Mutations.run(seed: 12, of: seeds) { bytes in
            guard let disposition = ContentDisposition(parsing: bytes.span), let filename = disposition.filename else {
                return
            }
            #expect(
                !filename.unicodeScalars.contains { $0.value < 0x20 || $0 == "/" || $0 == "\\" }
                    && filename.utf8.count <= 255)
            #expect(ContentDisposition(parsing: disposition.fieldValue)?.filename == filename)
        }
    }
}

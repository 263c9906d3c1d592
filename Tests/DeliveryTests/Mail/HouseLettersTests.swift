import Core
import Glibc
import ModuleKit
import Templating
import Testing

@testable import Delivery

/// The letters themselves: both languages, page and text alike, whatever values they are given.
struct HouseLettersTests {
    private static let time = Timestamp(seconds: 1_795_000_000)

    static let samples: [(MailTemplate, [String: MailValue])] = [
        (.invitation, ["inviter": .text("Ada"), "place": .text("Satış"), "link": .path("/invitation/x1")]),
        (.verification, ["code": .text("482913"), "link": .path("/verify/x2")]),
        (.passwordReset, ["minutes": .number(30), "link": .path("/reset/x3")]),
        (.addressChange, ["address": .text("yeni@example.com"), "link": .path("/address/x4")]),
        (
            .newDevice,
            ["device": .text("Firefox"), "time": .time(time), "ip": .text("203.0.113.7"), "link": .path("/sessions")]
        ),
        (
            .digest,
            [
                "title": .text("Bugün"), "link": .path("/today"),
                "items": .items([MailItem("Arama", detail: "14:00", path: "/task/1"), MailItem("Teklif")]),
            ]
        ),
        (
            .notice,
            ["title": .text("Haber"), "text": .text("İlk.\n\nİkinci."), "link": .path("/n"), "button": .text("Gör")]
        ),
        (.test, [:]),
    ]

    static func orders(for address: String) -> [MailOrder] {
        samples.map { template, values in
            MailOrder(
                template, to: address, name: "Ayşe", in: .tr, values: values,
                kind: template == .digest ? .digest : .transactional,
                unsubscribePath: template == .digest ? "/digest/off?t=1" : nil)
        }
    }

    private static let brand = MailBrand(
        name: "Mavi <CRM>", hue: 200, chroma: 190, supportAddress: "destek@mavi.test", origin: "https://app.mavi.test")

    /// Letters that nobody has put anything in the place of.
    private static func letters() throws -> HouseLetters { HouseLetters(try .ofLetters(nil), tenants: nil) }

    @Test(arguments: samples.indices, Language.allCases)
    func pageAndTextSayTheSame(_ index: Int, _ language: Language) async throws {
        let (template, values) = Self.samples[index]
        let letter = MailLetter(template, in: language, brand: Self.brand, readerName: "Ayşe", values: values)
        let mail = try await Self.letters().render(letter)
        #expect(mail.passedOver.isEmpty)
        #expect(!mail.subject.isEmpty && !mail.subject.contains("\n"))
        // What the page could not hold would be left out.
        #expect(!mail.html.contains("rgb(,") && !mail.html.contains("color=\"\"") && !mail.html.contains("href=\"#\""))
        #expect(mail.html.contains("<html lang=\"\(language.rawValue)\""))
        #expect(mail.html.contains("Mavi &lt;CRM&gt;") && mail.text.contains("Mavi <CRM>"))
        #expect(mail.html.contains("mailto:destek") && mail.text.contains("destek@mavi.test"))
        #expect(mail.html.contains("Ayşe") && mail.text.contains("Ayşe"))
        for value in values.values {
            switch value {
            case .path(let path):
                #expect(mail.html.contains("href=\"https://app.mavi.test\(path)\""))
                #expect(mail.text.contains("https://app.mavi.test\(path)"))
            case .text(let text):
                for part in text.split(separator: "\n\n") {
                    #expect(mail.html.contains(part) && mail.text.contains(part))
                }
            case .items(let items):
                for item in items { #expect(mail.html.contains(item.title) && mail.text.contains(item.title)) }
            case .number(let number): #expect(mail.html.contains("\(number)") && mail.text.contains("\(number)"))
            // None of the house's letters has a value of another kind.
            case .nothing, .decimal, .money, .day, .flag, .list, .record, .resource: Issue.record("\(value)")
            case .time: #expect(mail.text.contains(language == .tr ? "18.11.2026 14:06" : "Nov 18, 2026 2:06\u{A0}PM"))
            }
        }
        // Nothing is fetched, nothing runs, nothing leads elsewhere.
        for word in ["<script", "<img", "url(", "@import", "javascript:", "http://"] {
            #expect(!mail.html.contains(word))
        }
    }

    @Test(arguments: samples.indices) func theLanguagesDiffer(_ index: Int) async throws {
        let (template, values) = Self.samples[index]
        var texts: [String] = []
        for language in Language.allCases {
            let letter = MailLetter(template, in: language, brand: Self.brand, values: values)
            texts.append(try await Self.letters().render(letter).html)
        }
        #expect(texts[0] != texts[1])
    }

    @Test(arguments: samples.indices) func whatLacksIsRefused(_ index: Int) throws {
        let letters = try Self.letters()
        let (template, values) = Self.samples[index]
        let optional: Set = ["inviter", "place", "code", "minutes", "ip", "button"]
        for name in values.keys where !optional.contains(name) {
            if name == "link", [.newDevice, .digest, .notice].contains(template) { continue }
            var fewer = values
            fewer[name] = nil
            #expect(throws: MailRefusal.value(name)) { try letters.check(template, fewer) }
        }
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "</style><svg onload=x>",
        "&lt;b&gt;", "javascript:alert(1)", "{{7*7}}", "<!--", "]]>",
    ]

    @Test(arguments: hostile) func valuesAreNeverMarkup(_ text: String) async throws {
        for (template, values) in Self.samples {
            let values = values.mapValues { value -> MailValue in
                switch value {
                case .text: .text(text)
                case .items: .items([MailItem(text, detail: text, path: "/x")])
                default: value
                }
            }
            var brand = Self.brand
            brand.name = text
            let mail = try await Self.letters().render(
                MailLetter(template, in: .en, brand: brand, readerName: text, values: values))
            for tag in ["<script", "<img", "<svg", "onerror=alert(1)>", "<!--"] {
                #expect(!mail.html.replacing("<!doctype", with: "").contains(tag))
            }
            #expect(!mail.html.contains("href=\"javascript"))
        }
    }

    @Test(arguments: Array(stride(from: 0, to: 360, by: 15))) func whiteLettersOnEveryAccentCanBeRead(_ hue: Int) {
        for chroma in [0, 60, 120, 190, 400] {
            let colour = Brand(name: "x", hue: hue, chroma: chroma).accent.strong
            let parts = [colour.red, colour.green, colour.blue].map { part -> Double in
                let value = Double(part) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            #expect(1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05) >= 4.5)
        }
    }

    static let lines: [(String, String)] = [
        ("Ayşe Yılmaz", "Ayşe Yılmaz"), ("a\r\nBcc: x@y.z", "a Bcc: x@y.z"), ("a\u{0}b", "a b"),
        ("\u{202E}evil\u{202C}", "evil"), ("a\u{2028}b\u{2029}c", "a b c"), ("  many   blanks ", "many blanks"),
        ("\u{FEFF}x\u{200B}y", "x y"), ("👩‍👩‍👧 ok", "👩‍👩‍👧 ok"), ("", ""), ("\u{85}x", "x"),
    ]

    @Test(arguments: lines) func namesBecomeOneCleanLine(_ text: String, _ clean: String) {
        #expect(CleanText.line(text) == clean)
    }

    @Test func nothingIsTooLong() {
        #expect(CleanText.line(String(repeating: "x", count: 5_000)).count <= 120)
        #expect(CleanText.line(String(repeating: "word ", count: 5_000)).count <= 200)
        #expect(CleanText.line("e" + String(repeating: "\u{301}", count: 100_000)).utf8.count <= 800)
        #expect(CleanText.lines("a\r\nb\rc\u{2028}d\u{0}e\tf") == "a\nb\nc\nde f")
    }

    @Test func triesGetRarerAndEndAfterADay() throws {
        let plan = RetryPlan()
        let start = Timestamp(seconds: 1_800_000_000)
        var (now, attempt, tries) = (start, Int64(1), 0)
        var last = Duration.zero
        while let next = plan.next(after: attempt, queued: start, now: now, chance: 0.5) {
            #expect(next > now && next <= start + .seconds(86_400))
            if next < start + .seconds(86_400) { #expect(next.duration(since: now) >= last) }
            last = next.duration(since: now)
            (now, attempt, tries) = (next, attempt + 1, tries + 1)
        }
        #expect((12...30).contains(tries))
        #expect(now == start + .seconds(86_400))
        #expect(plan.next(after: .max, queued: start, now: start, chance: 7) != nil)
    }
}

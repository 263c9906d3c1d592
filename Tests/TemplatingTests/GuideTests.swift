import Core
import Glibc
import Templating
import Testing

@Suite("The page on templates")
struct GuideTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let source: String
        let form: TemplateForm
        let output: String
        var testDescription: String { String(source.prefix(40)) }
    }

    @Test("renders every example of the page", arguments: Guide.examples)
    func example(_ example: Example) throws {
        let template = try Template(example.source, form: example.form)
        let parts = ["documents.foot": try Template("-- {{ brand.name }}", form: example.form)]
        #expect(template.faults(names: Guide.names, parts: parts) == [])
        let result = try template.render(Guide.values, parts: parts, formats: .house(.tr))
        #expect(result.text == example.output)
    }

    @Test("has examples, and names every filter")
    func whole() {
        #expect(Guide.examples.count == 7)
        for filter in ["default", "upper", "truncate", "join", "plural", "choose", "lines", "first", "trim"] {
            #expect(Guide.text.contains("`\(filter)"))
        }
    }
}

/// The page, and the values it speaks of.
private enum Guide {
    static let text: String = {
        let path = #filePath.dropLast("Tests/TemplatingTests/GuideTests.swift".utf8.count) + "docs/templates.md"
        guard let file = unsafe fopen(String(path), "r") else { return "" }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }()

    static let examples: [GuideTests.Example] = {
        var examples: [GuideTests.Example] = []
        var (source, output): ([Substring], [Substring]?) = ([], nil)
        var fence = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if line == "```", fence == "```output", let lines = output {
                    let form: TemplateForm = source.first == "markup" ? .markup : .text
                    examples.append(
                        GuideTests.Example(
                            source: source.dropFirst().joined(separator: "\n"), form: form,
                            output: lines.joined(separator: "\n")))
                }
                if line.hasPrefix("```template") { source = [line.dropFirst("```template ".utf8.count)] }
                if line == "```output" { output = [] }
                fence = line == "```" ? "" : String(line)
            } else if fence.hasPrefix("```template") {
                source.append(line)
            } else if fence == "```output" {
                output?.append(line)
            }
        }
        return examples
    }()

    static let names: [String: TemplateShape] = [
        "customer": .record(["name": .value, "city": .value]), "nickname": .value, "missing": .value,
        "notes": .list(of: .value),
        "total": .value, "rate": .number, "paid": .value, "due": .value, "sent": .value, "tags": .list(of: .value),
        "lines": .list(of: .record(["title": .value, "price": .value])), "danger": .value, "link": .value,
        "address": .value, "brand": .record(["name": .value, "colour": .colour]),
    ]

    private static func lira(_ whole: Int64) -> Datum { .money(Money(minorUnits: whole * 100, .turkishLira)) }

    static let values: [String: Datum] = [
        "customer": .record(["name": "Işıl Çelik", "city": "İzmir"]), "nickname": "", "missing": .nothing,
        "notes": .list([]),
        "total": lira(1_250), "rate": .number(DecimalNumber(units: 185, places: 1) ?? DecimalNumber(0)), "paid": false,
        "due": CalendarDay(year: 2026, month: 3, day: 9).map { .day($0) } ?? .nothing,
        "sent": .moment(Timestamp(seconds: 1_800_000_000)), "tags": .list(["yeni", "acil"]),
        "lines": .list([
            .record(["title": "Boya", "price": lira(1_000)]), .record(["title": "Fırça", "price": lira(250)]),
            .record(["title": "Bant", "price": lira(50)]),
        ]), "danger": "<b> & \"", "link": "javascript:alert(1)", "address": "Kordon 1\nİzmir",
        "brand": .record(["name": "Deniz Ajans", "colour": .colour(Colour(red: 10, green: 92, blue: 143))]),
    ]
}

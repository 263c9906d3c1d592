import Markup
import Testing

@testable import UI

/// The browser files are all there, name each other by fingerprint, and hold every icon that is used.
@Suite struct AssetsTests {
    @Test func everyNamedFileIsThere() {
        for name in Assets.Name.allCases {
            let link = Assets.house.link(name).text
            #expect(link.hasPrefix("/assets/") && link.count > name.rawValue.count + 20, "\(name)")
        }
        #expect(Assets.house.files.allSatisfy { !$0.bytes.isEmpty })
        #expect(!Assets.house.serviceWorker.bytes.isEmpty)
    }

    @Test func referencesCarryFingerprints() throws {
        let known = Set(Assets.house.files.map(\.fingerprintedName))
        for file in Assets.house.files {
            let called = References.names(in: (file.name, file.bytes))
            #expect(called.allSatisfy(known.contains), "\(file.name) calls \(called)")
        }
        let app = try #require(Assets.house.files.first { $0.name == "app.js" })
        #expect(References.names(in: (app.name, app.bytes)).count > 14)
    }

    @Test func aChangeBelowChangesTheNameAbove() {
        func name(_ inner: String) -> String {
            let raw = [("a.js", Array("import \"./b.js\"".utf8)), ("b.js", Array(inner.utf8)), ("sw.js", [])]
            return Assets(raw: raw).link("a.js").text
        }
        #expect(name("1") != name("2"))
        #expect(name("1") == name("1"))
    }

    @Test func theWorkerKnowsAllFilesAndChangesWithThem() {
        func worker(_ style: String) -> String {
            let script = Array("const house = [\"$files\"], files = \"files-$made\";".utf8)
            let assets = Assets(raw: [("sw.js", script), ("a.css", Array(style.utf8)), ("b.js", Array("1".utf8))])
            let text = String(decoding: assets.serviceWorker.bytes, as: UTF8.self)
            #expect(assets.files.allSatisfy { text.contains("\"\($0.fingerprintedName)\"") })
            #expect(!text.contains("$"))
            return String(text.suffix(25))
        }
        #expect(worker("a") != worker("b"))
        #expect(worker("a") == worker("a"))
        let house = String(decoding: Assets.house.serviceWorker.bytes, as: UTF8.self)
        #expect(Assets.house.files.allSatisfy { house.contains($0.fingerprintedName) })
    }

    @Test func filesThatNameEachOtherInACircleStillCome() {
        let raw = [("a.js", Array("import \"./b.js\"".utf8)), ("b.js", Array("import \"./a.js\"".utf8))]
        #expect(Assets(raw: raw).files.count == 2)
    }

    @Test func everyIconIsInTheSprite() throws {
        let sprite = try #require(Assets.house.files.first { $0.name == "icons.svg" })
        let text = String(decoding: sprite.bytes, as: UTF8.self)
        for icon in Icon.allCases {
            #expect(text.contains("<symbol id=\"\(icon.rawValue)\""), "run scripts/assets: \(icon.rawValue) is missing")
        }
    }

    @Test func everyIconOfAScriptIsInTheList() {
        let known = Set(Icon.allCases.map(\.rawValue))
        for file in Assets.house.files where file.name.hasSuffix(".js") && file.name != "htmx.js" {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for call in text.split(separator: "icon(\"").dropFirst() {
                let name = String(call.prefix { $0 != "\"" })
                #expect(known.contains(name), "\(file.name) draws \(name)")
            }
        }
    }

    @Test func fontAndStyleAreLight() throws {
        let font = try #require(Assets.house.files.first { $0.name == "inter.woff2" })
        #expect(font.bytes.count <= 60_000)
        #expect(font.bytes.prefix(4) == Array("wOF2".utf8)[...])
    }
}

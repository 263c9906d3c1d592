import Core
import Glibc
import Markup
import Testing

@testable import UI

/// Every page of the design as a file, for the browser walk: `DESIGN_FOLDER=folder` writes them there.
@Suite struct DesignFilesTests {
    static let nonce = Nonce("design-page-nonce-0")

    static func frame(_ language: Language, _ theme: Theme, hue: Int = 262) throws -> Document.Frame {
        var frame = Document.Frame(
            brand: BrandFace(
                name: "Ege Yapı", style: BrandStyle(hue: hue, chroma: 1000), icon: SafeURL("/icon.svg"),
                manifest: SafeURL("/manifest.json")),
            language: language, preferences: Preferences(theme: theme), nonce: try #require(nonce), token: "design",
            worker: SafeURL("/sw.js"))
        frame.reader = "design"
        return frame
    }

    private static func living(_ frame: Document.Frame) -> [(name: String, html: HTML)] {
        LivingPage.Chapter.allCases.map { ($0.rawValue, LivingPage(frame, $0).html) }
    }

    @Test(arguments: Language.allCases, Theme.allCases) func pagesAreWhole(language: Language, theme: Theme) throws {
        let frame = try Self.frame(language, theme)
        for (name, page) in Samples(frame).pages + Self.living(frame) {
            #expect(page.endsInText, "\(name)")
            #expect(page.faults.isEmpty, "\(name): \(page.faults)")
            let text = page.description
            #expect(!text.contains(" style=\""), "\(name) sets a style on an element")
            #expect(text.contains("<html lang=\"\(language.rawValue)\" data-theme=\"\(theme.rawValue)\""))
            #expect(text.utf8.count < 200_000)
        }
    }

    @Test(.enabled(if: unsafe getenv("DESIGN_FOLDER") != nil)) func write() throws {
        let folder = unsafe String(cString: try #require(unsafe getenv("DESIGN_FOLDER")))
        unsafe mkdir(folder, 0o755)
        unsafe mkdir(folder + "/assets", 0o755)
        for file in Assets.house.files { try save(file.bytes, folder + "/assets/" + file.fingerprintedName) }
        try save(Assets.house.serviceWorker.bytes, folder + "/sw.js")
        for language in Language.allCases {
            for theme in Theme.allCases where theme != .system {
                let inner = "\(folder)/\(language.rawValue)-\(theme.rawValue)"
                unsafe mkdir(inner, 0o755)
                let frame = try Self.frame(language, theme)
                for (name, page) in Samples(frame).pages + Self.living(frame) {
                    try save(page.bytes, "\(inner)/\(name).html")
                }
            }
        }
        let frame = try Self.frame(.tr, .system)
        try save(Manifest(frame.brand, icons: [], in: .tr).json, folder + "/manifest.json")
        try save(ErrorScreen(frame, .offline).html.bytes, folder + "/offline.html")
        try save(Samples(try Self.frame(.tr, .light, hue: 155)).pages[0].html.bytes, folder + "/tr-light/green.html")
    }

    private func save(_ bytes: [UInt8], _ path: String) throws {
        let file = try unsafe #require(fopen(path, "w"), "\(path)")
        let written = unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
        #expect(written == bytes.count)
    }
}

public import Core
public import Markup

/// The web app manifest of a brand, which makes its site installable.
public struct Manifest: Sendable {
    let brand: BrandFace
    let language: Language
    let icons: [(url: SafeURL, size: Int, isMaskable: Bool)]

    /// A manifest with the icons there are; an SVG icon has the size 0.
    public init(_ brand: BrandFace, icons: [(url: SafeURL, size: Int, isMaskable: Bool)], in language: Language) {
        (self.brand, self.icons, self.language) = (brand, icons, language)
    }

    /// The JSON, as `application/manifest+json`.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (key, value) in [
            ("name", brand.name), ("short_name", String(brand.name.prefix(12))), ("lang", language.rawValue),
            ("id", "/"),
            ("start_url", "/"), ("scope", "/"), ("display", "standalone"),
            ("background_color", brand.style.frameColors.light), ("theme_color", brand.style.frameColors.light),
        ] {
            writer.key(escaping: key)
            writer.string(value)
        }
        writer.key("icons")
        writer.beginArray()
        for icon in icons { write(icon, to: &writer) }
        writer.endArray()
        writer.endObject()
        return writer.finish()
    }

    private func write(_ icon: (url: SafeURL, size: Int, isMaskable: Bool), to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("src")
        writer.string(icon.url.text)
        writer.key("sizes")
        writer.string(icon.size > 0 ? "\(icon.size)x\(icon.size)" : "any")
        writer.key("purpose")
        writer.string(icon.isMaskable ? "maskable" : "any")
        writer.endObject()
    }
}

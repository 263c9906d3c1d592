public import Core

/// A page of markup on its way to paper.
public struct DocumentSource: Sendable {
    /// The markup.
    public let html: String
    /// The files it may name, as `asset:` and the name. It reaches nothing else.
    public let assets: [DocumentAsset]

    /// A page.
    public init(html: String, assets: [DocumentAsset] = []) { (self.html, self.assets) = (html, assets) }
}

/// A file that comes along with a page: a logo, a typeface.
public struct DocumentAsset: Sendable {
    /// Its name: letters, digits, `-`, `_` and `.`.
    public let name: String
    /// Its type, `image/png`.
    public let mediaType: String
    /// Its content.
    public let bytes: [UInt8]

    /// A file.
    public init(_ name: String, mediaType: String, bytes: [UInt8]) {
        (self.name, self.mediaType, self.bytes) = (name, mediaType, bytes)
    }
}

/// A document.
public struct PDFDocument: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// How many pages it has.
    public let pages: Int
    /// Its title.
    public let title: String

    /// A document.
    public init(bytes: [UInt8], pages: Int, title: String = "") {
        (self.bytes, self.pages, self.title) = (bytes, pages, title)
    }
}

/// Makes PDF documents, in a process apart.
public protocol Documents: Sendable {
    /// A document from a template of the channel `pdf`.
    func pdf(
        _ key: TemplateKey, in language: Language, _ values: [String: TemplateValue], assets: [DocumentAsset],
        for tenant: any TenantContext
    ) async throws -> PDFDocument

    /// A document from markup.
    func pdf(_ source: DocumentSource) async throws -> PDFDocument
}

extension Capability where Provider == any Documents {
    /// Makes PDF documents.
    public static var documents: Capability { Capability("documents.pdf") }
}

import HTTP
import HTTPServer

/// A file that comes with the program. As a file of `StaticFiles` it has two addresses: its own, asked for again each
/// time by its tag, and one that carries its fingerprint, kept by browsers for ever.
struct HouseFile: Sendable {
    /// The address with the fingerprint, for pages.
    let link: String
    private let address: String
    private let type: MediaType
    private let content: [UInt8]
    private let tag: String

    init(_ name: String, _ text: String) {
        let bytes = Array(text.utf8)
        content = bytes
        let digest = ContentHash.digest(of: bytes.span)
        tag = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        address = "/" + name
        link = "/" + (FingerprintedName.make(name, digest: digest.span) ?? name)
        type = .forFile(named: name)
    }

    /// Both addresses, and `others` that browsers ask for unbidden.
    func routes(alsoAt others: [String] = []) throws -> [Route] {
        let renewed = response(.revalidate)
        let immutable = response(.immutable)
        return try ([address] + others).map { Route(.get, try PathTemplate($0)) { _ in renewed } }
            + [Route(.get, try PathTemplate(link)) { _ in immutable }]
    }

    private func response(_ policy: CachePolicy) -> Response {
        let fields = Fields(
            (.contentType, type.description), (.etag, "\"\(tag)\""), (.cacheControl, policy.rawValue),
            (.acceptRanges, "bytes"))
        return Response(.ok, fields: fields, body: .bytes(content))
    }
}

/// The files of the plain pages.
enum HouseFiles {
    static let style = HouseFile("house.css", HouseStyle.text)
    static let icon = HouseFile("icon.svg", HouseIcon.text)

    static var routes: [Route] {
        get throws { try style.routes() + icon.routes(alsoAt: ["/favicon.ico"]) }
    }
}

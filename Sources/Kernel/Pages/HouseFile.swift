import HTTP
import HTTPServer

/// A file that comes with the program, answered as a file of `StaticFiles` is. It has two addresses: its own, and one that
/// carries its fingerprint.
struct HouseFile: Sendable {
    /// The address with the fingerprint, for pages.
    let link: String
    private let address: String
    private let answers: FileAnswers

    init(_ name: String, _ text: String) {
        let content = Array(text.utf8)
        let digest = ContentHash.digest(of: content.span)
        address = "/" + name
        link = "/" + (FingerprintedName.make(name, digest: digest.span) ?? name)
        answers = FileAnswers(name, digest: digest, .bytes(content))
    }

    /// Both addresses, and `others` that browsers ask for unbidden.
    func routes(alsoAt others: [String] = []) throws -> [Route] {
        try ([address] + others).map { Route(.get, try PathTemplate($0)) { [answers] _ in answers.renewed } }
            + [Route(.get, try PathTemplate(link)) { [answers] _ in answers.immutable }]
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

import HTTP
import HTTPServer
import UI

/// The answers for the browser files that come with the program, made when the first is asked for.
struct AssetAnswers: Sendable {
    private let answers: [String: Response]
    let worker: Response

    static let house = AssetAnswers(Assets.house)

    private init(_ assets: Assets) {
        var answers: [String: Response] = [:]
        for file in assets.files {
            let made = Self.answers(for: file)
            (answers[file.name], answers[file.fingerprintedName]) = (made.renewed, made.immutable)
        }
        self.answers = answers
        worker = Self.answers(for: assets.serviceWorker).renewed
    }

    subscript(name: String) -> Response? { answers[name] }

    private static func answers(for file: AssetFile) -> FileAnswers {
        let content = file.bytes
        return FileAnswers(file.name, digest: ContentHash.digest(of: content.span), .bytes(content))
    }
}

public import Core
import HTTP

/// What a module has answered to a test.
public struct ModuleAnswer: Sendable {
    /// The number of the status.
    public let status: Int
    /// The body, of a page or of JSON.
    public let text: String

    /// Where it leads on.
    public let location: String?
    /// The cookies it sets, among them what the next page says.
    public let cookies: [String]

    init(_ response: Response) {
        status = Int(response.status.code)
        location = response.fields[.location]
        cookies = response.fields.entries.filter { $0.name == .setCookie }.map(\.value)
        if case .bytes(let bytes) = response.body { text = String(decoding: bytes, as: UTF8.self) } else { text = "" }
    }

    /// The body as JSON; null when it is none.
    public var json: JSONValue { (try? JSONParser.parse(Array(text.utf8))) ?? .null }
}

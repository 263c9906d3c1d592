import Core
import ModuleKit

/// What of a mail is nobody's business but the reader's: sealed in its row, wiped when it has been sent.
struct MailContents: Codable, Sendable, Hashable {
    var name: String?
    var audience: MailOrder.Audience
    var unsubscribePath: String?
    var values: [String: StoredValue]

    /// A value in a form that later versions can read too.
    struct StoredValue: Codable, Sendable, Hashable {
        var text: String?
        var number: Int64?
        var time: Timestamp?
        var path: String?
        var items: [MailItem]?

        init(_ value: MailValue) {
            switch value {
            case .text(let text): self.text = text
            case .number(let number): self.number = number
            case .time(let time): self.time = time
            case .path(let path): self.path = path
            case .items(let items): self.items = items
            }
        }

        var value: MailValue {
            if let text { return .text(text) }
            if let number { return .number(number) }
            if let time { return .time(time) }
            if let path { return .path(path) }
            return .items(items ?? [])
        }
    }

    /// More of it than this is a document, not a mail.
    static let mostBytes = 64 * 1024

    /// The bytes to seal.
    func encoded() throws -> [UInt8] { try JSONEncoding.encode(self) }

    /// From bytes that were sealed.
    init(decoding bytes: [UInt8]) throws {
        self = try JSONReader.decode(MailContents.self, from: bytes, unknownKeys: .ignore)
    }

    init(name: String?, audience: MailOrder.Audience, unsubscribePath: String?, values: [String: StoredValue]) {
        (self.name, self.audience, self.unsubscribePath) = (name, audience, unsubscribePath)
        self.values = values
    }
}

import Core
import ModuleKit
import SQL

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
        var money: Money?
        /// Year, month, day.
        var day: [Int]?
        var flag: Bool?
        /// With `number`: how many of its digits stand behind the point.
        var places: Int?
        var list: [StoredValue]?
        var record: [String: StoredValue]?
        var resource: UUIDv7?
        var isNothing: Bool?

        init(_ value: MailValue) {
            switch value {
            case .nothing: isNothing = true
            case .money(let money): self.money = money
            case .day(let day): self.day = [day.year, day.month, day.day]
            case .flag(let flag): self.flag = flag
            case .decimal(let units, let places): (number, self.places) = (units, places)
            case .list(let list): self.list = list.map(StoredValue.init)
            case .record(let record): self.record = record.mapValues(StoredValue.init)
            case .resource(let id): resource = id
            case .text(let text): self.text = text
            case .number(let number): self.number = number
            case .time(let time): self.time = time
            case .path(let path): self.path = path
            case .items(let items): self.items = items
            }
        }

        var value: MailValue {
            if let text { return .text(text) }
            if let number { return places.map { .decimal(units: number, places: $0) } ?? .number(number) }
            if let time { return .time(time) }
            if let path { return .path(path) }
            if let money { return .money(money) }
            if let day, day.count == 3 {
                return CalendarDate(year: day[0], month: day[1], day: day[2]).map { .day($0) } ?? .nothing
            }
            if let flag { return .flag(flag) }
            if let list { return .list(list.map(\.value)) }
            if let record { return .record(record.mapValues(\.value)) }
            if let resource { return .resource(resource) }
            return isNothing == true ? .nothing : .items(items ?? [])
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

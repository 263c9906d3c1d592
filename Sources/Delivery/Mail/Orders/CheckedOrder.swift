import Core
import Markup
import ModuleKit
import Outbound

/// An order that can become a mail: its address is one, its text exists and has what it needs, its paths lead nowhere but
/// to the reader's own host.
struct CheckedOrder: Sendable {
    let id: UUIDv7
    let order: MailOrder
    let address: MailAddress
    let contents: [UInt8]

    var key: String { order.key ?? id.description }

    init(_ order: MailOrder, writtenBy renderer: any MailRenderer) throws {
        guard Self.size(order) <= MailContents.mostBytes else { throw MailRefusal.tooLarge }
        guard let address = try? MailAddress(order.address), address.description.utf8.count <= 254 else {
            throw MailRefusal.address
        }
        if let key = order.key {
            guard (1...200).contains(key.utf8.count), !key.utf8.contains(0) else { throw MailRefusal.key }
        }
        let values = try order.values.reduce(into: [String: MailValue]()) { values, pair in
            values[pair.key] = try Self.cleaned(pair.value, name: pair.key)
        }
        try renderer.check(order.template, values)
        if let path = order.unsubscribePath, !Self.isOwnPath(path) { throw MailRefusal.path("unsubscribePath") }
        let contents = MailContents(
            name: order.name.map { CleanText.line($0, most: 100) }.flatMap { $0.isEmpty ? nil : $0 },
            audience: order.audience, unsubscribePath: order.unsubscribePath,
            values: values.mapValues(MailContents.StoredValue.init))
        (id, self.order, self.address) = (.make(), order, address)
        self.contents = try contents.encoded()
        guard self.contents.count <= MailContents.mostBytes else { throw MailRefusal.tooLarge }
    }

    /// What it weighs before anything is done with it, so that too much costs nothing.
    private static func size(_ order: MailOrder) -> Int {
        let texts = [order.address, order.name ?? "", order.key ?? "", order.unsubscribePath ?? ""]
        return texts.reduce(0) { $0 + $1.utf8.count }
            + order.values.reduce(0) { $0 + $1.key.utf8.count + size($1.value) }
    }

    private static func size(_ value: MailValue) -> Int {
        switch value {
        case .text(let text), .path(let text): text.utf8.count
        case .nothing, .number, .time, .decimal, .money, .day, .flag, .resource: 16
        case .list(let list): list.reduce(0) { $0 + 2 + size($1) }
        case .record(let record): record.reduce(0) { $0 + 2 + $1.key.utf8.count + size($1.value) }
        case .items(let items):
            items.reduce(0) { sum, item in
                sum + 8 + item.title.utf8.count + (item.detail?.utf8.count ?? 0) + (item.path?.utf8.count ?? 0)
            }
        }
    }

    private static func cleaned(_ value: MailValue, name: String) throws(MailRefusal) -> MailValue {
        switch value {
        case .text(let text): return .text(CleanText.lines(text))
        case .nothing, .number, .time, .decimal, .money, .day, .flag, .resource: return value
        case .list(let list):
            var values: [MailValue] = []
            for value in list { values.append(try cleaned(value, name: name)) }
            return .list(values)
        case .record(let record):
            var values: [String: MailValue] = [:]
            for (key, value) in record { values[key] = try cleaned(value, name: "\(name).\(key)") }
            return .record(values)
        case .path(let path):
            guard isOwnPath(path) else { throw .path(name) }
            return value
        case .items(let items):
            guard items.allSatisfy({ $0.path.map(isOwnPath) ?? true }) else { throw .path(name) }
            return .items(
                items.map {
                    MailItem(CleanText.line($0.title), detail: $0.detail.map { CleanText.line($0) }, path: $0.path)
                })
        }
    }

    /// True for a path that a host's name can be put before.
    static func isOwnPath(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/") && path.utf8.count <= 2_000
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
            && SafeURL(path)?.isLocal == true
    }
}

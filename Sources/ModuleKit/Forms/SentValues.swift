import Core
import HTTP

/// What a request's body says, as the fields of a route have it.
struct SentValues: Sendable {
    /// The values, to be checked and decoded.
    let object: JSONObject
    /// What was typed, field by field, without what must not be shown again; empty where a program sent JSON.
    var typed: [String: [String]] = [:]
    /// Fields of which a form said nothing: browsers pass over boxes that are not ticked, and over what is disabled.
    var unsaid: Set<String> = []
    /// Names this one sending of a form, so that it does not count twice.
    var key: String?
    /// What was sent, without what differs when the same is sent again: it tells sendings with one key apart.
    let body: [UInt8]

    /// What forms carry beside their fields and their token.
    static let keyField = "idempotency-key"

    /// Reads the body, JSON or a form, up to a size.
    init(_ request: Request, as fields: [InputField], upTo most: Int) async throws {
        let body = try await request.body.collect(upTo: most)
        switch request.head[.contentType].flatMap({ MediaType(parsing: $0)?.essence }) {
        case MediaType.json.essence:
            object = try Self.object(body)
            self.body = body
        case MediaType.form.essence:
            let items = try Self.items(body)
            object = FormValues(fields).object(of: items)
            typed = Self.typed(items, fields)
            unsaid = Set(fields.map(\.name).filter { !items.contains($0) })
            key = items[Self.keyField]
            self.body = Self.filledIn(items)
        default: throw Problem(.unsupportedMediaType)
        }
        // A form's own key counts before that of the request, which is new for every click.
        key = Self.sound(key ?? request.head[.idempotencyKey])
    }

    /// What was filled in, however it was written: a form whose answer was lost may come again with another token.
    private static func filledIn(_ items: QueryItems) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items.items where item.name != FormToken.field && item.name != keyField {
            for text in [item.name, item.value] {
                bytes.append(contentsOf: "\(text.utf8.count):".utf8)
                bytes.append(contentsOf: text.utf8)
            }
        }
        return bytes
    }

    private static func object(_ body: [UInt8]) throws -> JSONObject {
        let value: JSONValue
        do throws(JSONFault) { value = try JSONParser.parse(body) } catch {
            throw Problem(.badRequest, detail: error.message, underlying: error)
        }
        guard let object = value.object else {
            throw Problem(.unprocessable, fields: [FieldFault(.type, "must be an object")])
        }
        return object
    }

    private static func items(_ body: [UInt8]) throws -> QueryItems {
        do throws(QueryItems.Refusal) { return try QueryItems(parsing: body.span) } catch {
            throw Problem(.badRequest, detail: error.reason)
        }
    }

    static func typed(_ items: QueryItems, _ fields: [InputField]) -> [String: [String]] {
        var typed: [String: [String]] = [:]
        for field in fields {
            if field.isSecret { continue }
            let values = items.all(field.name)
            if !values.isEmpty { typed[field.name] = values }
            if field.kind == .money, let text = items[field.name + "-text"] { typed[field.name + "-text"] = [text] }
        }
        return typed
    }

    private static func sound(_ key: String?) -> String? {
        key.flatMap { (8...128).contains($0.utf8.count) ? $0 : nil }
    }
}

extension FieldName {
    /// Names one sending, so that it does not count twice.
    static let idempotencyKey = FieldName("idempotency-key")
}

/// A form's texts as the values that its fields take. What does not fit stays a text, and the check says so.
struct FormValues {
    private let fields: [InputField]

    init(_ fields: [InputField]) { self.fields = fields }

    func object(of items: QueryItems) -> JSONObject {
        var object = JSONObject()
        for field in fields {
            if let value = value(of: field, in: items) { object.set(field.name, value) }
        }
        for item in items.items where !isKnown(item.name) { object.set(item.name, .string(item.value)) }
        return object
    }

    private func isKnown(_ name: String) -> Bool {
        name == FormToken.field || name == SentValues.keyField
            || fields.contains { $0.name == name || $0.kind == .money && $0.name + "-text" == name }
    }

    private func value(of field: InputField, in items: QueryItems) -> JSONValue? {
        switch field.kind {
        // Browsers say nothing of boxes that are not ticked.
        case .several: return .array(items.all(field.name).filter { !$0.isEmpty }.map(JSONValue.string))
        case .list: return .array(items.all(field.name).flatMap(Self.lines).map(JSONValue.string))
        case .flag where !items.contains(field.name): return field.isRequired ? .bool(false) : nil
        case .money: return money(of: field, in: items)
        default: return items[field.name].flatMap { value($0, field.kind) }
        }
    }

    /// A box of several lines sends a list as one text.
    private static func lines(_ text: String) -> [String] {
        text.split { $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The element of the page sends smallest units; without scripts there is only what was typed.
    private func money(of field: InputField, in items: QueryItems) -> JSONValue? {
        let units = items[field.name].flatMap { Int($0) }
        let text = (items[field.name + "-text"] ?? items[field.name] ?? "").trimmed
        if let units = units ?? MoneyText.units(text) { return .number(JSONNumber(units)) }
        return text.isEmpty ? nil : .string(text)
    }

    private func value(_ text: String, _ kind: InputField.Kind) -> JSONValue? {
        let trimmed = text.trimmed
        // An empty place in a form is no value, and blanks alone are nothing either; a password is as it was typed.
        if case .secret = kind { return text.isEmpty ? nil : .string(text) }
        if trimmed.isEmpty { return nil }
        switch kind {
        case .text, .secret: return .string(text)
        case .number: return Int(trimmed).map { .number(JSONNumber($0)) } ?? .string(text)
        case .flag:
            return ["on", "true"].contains(trimmed) ? .bool(true) : trimmed == "false" ? .bool(false) : .string(text)
        default: return .string(trimmed)
        }
    }
}

extension String {
    /// Without blanks around it.
    var trimmed: String {
        let end = self.lastIndex { !$0.isWhitespace }
        guard let start = self.firstIndex(where: { !$0.isWhitespace }), let end else { return "" }
        return String(self[start...end])
    }
}

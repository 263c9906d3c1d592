public import Core

/// Holds values against the fields of a route.
public struct InputCheck: Sendable {
    private let fields: [InputField]
    private let sight: FieldSight

    /// A check against these fields.
    public init(_ fields: [InputField]) { self.init(fields, .whole) }

    /// A check against these fields for somebody whose role does not do everything with them.
    public init(_ fields: [InputField], _ sight: FieldSight) { (self.fields, self.sight) = (fields, sight) }

    /// Everything that is wrong, at most twenty faults.
    public func faults(in values: JSONObject) -> [FieldFault] {
        var faults: [FieldFault] = []
        // What is hidden is as unknown as what is not there.
        for (name, _) in values
        where !fields.contains(where: { $0.name == name }) || sight.rule(of: name) == .hidden {
            // A name from outside is shown only where it is short.
            let place = name.utf8.count <= 64 ? "/\(name)" : ""
            faults.append(FieldFault(place, .unknown, "is not known here", words: InputWords.unknown))
        }
        for field in fields where sight.rule(of: field.name) != .hidden || values[field.name] == nil {
            if let fault = fault(of: values[field.name], field) { faults.append(fault) }
        }
        return Array(faults.prefix(20))
    }

    private func fault(of value: JSONValue?, _ field: InputField) -> FieldFault? {
        guard let value, !value.isNull, !(field.isRequired && value == .array([])) else {
            // Nobody can be asked for what their role keeps from them: what stands, stands.
            return field.isRequired && sight.rule(of: field.name) == nil ? Self.missing(field) : nil
        }
        if sight.rule(of: field.name) == .readOnly {
            return FieldFault("/\(field.name)", .readOnly, "is not yours to change", words: InputWords.readOnly)
        }
        return Self.refusal(of: value, field.kind).map {
            FieldFault("/\(field.name)", $0.code, $0.message, words: $0.words)
        }
    }

    /// What a role keeps from being sent, and must be there nevertheless: where there is nothing that could stay as it is.
    func kept(in values: JSONObject) -> [FieldFault] {
        fields.filter { field in
            field.isRequired && sight.rule(of: field.name) != nil && values[field.name].map(\.isNull) ?? true
        }.map(Self.missing)
    }

    private static func missing(_ field: InputField) -> FieldFault {
        FieldFault("/\(field.name)", .required, "is needed", words: InputWords.needed)
    }

    private static func refusal(of value: JSONValue, _ kind: InputField.Kind) -> FieldFault? {
        switch kind {
        case .text(let most), .secret(let most): text(value, most)
        case .email: email(value)
        case .phone: matches(value, "must be a number like +905321234567", InputWords.phone, isPhone)
        case .number(let range): number(value, range)
        case .money: number(value, Int.min...Int.max, InputWords.money)
        case .flag:
            value.bool == nil ? FieldFault("", .type, "must be yes or no", words: InputWords.flag) : nil
        case .day: matches(value, "must be a day like 2026-01-31", InputWords.day) { Day($0) != nil }
        case .moment:
            matches(value, "must be a moment like 2026-01-31T09:00:00Z", InputWords.moment) {
                Timestamp(rfc3339: $0) != nil
            }
        case .choice(let words): matches(value, oneOf(words), InputWords.choice, words.contains)
        case .several(let words): several(value, words)
        case .list(let most): list(value, most)
        case .id: matches(value, "must be an id", InputWords.record) { UUIDv7($0) != nil }
        }
    }

    private static func text(_ value: JSONValue, _ most: Int) -> FieldFault? {
        guard let text = value.string else {
            return FieldFault("", .type, "must be a text", words: InputWords.text)
        }
        if text.utf8.contains(0) {
            return FieldFault("", .invalid, "must not contain NUL", words: InputWords.text)
        }
        return text.unicodeScalars.count > most
            ? FieldFault("", .range, "must have at most \(most) characters", words: InputWords.tooLong(most)) : nil
    }

    private static func email(_ value: JSONValue) -> FieldFault? {
        matches(value, "must be an address like ad@ornek.com", InputWords.email) { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && text.utf8.count <= 254
                && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
        }
    }

    /// E.164: a plus and at most fifteen digits. That such a number exists, `PhoneNumbers` knows.
    private static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: "+") && (7...15).contains(digits.count)
            && digits.allSatisfy { $0 &- 48 <= 9 } && digits.first != UInt8(ascii: "0")
    }

    private static func number(
        _ value: JSONValue, _ range: ClosedRange<Int>, _ words: Words = InputWords.number
    ) -> FieldFault? {
        guard let number = value.number?.integer(Int.self) else {
            return FieldFault("", .type, "must be a whole number", words: words)
        }
        let message = "must lie between \(range.lowerBound) and \(range.upperBound)"
        return range.contains(number) ? nil : FieldFault("", .range, message, words: InputWords.between(range))
    }

    private static func oneOf(_ words: [String]) -> String { "must be one of \(words.joined(separator: ", "))" }

    /// Each text is a name, an id or a line: nothing long.
    private static func list(_ value: JSONValue, _ most: Int) -> FieldFault? {
        let isRight = value.array?.allSatisfy { $0.string.map { (1...320).contains($0.utf8.count) } ?? false } ?? false
        guard isRight, let items = value.array else {
            return FieldFault("", .type, "must be a list of short texts", words: InputWords.choice)
        }
        let message = "must have at most \(most) entries"
        return items.count > most ? FieldFault("", .range, message, words: InputWords.choice) : nil
    }

    private static func several(_ value: JSONValue, _ words: [String]) -> FieldFault? {
        guard let items = value.array, items.count <= words.count else {
            return FieldFault("", .type, "must be a list of words", words: InputWords.choice)
        }
        let isRight = items.allSatisfy { $0.string.map(words.contains) ?? false }
        return isRight ? nil : FieldFault("", .format, oneOf(words), words: InputWords.choice)
    }

    private static func matches(
        _ value: JSONValue, _ message: String, _ words: Words, _ isRight: (String) -> Bool
    ) -> FieldFault? {
        guard let text = value.string else { return FieldFault("", .type, message, words: words) }
        return isRight(text) ? nil : FieldFault("", .format, message, words: words)
    }
}

/// A day by its text; only asked whether it is one.
private struct Day {
    init?(_ text: String) {
        // A day is the beginning of a moment.
        guard text.utf8.count == 10, Timestamp(rfc3339: "\(text)T00:00:00Z") != nil else { return nil }
    }
}

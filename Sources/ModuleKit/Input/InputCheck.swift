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
            faults.append(FieldFault(name.utf8.count <= 64 ? "/\(name)" : "", .unknown, "is not known here"))
        }
        for field in fields where sight.rule(of: field.name) != .hidden || values[field.name] == nil {
            if let fault = fault(of: values[field.name], field) { faults.append(fault) }
        }
        return Array(faults.prefix(20))
    }

    private func fault(of value: JSONValue?, _ field: InputField) -> FieldFault? {
        guard let value, !value.isNull else {
            return field.isRequired ? FieldFault("/\(field.name)", .required, "is needed") : nil
        }
        if sight.rule(of: field.name) == .readOnly {
            return FieldFault("/\(field.name)", .readOnly, "is not yours to change")
        }
        return Self.refusal(of: value, field.kind).map { FieldFault("/\(field.name)", $0.code, $0.message) }
    }

    private static func refusal(of value: JSONValue, _ kind: InputField.Kind) -> FieldFault? {
        switch kind {
        case .text(let most): text(value, most)
        case .email: email(value)
        case .number(let range): number(value, range)
        case .money: number(value, Int.min...Int.max)
        case .flag: value.bool == nil ? FieldFault(.type, "must be yes or no") : nil
        case .day: matches(value, "must be a day like 2026-01-31") { Day($0) != nil }
        case .moment: matches(value, "must be a moment like 2026-01-31T09:00:00Z") { Timestamp(rfc3339: $0) != nil }
        case .choice(let words): matches(value, "must be one of \(words.joined(separator: ", "))", words.contains)
        case .id: matches(value, "must be an id") { UUIDv7($0) != nil }
        }
    }

    private static func text(_ value: JSONValue, _ most: Int) -> FieldFault? {
        guard let text = value.string else { return FieldFault(.type, "must be a text") }
        if text.utf8.contains(0) { return FieldFault(.invalid, "must not contain NUL") }
        return text.unicodeScalars.count > most ? FieldFault(.range, "must have at most \(most) characters") : nil
    }

    private static func email(_ value: JSONValue) -> FieldFault? {
        matches(value, "must be an address like ad@ornek.com") { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && text.utf8.count <= 254
                && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
        }
    }

    private static func number(_ value: JSONValue, _ range: ClosedRange<Int>) -> FieldFault? {
        guard let number = value.number?.integer(Int.self) else { return FieldFault(.type, "must be a whole number") }
        return range.contains(number)
            ? nil : FieldFault(.range, "must lie between \(range.lowerBound) and \(range.upperBound)")
    }

    private static func matches(
        _ value: JSONValue, _ message: String, _ isRight: (String) -> Bool
    ) -> FieldFault? {
        guard let text = value.string else { return FieldFault(.type, message) }
        return isRight(text) ? nil : FieldFault(.format, message)
    }
}

/// A day by its text; only asked whether it is one.
private struct Day {
    init?(_ text: String) {
        // A day is the beginning of a moment.
        guard text.utf8.count == 10, Timestamp(rfc3339: "\(text)T00:00:00Z") != nil else { return nil }
    }
}

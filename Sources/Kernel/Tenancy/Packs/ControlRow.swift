import Postgres

/// A control row as it should be, held against the row that is there.
struct ControlRow {
    /// What people call it.
    let subject: String
    /// Its values by the names people know, all as text; nil for NULL.
    let values: [(name: String, value: String?)]

    /// What must be done, given the row that is there, if any: nil when it is as it should be.
    func change(from current: [String?]?) -> PackChange? {
        guard let current else { return PackChange(kind: .added, subject: subject, details: []) }
        let details = zip(values, current).filter { $0.0.value != $0.1 }.map {
            "\($0.0.name) \($0.1 ?? "–") → \($0.0.value ?? "–")"
        }
        return details.isEmpty ? nil : PackChange(kind: .changed, subject: subject, details: details)
    }
}

extension Optional where Wrapped == String {
    /// As a parameter of a statement that reads the empty text as NULL.
    var orEmpty: String { self ?? "" }
}

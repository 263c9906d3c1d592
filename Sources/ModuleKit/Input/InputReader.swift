import Core
import HTTP

/// Reads what a route takes out of a request's body, JSON or a form, and checks every field before anything is decoded:
/// the answer names all that is wrong at once.
enum InputReader {
    /// Bodies of values, not of files.
    static let mostBytes = 1 << 20

    static func read<Input: RouteInput>(
        _: Input.Type, from request: Request, by asker: (any StaffContext)?
    ) async throws -> Input {
        try decode(Input.self, try await SentValues(request, as: Input.fields, upTo: mostBytes), by: asker)
    }

    static func decode<Input: RouteInput>(
        _: Input.Type, _ sent: SentValues, by asker: (any StaffContext)?
    ) throws -> Input {
        let sight = asker?.sight(of: Input.self) ?? .whole
        let check = InputCheck(Input.fields, sight)
        let values = sent.object.without { sent.unsaid.contains($0) && sight.rule(of: $0) != nil }
        let faults = check.faults(in: values)
        guard faults.isEmpty else { throw Problem(.unprocessable, fields: faults) }
        do throws(JSONRefusal) {
            return try JSONReader.decode(Input.self, from: .object(values))
        } catch {
            // An input that reads such a field as an optional keeps what is stored; any other cannot do without it.
            let kept = check.kept(in: values)
            throw kept.isEmpty ? error.problem : Problem(.unprocessable, fields: kept)
        }
    }
}

extension JSONObject {
    /// The same without some members.
    fileprivate func without(_ isLeftOut: (String) -> Bool) -> JSONObject {
        guard contains(where: { isLeftOut($0.key) }) else { return self }
        var object = JSONObject()
        for (name, value) in self where !isLeftOut(name) { object.set(name, value) }
        return object
    }
}

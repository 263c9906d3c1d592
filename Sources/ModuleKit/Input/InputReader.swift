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
        let faults = InputCheck(Input.fields, sight).faults(in: sent.object)
        guard faults.isEmpty else { throw Problem(.unprocessable, fields: faults) }
        do throws(JSONRefusal) {
            return try JSONReader.decode(Input.self, from: .object(sent.object))
        } catch {
            throw error.problem
        }
    }
}

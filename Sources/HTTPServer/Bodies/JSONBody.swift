public import Core
public import HTTP

/// Reads a request's body as JSON.
public enum JSONBody {
    /// The body as a value: 415 when it is not called JSON, 413 beyond `limit` bytes, 400 when it is no JSON, 422 with
    /// the places when a value is not acceptable. Names nobody asked for are refused unless told otherwise.
    ///
    /// It is read on the loop; a million bytes take some ten milliseconds, so raise `limit` with care.
    public static func read<Value: Decodable>(
        _ type: Value.Type, from request: Request, limit: Int = 1 << 20,
        unknownKeys: JSONReader.UnknownKeys = .refuse
    ) async throws(Problem) -> Value {
        guard isJSON(request.head) else { throw Problem(.unsupportedMediaType) }
        let text: [UInt8]
        do { text = try await request.body.collect(upTo: limit) } catch { throw Problem(reading: error) }
        do {
            return try JSONReader.decode(type, from: text, unknownKeys: unknownKeys, limits: JSONLimits(bytes: limit))
        } catch {
            throw error.problem
        }
    }

    /// `application/json` or `…+json`, and no other charset than the one JSON has.
    private static func isJSON(_ head: RequestHead) -> Bool {
        guard let field = head[.contentType], let type = MediaType(parsing: field),
            type.isSameKind(as: .json) || type.essence.hasSuffix("+json")
        else { return false }
        return type["charset"].map { $0.lowercased() == "utf-8" } ?? true
    }
}

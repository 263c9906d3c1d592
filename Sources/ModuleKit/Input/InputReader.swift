import Core
import HTTP

/// Reads what a route takes out of a request's body, JSON or a form, and checks every field before anything is decoded:
/// the answer names all that is wrong at once.
enum InputReader {
    /// Bodies of values, not of files.
    private static let mostBytes = 1 << 20

    static func read<Input: RouteInput>(_: Input.Type, from request: Request) async throws -> Input {
        let values = try await values(of: request, as: Input.fields)
        let faults = InputCheck(Input.fields).faults(in: values)
        guard faults.isEmpty else { throw Problem(.unprocessable, fields: faults) }
        do throws(JSONRefusal) {
            return try JSONReader.decode(Input.self, from: .object(values))
        } catch {
            throw error.problem
        }
    }

    private static func values(of request: Request, as fields: [InputField]) async throws -> JSONObject {
        let body = try await request.body.collect(upTo: mostBytes)
        switch request.head[.contentType].flatMap({ MediaType(parsing: $0)?.essence }) {
        case MediaType.json.essence: return try object(body)
        case MediaType.form.essence: return try FormValues(fields).object(of: body)
        default: throw Problem(.unsupportedMediaType)
        }
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
}

/// A form's texts as the values that its fields take. What does not fit stays a text, and the check says so.
struct FormValues {
    private let fields: [InputField]

    init(_ fields: [InputField]) { self.fields = fields }

    func object(of body: [UInt8]) throws -> JSONObject {
        let items: QueryItems
        do throws(QueryItems.Refusal) { items = try QueryItems(parsing: body.span) } catch {
            throw Problem(.badRequest, detail: error.reason)
        }
        var object = JSONObject()
        // The house has weighed the form's token already.
        for item in items.items where item.name != FormToken.field {
            guard let field = fields.first(where: { $0.name == item.name }) else {
                object.set(item.name, .string(item.value))
                continue
            }
            // An empty place in a form is no value.
            if item.value.isEmpty { continue }
            object.set(item.name, value(item.value, field.kind))
        }
        return object
    }

    private func value(_ text: String, _ kind: InputField.Kind) -> JSONValue {
        switch kind {
        case .number, .money: JSONNumber(text).map(JSONValue.number) ?? .string(text)
        case .flag: text == "on" || text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
        default: .string(text)
        }
    }
}

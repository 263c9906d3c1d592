import Core
import HTTP
import ModuleKit

/// What the paths of these pages name. What is no number, or of nobody here, is not found.
extension RouteContext {
    func id(_ name: String) throws -> UUIDv7 {
        guard let text = parameters[name], let id = UUIDv7(text) else { throw Problem(.notFound) }
        return id
    }

    func person(_ name: String = "person") throws -> UserID { UserID(try id(name)) }
    func team() throws -> TeamID { TeamID(try id("team")) }
}

extension Request {
    /// What the address says behind its question mark; nothing where it cannot be read.
    var items: QueryItems { head.query.flatMap { try? QueryItems($0) } ?? QueryItems() }
}

/// Values that are ids, as forms and programs send them.
enum Ids {
    /// All of them, or a refusal of the field.
    static func of<Subject>(_ texts: [String]?, _: Subject.Type, in field: String) throws -> [ID<Subject>] {
        try (texts ?? []).map { text in
            guard let id = ID<Subject>(text) else {
                throw Problem(
                    .unprocessable,
                    fields: [
                        FieldFault("/\(field)", .format, Words(tr: "Listeden seçin.", en: "Choose from the list."))
                    ])
            }
            return id
        }
    }

    /// A role.
    static func role(_ text: String, in field: String = "role") throws -> RoleRef {
        guard let role = RoleRef(text) else {
            throw Problem(
                .unprocessable,
                fields: [
                    FieldFault(
                        "/\(field)", .invalid,
                        Words(
                            tr: "Böyle bir rol yok; listeden seçin.", en: "There is no such role; choose from the list."
                        ))
                ])
        }
        return role
    }
}

extension Response {
    /// A value as JSON.
    static func json(of value: some Encodable, status: Status = .ok) throws -> Response {
        var response = Response.json(try JSONEncoding.encode(value), status: status)
        response.fields.append(.cacheControl, "no-store")
        return response
    }

    /// Done, and nothing to say.
    static var done: Response { Response(.noContent) }
}

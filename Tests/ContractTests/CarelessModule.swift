import Core
import HTTP
import Markup
import ModuleKit
import SQL

/// A module that fits into the house and keeps to nothing else: each check has at least one fault of it to find.
struct CarelessModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("careless"), title: Words(tr: "Özensiz", en: "Careless"),
        summary: Words(tr: "Hiçbir kurala uymaz.", en: "Keeps to no rule."), permissions: [.see, .change],
        planFeature: PlanFeature("careless"))

    private static let note = TableName("careless.note")

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        // Words on a page that only one language knows.
        module.page("/careless", for: .staff(.see)) { _, staff in
            let rows = try await staff.query(
                "SELECT title FROM careless.note WHERE tenant_id = kernel.tenant() ORDER BY id LIMIT 9")
            let items = try rows.map { row -> HTML in "<li>\(try row.decode(0, as: String.self))</li>" }
            return PageContent(title: "Notlar", body: "<p>Bütün notlar burada</p><ul>\(items)</ul>")
        }
        // Asks for more than it declares.
        module.route(.get, "/careless/notes/:note", for: .staff(.see)) { _, staff in
            guard staff.may(.change) else { throw Problem(.forbidden) }
            return try await Self.title(staff)
        }
        // Shows its owner nothing.
        module.route(.get, "/careless/silence", for: .staff(.see)) { _, _ in .text("…") }
        // Reads a body without saying what it takes.
        module.route(.post, "/careless/notes/:note", for: .staff(.change)) { request, staff in
            _ = try await request.body.collect(upTo: 1_000)
            return try await Self.title(staff)
        }
        module.owned(Self.note, "owner")
        module.personalData(
            PersonalData(Self.note, of: .email(column: "letter"), columns: ["letter"], erasure: .delete))
    }

    private static func title(_ staff: any StaffContext) async throws -> Response {
        guard let id = staff.parameters.value("note", as: UUIDv7.self) else { throw Problem(.notFound) }
        let rows = try await staff.query(
            "SELECT title FROM careless.note WHERE tenant_id = kernel.tenant() AND id = \(id)")
        guard let row = rows.first else { throw Problem(.notFound) }
        return .text(try row.decode(0, as: String.self))
    }

    static let migration = """
        CREATE SCHEMA careless;
        GRANT USAGE ON SCHEMA careless TO konak_app;
        CREATE TABLE careless.note (
            tenant_id uuid NOT NULL, id uuid NOT NULL, title text NOT NULL, phone text, PRIMARY KEY (tenant_id, id));
        GRANT SELECT, INSERT, UPDATE, DELETE ON careless.note TO konak_app;
        """

    /// Makes something outside the module's schema.
    static let litter = migration + "CREATE SCHEMA careless_too;"
}

extension Permission {
    fileprivate static let see = Permission("careless.see", title: Words(tr: "Görme", en: "See"))
    fileprivate static let change = Permission("careless.change", title: Words(tr: "Değiştirme", en: "Change"))
}

// Long: these are the files of Tests/NewModule as they stand. Written by scripts/module-templates, not by hand.

/// The files of a new module, under the name of the model that they are taken from.
enum ModuleNewTemplates {
    static let files: [ModuleFile] = [
        ModuleFile(
            "Plugins/Notebook/Events.swift",
            ###"""
            import Core
            import ModuleKit

            /// An entry was added.
            struct EntryAdded: Event {
                static let name = EventName("notebook.entry.added")
                let entry: UUIDv7

                /// Heard twice it does the same as once.
                func announce(in tenant: any TenantContext) async throws { try await Entry.announce(entry, in: tenant) }
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/NotebookModule.swift",
            ###"""
            import Core
            public import ModuleKit

            /// Entries that a tenant's people write down.
            public struct NotebookModule: FeatureModule {
                /// What it is.
                public static let manifest = ModuleManifest(
                    id: ModuleID("notebook"), title: Words(tr: "Defter", en: "Notebook"),
                    summary: Words(tr: "Ekibin yazdığı ve bulduğu kayıtlar.", en: "Entries that the team writes and finds."),
                    permissions: [.readEntries, .writeEntries], planFeature: PlanFeature("notebook"))

                /// Needs nothing.
                public init(_ services: ModuleServices) throws {}

                /// Adds its values; what they do stands elsewhere.
                public func register(into module: inout ModuleRegistrar) {
                    EntryRoutes.register(into: &module)
                    module.navigation(NavigationItem(Self.manifest.title, path: "/notebook", icon: "list"))
                    module.job(CloseEntry.self) { try await $0.run(in: $1) }
                    module.event(EntryAdded.self, title: Words(tr: "Kayıt eklendi", en: "Entry added"))
                    module.listen(EntryAdded.self) { try await $0.announce(in: $1) }
                    module.resource(
                        ResourceRegistration(
                            Entry.table, title: Words(tr: "Kayıt", en: "Entry"), fields: NewEntry.fields, for: .readEntries))
                    module.search(Entry.table, Words(tr: "Kayıtlar", en: "Entries"), for: .readEntries) {
                        try await Entry.search($0, most: $1, in: $2)
                    }
                    module.owned(Entry.table, "owner_id")
                    module.personalData(
                        PersonalData(Entry.table, of: .email(column: "email"), columns: ["email"], erasure: .anonymise))
                }
            }

            extension Permission {
                static let readEntries = Permission(
                    "notebook.entry.read", title: Words(tr: "Kayıtları görme", en: "See entries"), scoped: true)
                static let writeEntries = Permission(
                    "notebook.entry.write", title: Words(tr: "Kayıtları değiştirme", en: "Change entries"), scoped: true)
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/README.md",
            ###"""
            # Notebook

            What a tenant gets: a list of entries that its people write, read, change, close and delete, and that the
            search over everything finds.

            | | |
            | --- | --- |
            | Tables | `notebook.entry`, behind the tenant's wall |
            | Permissions | `notebook.entry.read`, `notebook.entry.write` |
            | Plan | the feature `notebook` |
            | Pages | `/notebook`, `/notebook/entries/:entry` |
            | Jobs | `notebook.entry.close` closes an entry 90 days after it was added |
            | Events | `notebook.entry.added`, heard by the module itself, which notes that the entry was announced |
            | Personal data | `email`: found by itself, emptied on erasure |
            | Settings, secrets, outside hosts | none |

            `NotebookModule.swift` lists all it offers. `Routes` turn requests into calls of `Model`, where all rules and
            all SQL are; `Pages` turn what comes back into markup.

            """###),
        ModuleFile(
            "Plugins/Notebook/Jobs/CloseEntry.swift",
            ###"""
            import Core
            import ModuleKit

            /// Closes an entry, some time after it was added.
            struct CloseEntry: Job {
                static let kind = JobKind("notebook.entry.close")
                let entry: UUIDv7

                /// Run twice it does the same as once.
                func run(in tenant: any TenantContext) async throws -> JobOutcome {
                    try await Entry.close(entry, in: tenant) ? .done : .cancel(reason: "the entry is gone")
                }
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Model/Entry+queries.swift",
            ###"""
            import Core
            import ModuleKit
            import SQL

            /// All SQL of entries. The wall keeps other tenants' rows away; naming the tenant keeps the query on the index.
            extension Entry {
                private static let pageSize = 50
                /// After which an entry is closed by itself.
                private static let timeOpen = Duration.seconds(90 * 86_400)
                private static let columns: Query = "id, title, body, email, state = 'closed'"

                /// The newest first, from after one on: ids grow with time, so the page before needs no counting.
                static func page(after: UUIDv7?, in tenant: any TenantContext) async throws -> EntryPage {
                    let rows = try await tenant.query(
                        """
                        SELECT \(fragment: columns) FROM notebook.entry \
                        WHERE tenant_id = kernel.tenant() AND (\(after)::uuid IS NULL OR id < \(after)) \
                        ORDER BY id DESC LIMIT \(Int64(pageSize + 1))
                        """)
                    let entries = try rows.prefix(pageSize).map(Entry.init)
                    return EntryPage(entries: entries, next: rows.count > pageSize ? entries.last?.id : nil)
                }

                /// One of them. Another tenant's is as unknown as one that never was.
                static func find(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Entry {
                    let rows = try await tenant.query(
                        "SELECT \(fragment: columns) FROM notebook.entry WHERE tenant_id = kernel.tenant() AND id = \(id)")
                    guard let row = rows.first else { throw Problem(.notFound) }
                    return try Entry(row)
                }

                /// The best hits for a part of a title.
                static func search(_ text: String, most: Int, in tenant: any TenantContext) async throws -> [SearchHit] {
                    let rows = try await tenant.query(
                        """
                        SELECT e.id, e.title FROM notebook.search_entry(\(text), \(Int32(clamping: most))) AS hit (id) \
                        JOIN notebook.entry e ON e.tenant_id = kernel.tenant() AND e.id = hit.id ORDER BY e.title
                        """)
                    return try rows.map { row in
                        let id: UUIDv7 = try row.decode(0)
                        return SearchHit(id: id.description, title: try row.decode(1), path: "/notebook/entries/\(id)")
                    }
                }

                /// The entry, the job that will close it and the event that tells of it come into being together, or not at all.
                static func add(_ new: NewEntry, by owner: UserID, in tenant: any TenantContext) async throws -> UUIDv7 {
                    try new.check()
                    let id = UUIDv7.make()
                    try await tenant.transaction { database in
                        _ = try await database.query(
                            """
                            INSERT INTO notebook.entry (tenant_id, id, owner_id, title, body, email) \
                            VALUES (kernel.tenant(), \(id), \(owner), \(new.title), \(new.text), \(new.email))
                            """)
                        try await database.enqueue(CloseEntry(entry: id), .after(timeOpen))
                        try await database.say(EntryAdded(entry: id), about: id)
                    }
                    return id
                }

                static func change(_ id: UUIDv7, to new: NewEntry, in tenant: any TenantContext) async throws {
                    try new.check()
                    let rows = try await tenant.query(
                        """
                        UPDATE notebook.entry \
                        SET title = \(new.title), body = \(new.text), email = \(new.email), changed_at = now() \
                        WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id
                        """)
                    guard !rows.isEmpty else { throw Problem(.notFound) }
                }

                /// Whether there is such an entry; closing a closed one changes nothing.
                static func close(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Bool {
                    let rows = try await tenant.query(
                        """
                        UPDATE notebook.entry SET state = 'closed', changed_at = now() \
                        WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id
                        """)
                    return !rows.isEmpty
                }

                static func announce(_ id: UUIDv7, in tenant: any TenantContext) async throws {
                    _ = try await tenant.query(
                        """
                        UPDATE notebook.entry SET announced_at = now() \
                        WHERE tenant_id = kernel.tenant() AND id = \(id) AND announced_at IS NULL
                        """)
                }

                static func remove(_ id: UUIDv7, in tenant: any TenantContext) async throws {
                    let rows = try await tenant.query(
                        "DELETE FROM notebook.entry WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id")
                    guard !rows.isEmpty else { throw Problem(.notFound) }
                }
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Model/Entry.swift",
            ###"""
            import Core
            import ModuleKit
            import SQL

            /// Something written down.
            struct Entry: Sendable, Hashable {
                static let table = TableName("notebook.entry")

                let id: UUIDv7
                let title: String
                let text: String?
                let email: String?
                let isClosed: Bool

                /// From the columns that the queries ask for, in their order.
                init(_ row: Row) throws {
                    id = try row.decode(0)
                    title = try row.decode(1)
                    text = try row.decodeIfPresent(2)
                    email = try row.decodeIfPresent(3)
                    isClosed = try row.decode(4)
                }

                /// As programs read it.
                func write(into json: inout JSONWriter) {
                    json.beginObject()
                    json.key("id")
                    json.uuid(id)
                    json.key("title")
                    json.string(title)
                    json.key("closed")
                    json.bool(isClosed)
                    json.endObject()
                }
            }

            /// Some entries of many.
            struct EntryPage: Sendable, Hashable {
                let entries: [Entry]
                /// After which the next ones come; nil when these are the last.
                let next: UUIDv7?
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Model/NewEntry.swift",
            ###"""
            import Core
            import ModuleKit

            /// What an entry is made of, new or changed.
            struct NewEntry: RouteInput {
                static let fields = [
                    InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 120)),
                    InputField("text", title: Words(tr: "Metin", en: "Text"), .text(most: 4_000), required: false),
                    InputField("email", title: Words(tr: "İlgili kişi", en: "Contact"), .email, required: false),
                ]

                let title: String
                let text: String?
                let email: String?

                /// The rule that no kind of field can say.
                func check() throws {
                    guard title.contains(where: { !$0.isWhitespace }) else {
                        throw Problem(.unprocessable, fields: [FieldFault("/title", .invalid, "must not be blank")])
                    }
                }
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Pages/EntryDetailPage.swift",
            ###"""
            import Core
            import Markup
            import ModuleKit

            /// One entry.
            struct EntryDetailPage {
                let entry: Entry
                let language: Language

                var content: PageContent { PageContent(title: entry.title, body: body) }

                private var body: HTML {
                    let state = entry.isClosed ? Self.closed : Self.open
                    return "<p>\(state.text(in: language))</p>\(text)\(contact)"
                }

                private var text: HTML? { entry.text.map { "<p>\($0)</p>" } }

                private var contact: HTML? {
                    entry.email.map { "<p>\(Self.contact.text(in: language)): \($0)</p>" }
                }

                private static let open = Words(tr: "Açık", en: "Open")
                private static let closed = Words(tr: "Kapalı", en: "Closed")
                private static let contact = Words(tr: "İlgili kişi", en: "Contact")
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Pages/EntryListPage.swift",
            ###"""
            import Core
            import Markup
            import ModuleKit

            /// The list of entries.
            struct EntryListPage {
                let page: EntryPage
                let language: Language

                var content: PageContent {
                    PageContent(title: Self.title.text(in: language), body: page.entries.isEmpty ? empty : list)
                }

                private var empty: HTML { "<p>\(Self.nothing.text(in: language))</p>" }

                private var list: HTML {
                    let items = page.entries.map { entry -> HTML in
                        "<li><a href=\"/notebook/entries/\(entry.id.description)\">\(entry.title)</a></li>"
                    }
                    return "<ul>\(items)</ul>\(more)"
                }

                private var more: HTML? {
                    let words = Self.older.text(in: language)
                    return page.next.map { next -> HTML in
                        "<p><a href=\"/notebook?after=\(next.description)\" rel=\"next\">\(words)</a></p>"
                    }
                }

                private static let title = Words(tr: "Kayıtlar", en: "Entries")
                private static let nothing = Words(tr: "Henüz kayıt yok.", en: "There are no entries yet.")
                private static let older = Words(tr: "Daha eskiler", en: "Older ones")
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Routes/EntryRoutes.swift",
            ###"""
            import Core
            import HTTP
            import ModuleKit

            /// What people do with entries.
            enum EntryRoutes {
                static func register(into module: inout ModuleRegistrar) {
                    module.page("/notebook", for: .staff(.readEntries), listPage)
                    module.page("/notebook/entries/:entry", for: .staff(.readEntries), page)
                    module.route(.get, "/notebook/entries", for: .staff(.readEntries), list)
                    module.route(.post, "/notebook/entries", for: .staff(.writeEntries), taking: NewEntry.self, add)
                    module.route(.put, "/notebook/entries/:entry", for: .staff(.writeEntries), taking: NewEntry.self, edit)
                    module.route(.delete, "/notebook/entries/:entry", for: .staff(.writeEntries), remove)
                    module.route(.post, "/notebook/entries/:entry/closure", for: .staff(.writeEntries), close)
                }

                private static func listPage(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
                    let page = try await Entry.page(after: request.after, in: staff)
                    return EntryListPage(page: page, language: staff.language).content
                }

                private static func page(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
                    let entry = try await Entry.find(try staff.entry, in: staff)
                    return EntryDetailPage(entry: entry, language: staff.language).content
                }

                private static func list(_ request: Request, _ staff: any StaffContext) async throws -> Response {
                    let page = try await Entry.page(after: request.after, in: staff)
                    var json = JSONWriter(reserveCapacity: 4_096)
                    json.beginArray()
                    for entry in page.entries { entry.write(into: &json) }
                    json.endArray()
                    return .json(json.finish())
                }

                private static func add(
                    _ input: NewEntry, _ request: Request, _ staff: any StaffContext
                ) async throws -> Response {
                    .entry(try await Entry.add(input, by: staff.user, in: staff), .created)
                }

                private static func edit(
                    _ input: NewEntry, _ request: Request, _ staff: any StaffContext
                ) async throws -> Response {
                    try await Entry.change(try staff.entry, to: input, in: staff)
                    return .entry(try staff.entry)
                }

                private static func close(_ request: Request, _ staff: any StaffContext) async throws -> Response {
                    guard try await Entry.close(try staff.entry, in: staff) else { throw Problem(.notFound) }
                    return .entry(try staff.entry)
                }

                private static func remove(_ request: Request, _ staff: any StaffContext) async throws -> Response {
                    try await Entry.remove(try staff.entry, in: staff)
                    return .entry(try staff.entry)
                }
            }

            extension RouteContext {
                /// The entry that the path names. What is no id names none.
                fileprivate var entry: UUIDv7 {
                    get throws {
                        guard let id = parameters.value("entry", as: UUIDv7.self) else { throw Problem(.notFound) }
                        return id
                    }
                }
            }

            extension Request {
                /// After which entry the list goes on.
                fileprivate var after: UUIDv7? { head.query.flatMap { try? QueryItems($0) }?["after"].flatMap { UUIDv7($0) } }
            }

            extension Response {
                /// The id of the entry that was touched.
                fileprivate static func entry(_ id: UUIDv7, _ status: Status = .ok) -> Response {
                    var json = JSONWriter(reserveCapacity: 64)
                    json.beginObject()
                    json.key("id")
                    json.uuid(id)
                    json.endObject()
                    return .json(json.finish(), status: status)
                }
            }

            """###),
        ModuleFile(
            "Tests/NotebookTests/EntryRouteTests.swift",
            ###"""
            import Core
            import TestKit
            import Testing

            @testable import Notebook

            @Suite("Notebook: what people do with entries")
            struct EntryRouteTests {
                private static let some = UUIDv7.make()
                private static let lines = [
                    "GET /notebook", "GET /notebook/entries", "POST /notebook/entries",
                    "GET /notebook/entries/\(some)", "PUT /notebook/entries/\(some)",
                    "DELETE /notebook/entries/\(some)", "POST /notebook/entries/\(some)/closure",
                ]

                @Test("is refused to who is not signed in, to the other tenant's people and to who may not")
                func strangers() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        for line in Self.lines {
                            #expect(try await house.ask(line, as: .nobody).status == 401, "\(line)")
                            #expect(try await house.ask(line, as: .neighbour).status == 401, "\(line)")
                            #expect(try await house.ask(line, as: .newcomer).status == 403, "\(line)")
                        }
                    }
                }

                @Test("is as unknown as any other path where the module is off")
                func off() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        house.switchOff("notebook")
                        for line in Self.lines { #expect(try await house.ask(line, as: .staff).status == 404, "\(line)") }
                    }
                }

                @Test(
                    "refuses what is no entry",
                    arguments: [
                        ("{}", "/title"), (#"{"title":" "}"#, "/title"), (#"{"title":"a","email":"b"}"#, "/email"),
                        (#"{"title":"a","colour":"red"}"#, "/colour"),
                    ])
                func refusals(body: String, pointer: String) async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let answer = try await house.ask("POST /notebook/entries", as: .staff, body)
                        #expect(answer.status == 422)
                        #expect(answer.text.contains(pointer))
                        #expect(try await house.ask("GET /notebook/entries", as: .staff).text == "[]")
                    }
                }

                @Test("adds, shows, changes, closes and removes an entry, which nobody else's people can see")
                func life() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let added = try await house.ask("POST /notebook/entries", as: .staff, #"{"title":"Çay <al>"}"#)
                        #expect(added.status == 201)
                        let id = try #require(added.json["id"]?.string)
                        #expect(try await house.ask("GET /notebook", as: .staff).text.contains("Çay &lt;al&gt;"))
                        #expect(try await house.ask("GET /notebook/entries/\(id)", as: .staff).text.contains("Open"))
                        let change = try await house.ask("PUT /notebook/entries/\(id)", as: .staff, #"{"title":"Kahve"}"#)
                        #expect(change.status == 200)
                        #expect(try await house.ask("POST /notebook/entries/\(id)/closure", as: .staff).status == 200)
                        #expect(try await house.ask("GET /notebook/entries/\(id)", as: .staff).text.contains("Closed"))
                        for line in ["GET /notebook/entries/\(id)", "DELETE /notebook/entries/\(id)"] {
                            #expect(try await house.ask(line, as: .neighbour, at: .theirs).status == 404)
                        }
                        #expect(try await house.ask("DELETE /notebook/entries/\(id)", as: .staff).status == 200)
                        #expect(try await house.ask("GET /notebook/entries/\(id)", as: .staff).status == 404)
                    }
                }
            }

            """###),
        ModuleFile(
            "Tests/NotebookTests/EntryTests.swift",
            ###"""
            import Core
            import ModuleKit
            import SQL
            import TestKit
            import Testing

            @testable import Notebook

            @Suite("Notebook: entries")
            struct EntryTests {
                @Test("come page by page, newest first, each once")
                func pages() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        var added: [UUIDv7] = []
                        for number in 0..<120 { added.append(try await Self.add("Entry \(number)", in: house.ours)) }
                        var (seen, after, pages) = ([UUIDv7](), UUIDv7?.none, 0)
                        repeat {
                            let page = try await Entry.page(after: after, in: house.ours)
                            seen += page.entries.map(\.id)
                            (after, pages) = (page.next, pages + 1)
                        } while after != nil
                        #expect(seen == added.sorted().reversed())
                        #expect(pages == 3)
                        #expect(try await Entry.page(after: nil, in: house.theirs).entries.isEmpty)
                    }
                }

                @Test("are found by a part of the title, and only the tenant's own")
                func search() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let id = try await Self.add("Kış bahçesi", in: house.ours)
                        _ = try await Self.add("Yaz bahçesi", in: house.theirs)
                        #expect(try await Entry.search("bahçe", most: 10, in: house.ours).map(\.id) == [id.description])
                        #expect(try await Entry.search("deniz", most: 10, in: house.ours).isEmpty)
                        #expect(try await Entry.search("bahçe", most: 0, in: house.ours).isEmpty)
                    }
                }

                @Test("leave a job and an event behind when they are added, and nothing when they are refused")
                func added() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let id = try await Self.add("Toplantı", in: house.ours)
                        await #expect(throws: Problem.self) { _ = try await Self.add("", in: house.ours) }
                        let jobs = try await house.jobs(of: CloseEntry.self)
                        #expect(jobs.map(\.entry) == [id])
                        let events = try await house.events(of: EntryAdded.self)
                        #expect(events.map(\.entry) == [id])
                    }
                }

                @Test("are closed by a job, which gives up on one that is gone")
                func job() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let id = try await Self.add("Fatura", in: house.ours)
                        #expect(try await CloseEntry(entry: id).run(in: house.theirs) == .cancel(reason: "the entry is gone"))
                        #expect(try await CloseEntry(entry: id).run(in: house.ours) == .done)
                        #expect(try await CloseEntry(entry: id).run(in: house.ours) == .done)
                        #expect(try await Entry.find(id, in: house.ours).isClosed)
                    }
                }

                @Test("are announced once, however often the event is heard")
                func announced() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let id = try await Self.add("Duyuru", in: house.ours)
                        #expect(try await Self.announced(id, in: house.ours) == nil)
                        try await EntryAdded(entry: id).announce(in: house.ours)
                        let first = try await Self.announced(id, in: house.ours)
                        #expect(first != nil)
                        try await EntryAdded(entry: id).announce(in: house.ours)
                        #expect(try await Self.announced(id, in: house.ours) == first)
                    }
                }

                private static func add(_ title: String, in tenant: any TenantContext) async throws -> UUIDv7 {
                    try await Entry.add(NewEntry(title: title, text: nil, email: nil), by: .make(), in: tenant)
                }

                private static func announced(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Timestamp? {
                    let rows = try await tenant.query(
                        "SELECT announced_at FROM notebook.entry WHERE tenant_id = kernel.tenant() AND id = \(id)")
                    return try rows.first?.decodeIfPresent(0)
                }
            }

            """###),
        ModuleFile(
            "Tests/NotebookTests/NotebookModuleTests.swift",
            ###"""
            import Kernel
            import TestKit
            import Testing

            @testable import Notebook

            @Suite("Notebook: the module")
            struct NotebookModuleTests {
                @Test("keeps to everything that holds for all modules")
                func contract() async throws {
                    let report = try await ModuleHouse.verify(NotebookModule.self)
                    #expect(report.faults == [])
                }
            }

            """###),
        ModuleFile(
            "migrations/notebook/0001_entries.sql",
            ###"""
            CREATE SCHEMA notebook;
            GRANT USAGE ON SCHEMA notebook TO konak_app;

            CREATE TABLE notebook.entry (
                tenant_id uuid NOT NULL,
                id uuid NOT NULL,
                owner_id uuid,
                title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
                body text CHECK (char_length(body) <= 4000),
                email text CHECK (char_length(email) <= 254),
                state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
                announced_at timestamptz,
                created_at timestamptz NOT NULL DEFAULT now(),
                changed_at timestamptz NOT NULL DEFAULT now(),
                PRIMARY KEY (tenant_id, id)
            );
            CREATE INDEX entry_owner ON notebook.entry (tenant_id, owner_id);
            CREATE INDEX entry_words ON notebook.entry USING gin (tenant_id, title extension.gin_trgm_ops);

            CREATE FUNCTION notebook.search_entry(needle text, most integer) RETURNS SETOF uuid
            LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
                SELECT e.id FROM notebook.entry AS e
                WHERE e.tenant_id = kernel.tenant() AND (e.title ILIKE '%' || needle || '%')
                ORDER BY e.title LIMIT most
            $$;
            SELECT guard.adopt_search('notebook.search_entry(text, integer)');
            GRANT SELECT, INSERT, UPDATE, DELETE ON notebook.entry TO konak_app;

            """###),
    ]
}

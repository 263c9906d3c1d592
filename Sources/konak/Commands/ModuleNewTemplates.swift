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
                    let new = Words(tr: "Yeni kayıt", en: "New entry")
                    module.command(NavigationItem(new, path: "/notebook/new", icon: "plus"))
                    module.job(CloseEntry.self) { try await $0.run(in: $1) }
                    module.job(EraseEntry.self) { try await $0.run(in: $1) }
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

            What a tenant gets: a list of entries that its people write, read, change, close, delete and bring back, and
            that the search over everything finds.

            | | |
            | --- | --- |
            | Tables | `notebook.entry`, behind the tenant's wall |
            | Permissions | `notebook.entry.read`, `notebook.entry.write` |
            | Plan | the feature `notebook` |
            | Pages | `/notebook`, `/notebook/new`, `/notebook/entries/:entry`, its `/edit` |
            | Jobs | `notebook.entry.close` closes an entry 90 days after it was added, `notebook.entry.erase` erases it a day after it was deleted |
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
            "Plugins/Notebook/Jobs/EraseEntry.swift",
            ###"""
            import Core
            import ModuleKit

            /// Erases an entry that was deleted and not brought back.
            struct EraseEntry: Job {
                static let kind = JobKind("notebook.entry.erase")
                /// How long it can be brought back.
                static let delay = Duration.seconds(86_400)
                let entry: UUIDv7

                /// Run twice it does the same as once.
                func run(in tenant: any TenantContext) async throws -> JobOutcome {
                    try await Entry.erase(entry, in: tenant)
                    return .done
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
                        WHERE tenant_id = kernel.tenant() AND is_kept AND (\(after)::uuid IS NULL OR id < \(after)) \
                        ORDER BY id DESC LIMIT \(Int64(pageSize + 1))
                        """)
                    let entries = try rows.prefix(pageSize).map(Entry.init)
                    return EntryPage(entries: entries, next: rows.count > pageSize ? entries.last?.id : nil)
                }

                /// One of them. Another tenant's is as unknown as one that never was.
                static func find(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Entry {
                    let rows = try await tenant.query(
                        """
                        SELECT \(fragment: columns) FROM notebook.entry \
                        WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept
                        """)
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
                        WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
                        """)
                    guard !rows.isEmpty else { throw Problem(.notFound) }
                }

                /// Whether there is such an entry; closing a closed one changes nothing.
                static func close(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Bool {
                    let rows = try await tenant.query(
                        """
                        UPDATE notebook.entry SET state = 'closed', changed_at = now() \
                        WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
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

                /// It is gone from sight at once, and for good after a while: until then it can be brought back.
                static func remove(_ id: UUIDv7, in tenant: any TenantContext) async throws {
                    try await tenant.transaction { database in
                        let rows = try await database.query(
                            """
                            UPDATE notebook.entry SET is_kept = false, changed_at = now() \
                            WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
                            """)
                        guard !rows.isEmpty else { throw Problem(.notFound) }
                        try await database.enqueue(EraseEntry(entry: id), .after(EraseEntry.delay))
                    }
                }

                static func bringBack(_ id: UUIDv7, in tenant: any TenantContext) async throws {
                    let rows = try await tenant.query(
                        """
                        UPDATE notebook.entry SET is_kept = true, changed_at = now() \
                        WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id
                        """)
                    guard !rows.isEmpty else { throw Problem(.notFound) }
                }

                /// Not one that was brought back, nor one that was deleted anew a moment ago.
                static func erase(_ id: UUIDv7, in tenant: any TenantContext) async throws {
                    _ = try await tenant.query(
                        """
                        DELETE FROM notebook.entry WHERE tenant_id = kernel.tenant() AND id = \(id) \
                        AND NOT is_kept AND changed_at < now() - interval '23 hours'
                        """)
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

                private static let blank = Words(tr: "Bir başlık yazın.", en: "Write a title.")

                let title: String
                let text: String?
                let email: String?

                /// The rule that no kind of field can say.
                func check() throws {
                    guard title.contains(where: { !$0.isWhitespace }) else {
                        throw Problem(.unprocessable, fields: [FieldFault("/title", .invalid, Self.blank)])
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
            import UI

            /// One entry.
            struct EntryDetailPage {
                let entry: Entry
                let mayWrite: Bool
                let language: Language

                var content: PageContent {
                    var content = PageContent(title: entry.title, body: body)
                    content.steps = [(Self.all.text(in: language), SafeURL(path: "notebook"))]
                    if mayWrite { content.actions = actions }
                    return content
                }

                private var body: HTML {
                    let state = entry.isClosed ? Self.closed : Self.open
                    return "<p>\(state.text(in: language))</p>\(text)\(contact)"
                }

                private var text: HTML? { entry.text.map { "<p>\($0)</p>" } }

                private var contact: HTML? {
                    entry.email.map { "<p>\(Self.contact.text(in: language)): \($0)</p>" }
                }

                private var actions: HTML {
                    let remove = Button(Self.remove.text(in: language), .posts(path("removal")), .dangerQuiet)
                    let close = Button(Self.close.text(in: language), .posts(path("closure")))
                    let edit = Button(Self.edit.text(in: language), .link(path("edit")), .primary)
                    return "\(remove)\(entry.isClosed ? nil : close)\(edit)"
                }

                private func path(_ act: String) -> SafeURL {
                    SafeURL(path: "notebook", "entries", entry.id.description, act)
                }

                private static let all = Words(tr: "Kayıtlar", en: "Entries")
                private static let open = Words(tr: "Açık", en: "Open")
                private static let closed = Words(tr: "Kapalı", en: "Closed")
                private static let contact = Words(tr: "İlgili kişi", en: "Contact")
                private static let remove = Words(tr: "Sil", en: "Delete")
                private static let close = Words(tr: "Kapat", en: "Close")
                private static let edit = Words(tr: "Düzenle", en: "Edit")
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Pages/EntryFormPage.swift",
            ###"""
            import Core
            import ModuleKit
            import UI

            /// The form of an entry, a new one or one that is there.
            struct EntryFormPage {
                let draft: FormDraft
                let entry: Entry?

                var content: PageContent {
                    let title = (entry == nil ? Self.new : Self.edit).text(in: draft.language)
                    return PageContent(title: title, body: form.html)
                }

                private var form: Form {
                    let filled = draft.starting(with: ["title": entry?.title, "text": entry?.text, "email": entry?.email])
                    let back = entry.map { "/notebook/entries/\($0.id)" } ?? "/notebook"
                    return filled.form(FormFields(NewEntry.fields, filled), cancel: back, traits: .guarded)
                }

                private static let new = Words(tr: "Yeni kayıt", en: "New entry")
                private static let edit = Words(tr: "Kaydı düzenle", en: "Edit the entry")
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Pages/EntryListPage.swift",
            ###"""
            import Core
            import Markup
            import ModuleKit
            import UI

            /// The list of entries.
            struct EntryListPage {
                let page: EntryPage
                let mayWrite: Bool
                let language: Language

                var content: PageContent {
                    var content = PageContent(title: Self.title.text(in: language), body: page.entries.isEmpty ? empty : list)
                    if mayWrite { content.actions = new.html }
                    return content
                }

                private var new: Button {
                    let form = SafeURL(path: "notebook", "new")
                    return Button(Self.new.text(in: language), .link(form), .primary, icon: .plus, key: "n")
                }

                private var empty: HTML {
                    EmptyState(.list, Self.nothing.text(in: language), Self.begin.text(in: language)).html
                }

                private var list: HTML {
                    let items = page.entries.map { entry -> HTML in
                        "<li>\(TextLink(entry.title, SafeURL(path: "notebook", "entries", entry.id.description)))</li>"
                    }
                    return "<ul class=\"stack s\">\(items)</ul>\(more)"
                }

                private var more: HTML? {
                    page.next.map { next -> HTML in
                        let url = SafeURL(path: "notebook", query: ["after": next.description])
                        return "<p>\(TextLink(Self.older.text(in: language), url))</p>"
                    }
                }

                private static let title = Words(tr: "Kayıtlar", en: "Entries")
                private static let new = Words(tr: "Yeni kayıt", en: "New entry")
                private static let nothing = Words(tr: "Henüz kayıt yok", en: "There are no entries yet")
                private static let begin = Words(tr: "İlk kayıt burada görünür.", en: "The first one will appear here.")
                private static let older = Words(tr: "Daha eskiler", en: "Older ones")
            }

            """###),
        ModuleFile(
            "Plugins/Notebook/Pages/EntryWords.swift",
            ###"""
            import Core

            /// What is said after something was done.
            enum EntryWords {
                static let added = Words(tr: "Kayıt eklendi", en: "Entry added")
                static let saved = Words(tr: "Kayıt kaydedildi", en: "Entry saved")
                static let closed = Words(tr: "Kayıt kapatıldı", en: "Entry closed")
                static let removed = Words(tr: "Kayıt silindi", en: "Entry deleted")
                static let returned = Words(tr: "Kayıt geri geldi", en: "Entry brought back")
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
                    module.form(
                        "/notebook/new", for: .staff(.writeEntries), taking: NewEntry.self, show: newPage, save: add)
                    module.form(
                        "/notebook/entries/:entry/edit", for: .staff(.writeEntries), taking: NewEntry.self,
                        show: editPage, save: edit)
                    module.action("/notebook/entries/:entry/closure", for: .staff(.writeEntries), close)
                    module.action("/notebook/entries/:entry/removal", for: .staff(.writeEntries), remove)
                    module.action("/notebook/entries/:entry/return", for: .staff(.writeEntries), bringBack)
                }

                private static func listPage(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
                    let page = try await Entry.page(after: request.after, in: staff)
                    return EntryListPage(page: page, mayWrite: staff.may(.writeEntries), language: staff.language).content
                }

                private static func page(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
                    let entry = try await Entry.find(try staff.entry, in: staff)
                    return EntryDetailPage(entry: entry, mayWrite: staff.may(.writeEntries), language: staff.language).content
                }

                private static func list(_ request: Request, _ staff: any StaffContext) async throws -> Response {
                    let page = try await Entry.page(after: request.after, in: staff)
                    var json = JSONWriter(reserveCapacity: 4_096)
                    json.beginArray()
                    for entry in page.entries { entry.write(into: &json) }
                    json.endArray()
                    return .json(json.finish())
                }

                private static func newPage(_ staff: any StaffContext, _ draft: FormDraft) async throws -> PageContent {
                    EntryFormPage(draft: draft, entry: nil).content
                }

                private static func add(_ input: NewEntry, _ staff: any StaffContext) async throws -> FormOutcome {
                    let id = try await Entry.add(input, by: staff.user, in: staff)
                    return .see("/notebook/entries/\(id)", Flash(EntryWords.added))
                }

                private static func editPage(_ staff: any StaffContext, _ draft: FormDraft) async throws -> PageContent {
                    EntryFormPage(draft: draft, entry: try await Entry.find(try staff.entry, in: staff)).content
                }

                private static func edit(_ input: NewEntry, _ staff: any StaffContext) async throws -> FormOutcome {
                    try await Entry.change(try staff.entry, to: input, in: staff)
                    return .see("/notebook/entries/\(try staff.entry)", Flash(EntryWords.saved))
                }

                private static func close(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
                    guard try await Entry.close(try staff.entry, in: staff) else { throw Problem(.notFound) }
                    return .see("/notebook/entries/\(try staff.entry)", Flash(EntryWords.closed))
                }

                private static func remove(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
                    let id = try staff.entry
                    try await Entry.remove(id, in: staff)
                    return .see("/notebook", Flash(EntryWords.removed, undo: "/notebook/entries/\(id)/return"))
                }

                private static func bringBack(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
                    try await Entry.bringBack(try staff.entry, in: staff)
                    return .see("/notebook/entries/\(try staff.entry)", Flash(EntryWords.returned))
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
                    "GET /notebook", "GET /notebook/entries",
                    "GET /notebook/new", "POST /notebook/new",
                    "GET /notebook/entries/\(some)", "GET /notebook/entries/\(some)/edit",
                    "POST /notebook/entries/\(some)/edit",
                    "POST /notebook/entries/\(some)/closure", "POST /notebook/entries/\(some)/removal",
                    "POST /notebook/entries/\(some)/return",
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
                        let answer = try await house.ask("POST /notebook/new", as: .staff, body)
                        #expect(answer.status == 422)
                        #expect(answer.text.contains(pointer))
                        #expect(try await house.ask("GET /notebook/entries", as: .staff).text == "[]")
                    }
                }

                @Test(
                    "gives back what was typed, and says what to mend",
                    arguments: [("tr", "Bu alan gerekli."), ("en", "This is needed.")])
                func typed(language: String, words: String) async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let typed = ["text": "Süt <ve> çay", "email": "kim@ornek.com"]
                        let page = try await house.send("/notebook/new", as: .staff, typed, in: language)
                        #expect(page.status == 422)
                        #expect(
                            page.text.contains(words) && page.text.contains("Süt &lt;ve&gt; çay")
                                && page.text.contains("kim@ornek.com"))
                    }
                }

                @Test("adds, shows, changes, closes and removes an entry, which nobody else's people can see")
                func life() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let added = try await house.send("/notebook/new", as: .staff, ["title": "Çay <al>"])
                        let path = try #require(added.location)
                        #expect(added.status == 303 && added.cookies.contains { $0.hasPrefix("__Host-konak-flash=") })
                        #expect(try await house.ask("GET /notebook", as: .staff).text.contains("Çay &lt;al&gt;"))
                        #expect(try await house.ask("GET \(path)", as: .staff).text.contains("Open"))
                        #expect(try await house.ask("GET \(path)/edit", as: .staff).text.contains("value=\"Çay &lt;al&gt;\""))
                        #expect(try await house.send("\(path)/edit", as: .staff, ["title": "Kahve"]).location == path)
                        #expect(try await house.send("\(path)/closure", as: .staff).status == 303)
                        #expect(try await house.ask("GET \(path)", as: .staff).text.contains("Closed"))
                        for line in ["GET \(path)", "GET \(path)/edit", "POST \(path)/removal", "POST \(path)/return"] {
                            #expect(try await house.ask(line, as: .neighbour, at: .theirs).status == 404, "\(line)")
                        }
                    }
                }

                @Test("brings back what was deleted, until it is erased")
                func undo() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let added = try await house.send("/notebook/new", as: .staff, ["title": "Fiş"])
                        let path = try #require(added.location)
                        #expect(try await house.send("\(path)/removal", as: .staff).location == "/notebook")
                        #expect(try await house.ask("GET \(path)", as: .staff).status == 404)
                        #expect(try await house.ask("GET /notebook/entries", as: .staff).text == "[]")
                        #expect(try await house.send("\(path)/return", as: .staff).location == path)
                        #expect(try await house.ask("GET \(path)", as: .staff).status == 200)
                        #expect(try await house.jobs(of: EraseEntry.self).count == 1)
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

                @Test("are erased by a job a day after they were deleted, and not where they were brought back")
                func erased() async throws {
                    try await ModuleHouse.with(NotebookModule.self) { house async throws in
                        let (kept, gone) = (
                            try await Self.add("Kalan", in: house.ours), try await Self.add("Giden", in: house.ours)
                        )
                        try await Entry.remove(gone, in: house.ours)
                        _ = try await house.ours.query(
                            """
                            UPDATE notebook.entry SET changed_at = now() - interval '1 day' \
                            WHERE tenant_id = kernel.tenant() AND id = \(gone)
                            """
                        )
                        for id in [kept, gone] { #expect(try await EraseEntry(entry: id).run(in: house.ours) == .done) }
                        #expect(try await Entry.find(kept, in: house.ours).title == "Kalan")
                        await #expect(throws: Problem.self) { try await Entry.bringBack(gone, in: house.ours) }
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
                is_kept boolean NOT NULL DEFAULT true,
                created_at timestamptz NOT NULL DEFAULT now(),
                changed_at timestamptz NOT NULL DEFAULT now(),
                PRIMARY KEY (tenant_id, id)
            );
            CREATE INDEX entry_owner ON notebook.entry (tenant_id, owner_id);
            CREATE INDEX entry_words ON notebook.entry USING gin (tenant_id, title extension.gin_trgm_ops);

            CREATE FUNCTION notebook.search_entry(needle text, most integer) RETURNS SETOF uuid
            LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
                SELECT e.id FROM notebook.entry AS e
                WHERE e.tenant_id = kernel.tenant() AND (e.is_kept AND e.title ILIKE '%' || needle || '%')
                ORDER BY e.title LIMIT most
            $$;
            SELECT guard.adopt_search('notebook.search_entry(text, integer)');
            GRANT SELECT, INSERT, UPDATE, DELETE ON notebook.entry TO konak_app;

            """###),
    ]
}

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

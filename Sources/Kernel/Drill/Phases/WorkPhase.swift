import Core
import EventLoop
import HTTP
import Markup
import ModuleKit

/// What runs without a route: jobs, listeners, panels, searches. Each with the tenant's own ids, then with another's, and
/// with ids that nobody has.
struct WorkPhase: Sendable {
    let course: DrillCourse
    let gate: Gate

    /// Something to run for a tenant with ids by their names; what it says of the outcome must be alike for another's and
    /// unknown ones.
    private struct Work: Sendable {
        let label: String
        let module: RegisteredModule
        let run: @Sendable (StaffRoom, @escaping @Sendable (String) -> UUIDv7) async throws -> String
    }

    /// How many there were.
    func run() async throws -> Int {
        let works = gate.registry.modules.flatMap { jobs($0) + listeners($0) + panels($0) + searches($0) }
        for work in works {
            for tenant in course.house.tenants {
                for victim in course.house.tenants where victim.place != tenant.place {
                    try await run(work, for: tenant, victim)
                }
                try await course.house.planter.restore(tenant)
            }
        }
        try await course.look()
        return works.count
    }

    private func run(_ work: Work, for tenant: DrillTenant, _ victim: DrillTenant) async throws {
        let own = try await outcome(of: work, for: tenant) { key(named: $0, of: work.module, tenant) }
        if own.hasPrefix(Self.failure) { course.ledger.leaveOut(work.label, because: "it fails with its owner's ids") }
        let before = try await course.sums(without: [tenant.place])
        let foreign = try await course.recorder.during {
            try await outcome(of: work, for: tenant) { key(named: $0, of: work.module, victim) }
        }
        course.ledger.count(work.label)
        try await course.compare(before, at: work.label, as: "another's ids")
        let unknown = try await course.recorder.during {
            try await outcome(of: work, for: tenant) { _ in
                var random = SystemRandomNumberGenerator()
                return CanaryBook.id(using: &random)
            }
        }
        course.ledger.count(work.label)
        if foreign != unknown {
            course.ledger.note(
                DrillLeak(
                    kind: .distinguished, place: work.label, detail: "another's ids are treated unlike unknown ones"))
        }
    }

    private static let failure = "failed:"

    /// What it says, searched for what is not the tenant's.
    private func outcome(
        of work: Work, for tenant: DrillTenant, _ id: @escaping @Sendable (String) -> UUIDv7
    ) async throws -> String {
        let text: String
        do {
            text = try await work.run(room(of: tenant), id)
        } catch {
            text = "\(Self.failure) \(Problem(answering: error).code)"
        }
        let view = DrillView(agency: tenant.agency, tenant: tenant.place, rows: .tenant(tenant.place))
        for word in course.house.book.found(in: Array(text.utf8)) {
            guard let origin = course.house.book.origin(of: word), !view.mayShow(origin) else { continue }
            course.ledger.note(DrillLeak(kind: .shown, place: work.label, detail: origin.place))
        }
        return text
    }

    // MARK: What there is

    private func jobs(_ module: RegisteredModule) -> [Work] {
        // What carries events to listeners asks for one that was said; the listeners themselves are asked below.
        module.registrar.jobs.filter { $0.arguments != EventHearing.self }.map { job in
            Work(label: "job \(job.kind)", module: module) { room, id in
                "\(try await job.run(ShapeDecoder(id: id), room.door))"
            }
        }
    }

    private func listeners(_ module: RegisteredModule) -> [Work] {
        module.registrar.listeners.map { listener in
            Work(label: "listener of \(listener.event) in \(module.manifest.id)", module: module) { room, id in
                try await listener.receive(ShapeDecoder(id: id), room.door)
                return "received"
            }
        }
    }

    private func panels(_ module: RegisteredModule) -> [Work] {
        module.registrar.panels.enumerated().map { index, panel in
            Work(label: "panel \(index + 1) of \(module.manifest.id)", module: module) { room, id in
                var record: String?
                if case .record(let table) = panel.place { record = id(table.text).description }
                let page = try await panel.render(room, record)
                return page.title + String(decoding: page.body.bytes, as: UTF8.self)
            }
        }
    }

    /// Another's id is no word to search for; half of a value of theirs is.
    private func searches(_ module: RegisteredModule) -> [Work] {
        module.registrar.searches.map { search in
            Work(label: "search of \(search.table)", module: module) { room, id in
                let words = ["", "cnry", id(search.table.text).description]
                var found = ""
                for word in words {
                    for hit in try await search.find(word, 50, room) { found += "\(hit.id) \(hit.title) \(hit.path)\n" }
                }
                return found
            }
        }
    }

    /// `task`, `taskID`, `task_id` and `sample.task` mean the module's table; any other name means any row.
    private func key(named name: String, of module: RegisteredModule, _ tenant: DrillTenant) -> UUIDv7 {
        let schema = module.manifest.id.text
        var word = name
        for suffix in ["_id", "ID", "Id"] where word.hasSuffix(suffix) { word = String(word.dropLast(suffix.count)) }
        let label = word.contains(".") ? word : "\(schema).\(word.lowercased())"
        let key = course.maker.key(of: label, tenant, 0) ?? tenant.sets[0].rows.first?.key
        return key.flatMap { UUIDv7($0) } ?? tenant.id.uuid
    }

    /// Where a tenant's work is done.
    private func room(of tenant: DrillTenant) throws -> StaffRoom {
        let shot = DrillShot(door: .app(tenant.place), caller: .nobody)
        let context = AnonymousContext(
            request: try DrillRange.bareRequest(to: course.range.words.host(of: shot.door)),
            parameters: PathParameters(),
            entry: tenant.app)
        let principal = StaffPrincipal(user: .make(), tenant: tenant.id, permissions: course.house.permissions)
        return StaffRoom(
            door: TenantDoor(tenant: tenant.id, gate.databases.app), place: CallPlace(context, tenant.app),
            principal: principal)
    }
}

public import Core
public import EventLoop
public import Kernel
public import Localization
public import ModuleKit
import Postgres
import SQL
import Synchronization
public import Templating

/// The house's templates: what modules brought along, and what tenants, agencies and the operator put in its place. Made
/// before the modules are known, opened once they are.
public final class TemplateStore: Templates {
    private struct Opened {
        let builtIn: BuiltInTemplates
        let registry: Registry?
        let sites: (any SiteLookup)?
        let control: PostgresDatabase?
        let pool: BlockingPool?

        func isOn(_ module: ModuleID, for tenant: (any TenantContext)?) -> Bool {
            guard let tenant, let registry, let entry = sites?.entry(for: tenant.tenant) else { return false }
            return registry.isOn(module, at: entry)
        }
    }

    private let opened = Mutex<Opened?>(nil)
    private let formats: @Sendable (Localizer) -> TemplateFormats
    private let zones = ZoneBook()

    /// A store that is not open yet. `formats` says how values read in a language and at the time of a zone.
    public init(formats: @escaping @Sendable (Localizer) -> TemplateFormats = { .localized($0) }) {
        self.formats = formats
    }

    /// Reads and checks what the modules brought along. Throws `TemplateRegistrationFaults`. What may take long to render
    /// is rendered by the pool.
    public func open(
        _ registry: Registry, sites: any SiteLookup, databases: Databases, pool: BlockingPool? = nil
    ) throws {
        let builtIn = try BuiltInTemplates(registry.modules)
        let (control, whole) = (databases.control, registry)
        opened.withLock {
            $0 = Opened(builtIn: builtIn, registry: whole, sites: sites, control: control, pool: pool)
        }
    }

    /// Opens it with what these brought along; without a database nobody has put anything in its place.
    func open(_ sources: [BuiltInTemplates.Source], control: PostgresDatabase?) throws {
        let builtIn = try BuiltInTemplates(sources)
        opened.withLock { $0 = Opened(builtIn: builtIn, registry: nil, sites: nil, control: control, pool: nil) }
    }

    private var control: PostgresDatabase {
        get throws {
            guard let control = try current.control else { throw Problem(.unavailable) }
            return control
        }
    }

    private var current: Opened {
        get throws {
            guard let opened = opened.withLock({ $0 }) else { throw Problem(.unavailable) }
            return opened
        }
    }

    /// Every template there is.
    public var catalogue: [TemplateRegistration] { opened.withLock { $0?.builtIn.all ?? [] } }
}

extension TemplateStore {
    /// Renders for a tenant.
    public func render(
        _ key: TemplateKey, _ channel: TemplateChannel, in language: Language, _ values: [String: TemplateValue],
        for tenant: any TenantContext
    ) async throws -> RenderedMessage {
        let place = try place(of: tenant)
        return try await render(
            key, channel, in: language, values, agency: place?.agency, tenant: tenant, brand: place?.brand)
    }

    /// Renders for an agency, or for the operator: messages to people who belong to no tenant, or not yet.
    public func render(
        _ key: TemplateKey, _ channel: TemplateChannel, in language: Language, _ values: [String: TemplateValue],
        agency: AgencyID?, brand: Brand
    ) async throws -> RenderedMessage {
        try await render(key, channel, in: language, values, agency: agency, tenant: nil, brand: brand)
    }

    /// Renders in a brand that was worked out elsewhere.
    func render(
        _ key: TemplateKey, _ channel: TemplateChannel, in language: Language, _ values: [String: TemplateValue],
        agency: AgencyID?, tenant: (any TenantContext)?, brand: Brand?
    ) async throws -> RenderedMessage {
        let cascade = try await cascade(key, channel, agency: agency, tenant)
        var data = values.mapValues(\.datum)
        for (name, value) in values {
            guard case .resource(let record) = value, let tenant else { continue }
            guard let resource = cascade.builtIn.resource(of: name, key, channel) else { throw Problem(.internal) }
            data[name] = try await RecordValues.read(record, of: resource, in: tenant) ?? .nothing
        }
        data["brand"] = brand?.datum ?? .nothing
        if channel == .mail { data.merge(BuiltInTemplates.mailNames.mapValues { _ in .nothing }) { own, _ in own } }
        let variables = try await variables(named: cascade, key, for: tenant)
        data.merge(variables.data) { own, _ in own }
        return try await aside(channel) { [data] in
            try self.render(key, cascade, language, data, variables.failures)
        }
    }

    private func variables(
        named cascade: TemplateCascade, _ key: TemplateKey, for tenant: (any TenantContext)?
    ) async throws -> TemplateVariables {
        let opened = try current
        return await TemplateVariables(named: cascade, key.text, for: tenant) { opened.isOn($0, for: tenant) }
    }

    /// Mails and papers may take as long as their fuel lasts: not on a loop, where everybody else would wait for them.
    private func aside(
        _ channel: TemplateChannel, _ work: @escaping @Sendable () throws -> RenderedMessage
    ) async throws -> RenderedMessage {
        guard channel.isMarkup, let pool = try current.pool else { return try work() }
        do { return try await pool.run(work) } catch is BlockingPool.Saturated {
            throw Problem(.unavailable, retryAfter: 1)
        }
    }

    private func place(of tenant: any TenantContext) throws -> Site? {
        try current.sites?.entry(for: tenant.tenant)?.site
    }

    /// All there is of a template and the parts of its channel, in a round trip to each of two databases at once.
    private func cascade(
        _ key: TemplateKey, _ channel: TemplateChannel, agency: AgencyID?, _ tenant: (any TenantContext)?
    ) async throws -> TemplateCascade {
        let opened = try current
        guard opened.builtIn.registration(key, channel) != nil else { throw Problem(.notFound) }
        var cascade = TemplateCascade(builtIn: opened.builtIn, channel: channel, rows: [])
        guard let control = opened.control else { return cascade }
        let keys = [key.text] + opened.builtIn.partKeys(channel)
        async let shared = TemplateRows.shared(keys, channel, agency: agency, tenant: tenant?.tenant, control)
        let own = if let tenant { try await TemplateRows.own(keys, channel, in: tenant) } else { [TemplateRow]() }
        cascade.rows = try await own + shared.rows
        cascade.zone = try await shared.zone.flatMap { zones.zone($0) } ?? .istanbul
        return cascade
    }

    /// The best choice that renders. A message that must go out goes out, if need be as the module wrote it.
    private func render(
        _ key: TemplateKey, _ cascade: TemplateCascade, _ language: Language, _ data: [String: Datum],
        _ failures: [TemplateMistake]
    ) throws -> RenderedMessage {
        var passedOver: [TemplateMistake] = []
        for choice in cascade.choices(key.text, in: language) {
            do throws(DraftFaults) {
                let compiled = try cascade.compile(key.text, choice)
                let parts =
                    choice.level == .builtIn
                    ? builtInParts(cascade, choice, passedOver) : cascade.parts(in: choice.language)
                let (subject, body) = try compiled.render(
                    data, parts, formats(Localizer(language: choice.language, zone: cascade.zone)), unknown: .refuse)
                return message(subject, body, cascade.channel, choice.language, choice.level, failures + passedOver)
            } catch {
                passedOver += error.mistakes
            }
        }
        let words = passedOver.map(\.en).joined(separator: "; ")
        throw Problem(.internal, underlying: TemplateRegistrationFaults(faults: ["\(key): \(words)"]))
    }

    /// The module's own text takes everybody's parts, unless one of them was what failed.
    private func builtInParts(
        _ cascade: TemplateCascade, _ choice: TemplateCascade.Choice, _ passedOver: [TemplateMistake]
    ) -> [String: Template] {
        passedOver.isEmpty
            ? cascade.parts(in: choice.language) : cascade.builtIn.parts(cascade.channel, choice.language)
    }

    private func message(
        _ subject: String, _ body: [UInt8], _ channel: TemplateChannel, _ language: Language, _ level: TemplateLevel,
        _ passedOver: [TemplateMistake] = []
    ) -> RenderedMessage {
        let words = String(decoding: body, as: UTF8.self)
        let text = channel == .mail ? PlainText.of(markup: body) : channel == .pdf ? "" : words
        return RenderedMessage(
            subject: subject, html: channel.isMarkup ? words : nil, text: text, language: language, level: level,
            passedOver: passedOver)
    }
}

extension TemplateStore {
    /// What is wrong with a draft.
    public func mistakes(in draft: TemplateDraft, for tenant: any TenantContext) async throws -> [TemplateMistake] {
        let cascade = try await cascade(draft.key, draft.channel, agency: try place(of: tenant)?.agency, tenant)
        return try mistakes(in: draft, cascade)
    }

    private func mistakes(
        in draft: TemplateDraft, _ cascade: TemplateCascade, also names: [String: TemplateShape] = [:]
    ) throws -> [TemplateMistake] {
        guard let registration = cascade.builtIn.registration(draft.key, draft.channel) else {
            throw Problem(.notFound)
        }
        do throws(DraftFaults) {
            let compiled = try CompiledTemplate(subject: draft.subject, body: draft.body, draft.channel)
            // A part is included where other names are known; only its form can be judged by itself.
            if registration.isPart { return [] }
            let known = cascade.builtIn.names(of: registration).merging(names) { own, _ in own }
            return compiled.mistakes(known, cascade.parts(in: draft.language))
        } catch {
            return error.mistakes
        }
    }

    /// Keeps a draft as the tenant's own.
    public func keep(_ draft: TemplateDraft, for tenant: any TenantContext) async throws {
        try refuse(try await mistakes(in: draft, for: tenant), in: draft.language)
        try await TemplateRows.keep(draft, of: tenant)
    }

    /// Keeps a draft as an agency's own, or the operator's. Whoever calls has asked who may.
    public func keep(_ draft: TemplateDraft, agency: AgencyID?) async throws {
        let cascade = try await cascade(draft.key, draft.channel, agency: agency, nil)
        try refuse(try mistakes(in: draft, cascade), in: draft.language)
        try await TemplateRows.keep(draft, agency: agency, try control)
    }

    private func refuse(_ mistakes: [TemplateMistake], in language: Language) throws {
        guard !mistakes.isEmpty else { return }
        throw Problem(
            .unprocessable,
            fields: mistakes.map { FieldFault("/\($0.piece.rawValue)", .format, $0.text(in: language)) })
    }

    /// Drops the tenant's own.
    public func drop(
        _ key: TemplateKey, _ channel: TemplateChannel, _ language: Language, for tenant: any TenantContext
    ) async throws {
        try await TemplateRows.drop(key, channel, language, of: tenant)
    }

    /// Drops an agency's own, or the operator's.
    public func drop(
        _ key: TemplateKey, _ channel: TemplateChannel, _ language: Language, agency: AgencyID?
    ) async throws {
        try await TemplateRows.drop(key, channel, language, agency: agency, try control)
    }

    /// Renders a draft with a real record.
    public func preview(
        _ draft: TemplateDraft, of table: TableName, record: UUIDv7, as reader: any StaffContext
    ) async throws -> RenderedMessage {
        let place = try place(of: reader)
        let cascade = try await cascade(draft.key, draft.channel, agency: place?.agency, reader)
        guard let resource = cascade.builtIn.resources[table],
            let registration = cascade.builtIn.registration(draft.key, draft.channel)
        else { throw Problem(.notFound) }
        guard reader.may(resource.permission) else { throw Problem(.forbidden) }
        guard let values = try await RecordValues.read(record, of: resource, in: reader) else {
            throw Problem(.notFound)
        }
        try refuse(
            try mistakes(in: draft, cascade, also: [resource.shortName: resource.shape]), in: draft.language)
        var drafted = cascade
        drafted.rows.append(
            TemplateRow(
                level: .tenant, key: draft.key.text, language: draft.language, subject: draft.subject,
                body: draft.body))
        let variables = try await variables(named: drafted, draft.key, for: reader)
        return try await aside(draft.channel) {
            try self.show(draft, registration, cascade, values, resource, place?.brand, variables.data)
        }
    }

    /// Nothing is kept and nobody is written to; names the occasion fills show their titles.
    private func show(
        _ draft: TemplateDraft, _ registration: TemplateRegistration, _ cascade: TemplateCascade, _ values: Datum,
        _ resource: ResourceRegistration, _ brand: Brand?, _ variables: [String: Datum]
    ) throws -> RenderedMessage {
        var data = TemplateField.samples(registration.fields, in: draft.language, cascade.builtIn.resources)
        for field in registration.fields where field.kind == .resource(resource.table) { data[field.name] = values }
        if data[resource.shortName] == nil { data[resource.shortName] = values }
        if draft.channel == .mail {
            data.merge(BuiltInTemplates.mailNames.mapValues { _ in .nothing }) { own, _ in own }
        }
        data["brand"] = brand?.datum ?? .nothing
        data.merge(variables) { own, _ in own }
        do throws(DraftFaults) {
            let compiled = try CompiledTemplate(subject: draft.subject, body: draft.body, draft.channel)
            let (subject, body) = try compiled.render(
                data, cascade.parts(in: draft.language),
                formats(Localizer(language: draft.language, zone: cascade.zone)), unknown: .empty)
            return message(subject, body, draft.channel, draft.language, .tenant)
        } catch {
            try refuse(error.mistakes, in: draft.language)
            throw Problem(.internal)
        }
    }
}

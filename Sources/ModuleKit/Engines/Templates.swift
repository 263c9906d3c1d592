public import Core

/// Messages and documents from templates: the tenant's own, else its agency's, else the operator's, else the module's.
public protocol Templates: Sendable {
    /// Every template there is.
    var catalogue: [TemplateRegistration] { get }

    /// Renders for a tenant. A template that somebody broke is passed over for the one below it.
    func render(
        _ key: TemplateKey, _ channel: TemplateChannel, in language: Language, _ values: [String: TemplateValue],
        for tenant: any TenantContext
    ) async throws -> RenderedMessage

    /// What is wrong with a draft, all at once; empty when it may be kept.
    func mistakes(in draft: TemplateDraft, for tenant: any TenantContext) async throws -> [TemplateMistake]

    /// Renders a draft with a record of a registered resource, read within the tenant's wall by somebody who may see it.
    /// Names that only the real occasion fills show their titles.
    func preview(
        _ draft: TemplateDraft, of table: TableName, record: UUIDv7, as reader: any StaffContext
    ) async throws -> RenderedMessage

    /// Keeps a draft as the tenant's own. Throws a problem with the mistakes in its fields when there are any.
    func keep(_ draft: TemplateDraft, for tenant: any TenantContext) async throws

    /// Drops the tenant's own; what stands below it counts again.
    func drop(
        _ key: TemplateKey, _ channel: TemplateChannel, _ language: Language, for tenant: any TenantContext
    ) async throws
}

extension Capability where Provider == any Templates {
    /// Messages and documents from templates.
    public static var templates: Capability { Capability("documents.templates") }
}

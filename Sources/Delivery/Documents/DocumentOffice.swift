import Core
import ModuleKit

/// Makes documents of templates.
struct DocumentOffice: Documents {
    let templates: any Templates
    let printer: DocumentPrinter

    func pdf(
        _ key: TemplateKey, in language: Language, _ values: [String: TemplateValue], assets: [DocumentAsset],
        for tenant: any TenantContext
    ) async throws -> PDFDocument {
        let message = try await templates.render(key, .pdf, in: language, values, for: tenant)
        let document = try await pdf(DocumentSource(html: message.html ?? "", assets: assets))
        return PDFDocument(bytes: document.bytes, pages: document.pages, title: message.subject)
    }

    func pdf(_ source: DocumentSource) async throws -> PDFDocument {
        do {
            return try await printer.print(source)
        } catch let fault as DocumentFault {
            throw fault.problem
        }
    }
}

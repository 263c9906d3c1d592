public import Core
public import HTTP

/// A form as it was sent: its texts, and its files in memory or, when they are large, nameless on the disk. Whatever
/// refuses the form, nothing of it stays anywhere.
public struct FormBody: Sendable {
    /// Names and texts in their order.
    public let texts: QueryItems
    /// The files in their order. A file input left empty makes none.
    public let files: [UploadedFile]

    /// Reads a body of `application/x-www-form-urlencoded` or `multipart/form-data`: 415 for any other, 413 beyond the
    /// limits, 400 for what is broken, 503 when the disk cannot take it.
    public static func read(
        _ request: Request, spooling folder: SpoolFolder, limits: FormLimits = FormLimits()
    ) async throws(Problem) -> FormBody {
        let type = try type(of: request)
        if type.isSameKind(as: .form) { return FormBody(texts: try await pairs(request, limits), files: []) }
        guard type.isSameKind(as: .multipartForm) else { throw Problem(.unsupportedMediaType) }
        guard let boundary = MultipartBoundary(type) else { throw Problem(.badRequest) }
        var reader = MultipartReader(boundary, folder, limits)
        do { return try await reader.read(request.body) } catch { throw Problem(reading: error) }
    }

    /// Reads a form that has no files, `application/x-www-form-urlencoded` only: for sign-in pages and the like.
    public static func readTexts(
        _ request: Request, limits: FormLimits = FormLimits()
    ) async throws(Problem) -> QueryItems {
        guard try type(of: request).isSameKind(as: .form) else { throw Problem(.unsupportedMediaType) }
        return try await pairs(request, limits)
    }

    private static func type(of request: Request) throws(Problem) -> MediaType {
        guard let field = request.head[.contentType], let type = MediaType(parsing: field) else {
            throw Problem(.unsupportedMediaType)
        }
        return type
    }

    private static func pairs(_ request: Request, _ limits: FormLimits) async throws(Problem) -> QueryItems {
        do {
            let body = try await request.body.collect(upTo: min(limits.textBytes, limits.totalBytes))
            let bounds = QueryItems.Limits(pairs: limits.parts, valueBytes: limits.textBytes)
            return try QueryItems(parsing: body.span, limits: bounds)
        } catch {
            throw Problem(reading: error)
        }
    }

    /// The first file of a field.
    public func file(_ field: String) -> UploadedFile? { files.first { $0.field == field } }
}

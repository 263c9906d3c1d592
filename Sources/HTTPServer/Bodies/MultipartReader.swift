import HTTP

/// Reads `multipart/form-data` from a body as it comes and keeps count.
struct MultipartReader {
    private var parser: MultipartParser
    private let folder: SpoolFolder
    private let limits: FormLimits
    private var texts = QueryItems()
    private var files: [UploadedFile] = []
    private var part: MultipartPart?
    private var content: PartContent
    private var textBytes = 0
    private var totalBytes = 0

    init(_ boundary: MultipartBoundary, _ folder: SpoolFolder, _ limits: FormLimits) {
        parser = MultipartParser(boundary: boundary, limits: MultipartParser.Limits(parts: limits.parts))
        (self.folder, self.limits) = (folder, limits)
        content = PartContent(memory: limits.memoryBytes)
    }

    mutating func read(_ body: RequestBody) async throws -> FormBody {
        if let declared = body.declaredLength, declared > limits.totalBytes { throw BodyFault.tooLarge }
        while let chunk = try await body.next() {
            guard chunk.count <= limits.totalBytes - totalBytes else { throw BodyFault.tooLarge }
            totalBytes += chunk.count
            var offset = 0
            while let event = try parser.next(in: chunk.span, at: &offset) { try await take(event, chunk) }
        }
        try parser.finish()
        return FormBody(texts: texts, files: files)
    }

    private mutating func take(_ event: MultipartParser.Event, _ chunk: [UInt8]) async throws {
        switch event {
        case .partBegan(let began): try begin(began)
        case .data(let range): try await add(chunk[range])
        case .heldData(let bytes): try await add(bytes)
        case .partEnded: try await end()
        case .finished: break
        }
    }

    private mutating func begin(_ began: MultipartPart) throws {
        if began.filename != nil {
            guard files.count < limits.files else { throw BodyFault.tooLarge }
        } else {
            try countText(began.name.utf8.count)
        }
        part = began
        content = PartContent(memory: limits.memoryBytes)
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) async throws {
        guard part?.filename != nil else {
            try countText(bytes.count)
            return content.buffer.append(contentsOf: bytes)
        }
        guard bytes.count <= limits.fileBytes - content.size else { throw BodyFault.tooLarge }
        content.buffer.append(contentsOf: bytes)
        if content.isFull { try await content.spool(in: folder) }
    }

    private mutating func countText(_ count: Int) throws {
        guard count <= limits.textBytes - textBytes else { throw BodyFault.tooLarge }
        textBytes += count
    }

    private mutating func end() async throws {
        guard let ended = part.take() else { return }
        guard let filename = ended.filename else { return texts.append(ended.name, try content.text()) }
        if filename.isEmpty, content.size == 0 { return }
        files.append(
            UploadedFile(
                field: ended.name, filename: filename.isEmpty ? "file" : filename, claimedType: ended.contentType,
                content: try await content.finish(in: folder)))
    }
}

/// The content of one part: in memory up to a limit, from there on in a file.
private struct PartContent {
    var buffer: [UInt8] = []
    private var file: SpooledFile?
    private let memory: Int

    /// So much is gathered before it is written.
    private static let stretch = 256 * 1024

    init(memory: Int) { self.memory = memory }

    var size: Int { (file?.size ?? 0) + buffer.count }

    var isFull: Bool { buffer.count > (file == nil ? memory : Self.stretch) }

    mutating func spool(in folder: SpoolFolder) async throws {
        let target: SpooledFile
        if let file { target = file } else { target = try await folder.makeFile() }
        file = target
        var bytes: [UInt8] = []
        swap(&bytes, &buffer)
        try await target.append(bytes)
    }

    mutating func finish(in folder: SpoolFolder) async throws -> UploadedFile.Content {
        if file != nil, !buffer.isEmpty { try await spool(in: folder) }
        return file.map { .disk($0) } ?? .memory(buffer)
    }

    /// The content as text. PostgreSQL's text holds no NUL, and nobody types one.
    func text() throws -> String {
        guard !buffer.contains(0), let text = String(validating: buffer, as: UTF8.self) else {
            throw QueryItems.Refusal.badText
        }
        return text
    }
}

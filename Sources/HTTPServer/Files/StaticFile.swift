import Core
import EventLoop
import Glibc
import HTTP

/// One file of a folder in all codings there are, its answers made beforehand.
final class StaticFile: Sendable {
    /// Eight bytes that change with the content. No secret is kept by them and nobody hostile writes these files, so a
    /// quick hash does what a tag needs: to differ when the bytes do.
    let digest: [UInt8]
    private let plain: FileAnswers
    private let packed: [ContentCoding: FileAnswers]
    private let order: [ContentCoding]

    init(
        _ name: String, _ source: FoundFile, _ siblings: [ContentCoding: FoundFile], _ limits: StaticLimits
    ) throws(SystemError) {
        let own = try LoadedFile(source, limits)
        var packed: [ContentCoding: FileAnswers] = [:]
        let shared = SharedFields(name, source, varies: !siblings.isEmpty)
        for (coding, sibling) in siblings {
            if let loaded = try? LoadedFile(sibling, limits) { packed[coding] = shared.answers(loaded, coding) }
        }
        digest = own.digest
        plain = shared.answers(own, nil)
        self.packed = packed
        order = ContentCoding.preferred.filter { packed[$0] != nil }
    }

    func answer(isImmutable: Bool, accepting field: String?) -> Response {
        var answers = plain
        if !order.isEmpty, let coding = ContentCoding.negotiate(field, preferring: order) {
            answers = packed[coding] ?? plain
        }
        return isImmutable ? answers.immutable : answers.renewed
    }

    /// What all codings of a file have in common.
    private struct SharedFields {
        let name: String
        let modified: String
        let varies: Bool

        init(_ name: String, _ source: FoundFile, varies: Bool) {
            var date: [UInt8] = []
            Timestamp(seconds: source.modified).writeHTTPDate(into: &date)
            modified = String(decoding: date, as: UTF8.self)
            (self.name, self.varies) = (name, varies)
        }

        func answers(_ file: LoadedFile, _ coding: ContentCoding?) -> FileAnswers {
            var fields = Fields((.lastModified, modified))
            if let coding { fields.append(.contentEncoding, coding.rawValue) }
            if varies { fields.append(.vary, "accept-encoding") }
            return FileAnswers(name, digest: file.digest, file.body, saying: fields)
        }
    }
}

/// A file's content, in memory or open, and its digest.
private struct LoadedFile {
    let body: Response.Body
    let digest: [UInt8]

    init(_ source: FoundFile, _ limits: StaticLimits) throws(SystemError) {
        let file = try HeldFile(source.path)
        var hash = ContentHash()
        var content: [UInt8] = []
        var position = 0
        while position < file.size {
            let piece = try FilePieces.read(file, position, min(256 * 1024, file.size - position))
            guard !piece.isEmpty else { throw SystemError(call: "pread", code: EIO) }
            hash.add(piece.span)
            if file.size <= limits.memoryBytes { content += piece }
            position += piece.count
        }
        body = file.size <= limits.memoryBytes ? .bytes(content) : .file(file, offset: 0, length: file.size)
        digest = hash.digest
    }
}

/// A file held open. It stays what it is even when another takes its name.
private final class HeldFile: OpenFile {
    let descriptor: Int32
    let size: Int

    init(_ path: String) throws(SystemError) {
        let descriptor = try systemCall("open") { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw SystemError(call: "fstat", code: ENOENT)
        }
        (self.descriptor, size) = (descriptor, Int(status.st_size))
    }

    deinit { close(descriptor) }
}

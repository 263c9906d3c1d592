public import EventLoop
public import HTTP

/// Packs what the layer below answers, in the coding the reader likes best: zstd, brotli or gzip.
///
/// Small bodies are packed on the spot, larger ones on the blocking pool, streams piece by piece, each piece readable as
/// soon as it is sent. Answers that are packed already, are parts or carry `cache-control: no-transform` pass as they are.
/// A page that mixes a secret with what an attacker can make it say should carry that: its packed length tells.
public struct Compressing: Responder {
    private let next: any Responder
    private let packing: Packing

    /// Packs the answers of `next`.
    public init(_ next: any Responder, blocking pool: BlockingPool) { (self.next, packing) = (next, Packing(pool)) }

    /// The answer, packed where that pays.
    public func respond(to request: Request) async -> Response {
        await packing.packed(await next.respond(to: request), for: request)
    }
}

/// The packing itself, for whoever has other layers to put around an answer at the same time.
package struct Packing: Sendable {
    private let pool: BlockingPool
    private let shelf = PackerShelf()

    /// Less than this is not worth it: it fits into one packet anyway.
    static let least = 1024
    /// More than this is not packed on a loop, where others would wait behind it.
    static let mostOnLoop = 32 * 1024

    package init(_ pool: BlockingPool) { self.pool = pool }

    /// Whether an answer stays as it is because it is small: most are.
    package static func isTooSmall(_ response: Response) -> Bool {
        guard let length = response.length else { return false }
        return length < least && response.status != .notModified
    }

    /// The answer, packed where that pays.
    package func packed(_ response: Response, for request: Request) async -> Response {
        if response.status == .notModified { return Self.renewed(response, request) }
        guard let type = Self.packableType(of: response) else { return response }
        let isEvents = Compressible.isEventStream(type)
        let order: [ContentCoding] = isEvents ? [.brotli, .gzip, .zstd] : [.zstd, .brotli, .gzip]
        var answer = response
        answer.fields.addToVary("accept-encoding")
        let field = request.head.joinedValue(of: .acceptEncoding)
        guard let coding = ContentCoding.negotiate(field, preferring: order), coding != .identity else { return answer }
        if let body = await packed(response.body, coding, isEvents) { Self.mark(&answer, body, coding) }
        return answer
    }

    /// The type of an answer that may be packed; nil for any other. Made to be quick for the small and the unfit.
    private static func packableType(of response: Response) -> String? {
        guard response.length.map({ $0 >= least }) ?? true, response.status != .partialContent,
            !response.status.forbidsBody
        else { return nil }
        var type: String?
        for (name, value) in response.fields.entries {
            if name == .contentType { type = value }
            if name == .contentEncoding || name == .contentRange { return nil }
            if name == .cacheControl, ListedWords.contain("no-transform", in: value) { return nil }
        }
        return type.flatMap { Compressible.isNamed(by: $0) ? $0 : nil }
    }

    /// Packed bytes are other bytes: the tag no longer promises these, and a part of them cannot be asked for.
    private static func mark(_ answer: inout Response, _ body: Response.Body, _ coding: ContentCoding) {
        answer.body = body
        answer.fields.append(.contentEncoding, coding.rawValue)
        answer.fields[.acceptRanges] = nil
        if let tag = answer.fields[.etag], tag.hasPrefix("\"") { answer.fields[.etag] = "W/" + tag }
    }

    /// Whoever holds a packed answer asks for its weak tag, and must not be told that it holds the strong one.
    private static func renewed(_ response: Response, _ request: Request) -> Response {
        guard let tag = response.fields[.etag], tag.hasPrefix("\""),
            let asked = request.head.joinedValue(of: .ifNoneMatch), asked.contains("W/" + tag)
        else { return response }
        var answer = response
        answer.fields[.etag] = "W/" + tag
        answer.fields.addToVary("accept-encoding")
        return answer
    }

    /// The body packed; nil when it stays as it is.
    private func packed(_ body: Response.Body, _ coding: ContentCoding, _ isEvents: Bool) async -> Response.Body? {
        switch body {
        case .empty, .upgrade: return nil
        case .bytes(let bytes): return await packed(bytes, coding).map { .bytes($0) }
        case .stream(_, let produce):
            let effort = isEvents ? PackingEffort.trickle : .quick
            return .stream(length: nil) { [shelf, pool] sink in
                try await PackingSink.pack(into: sink, coding, effort, shelf, pool, produce)
            }
        case .file(let file, let offset, let length):
            return .stream(length: nil) { [shelf, pool] sink in
                try await PackingSink.pack(into: sink, coding, .thorough, shelf, pool) { sink in
                    try await FilePieces(file, offset, length, pool).write(to: sink)
                }
            }
        }
    }

    private func packed(_ bytes: [UInt8], _ coding: ContentCoding) async -> [UInt8]? {
        if bytes.count <= Self.mostOnLoop { return Self.pack(bytes, coding, .quick, shelf) }
        // A pool that is full has more important things to do than to save a few packets.
        return try? await pool.run { [shelf] in Self.pack(bytes, coding, .thorough, shelf) }
    }

    private static func pack(
        _ bytes: [UInt8], _ coding: ContentCoding, _ effort: PackingEffort, _ shelf: PackerShelf
    ) -> [UInt8]? {
        guard let packer = try? shelf.take(coding, effort) else { return nil }
        defer { shelf.putBack(packer) }
        return (try? packer.pack(whole: bytes)) ?? nil
    }
}

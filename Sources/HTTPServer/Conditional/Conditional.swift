public import Core
public import HTTP

/// Spares the way what the reader holds already: answers 304 or 412 where the request's conditions say so, and 206 or 416
/// where a part was asked for.
///
/// It weighs answers of 200 to GET and HEAD only. Whoever changes something must weigh `If-Match` before the change. A
/// part is cut when the answer says `accept-ranges: bytes` or has a strong tag, from bytes and files; several parts at
/// once get the whole.
public struct Conditional: Responder {
    private let next: any Responder
    private let clock: any WallClock

    /// Weighs the answers of `next`.
    public init(_ next: any Responder, clock: any WallClock = SystemClock()) { (self.next, self.clock) = (next, clock) }

    /// The answer, or what the conditions make of it.
    public func respond(to request: Request) async -> Response {
        Self.weigh(await next.respond(to: request), request, clock)
    }

    /// What the conditions make of an answer.
    package static func weigh(_ response: Response, _ request: Request, _ clock: any WallClock) -> Response {
        guard response.status == .ok, request.method == .get || request.method == .head else { return response }
        let named = NamedState(response)
        guard named.isUseful else { return response }
        return weigh(response, named, request, now: clock.now())
    }

    private static func weigh(
        _ response: Response, _ named: NamedState, _ request: Request, now: Timestamp
    ) -> Response {
        let current = named.validators(now: now)
        let conditions = Preconditions(now: now, field: request.head.joinedValue(of:))
        if !conditions.isEmpty {
            switch conditions.evaluate(request.method, current: current) {
            case .proceed: break
            case .notModified: return response.notModified
            case .failed: return response.replaced(by: Problem(.preconditionFailed))
            }
        }
        guard request.method == .get, named.allowsParts(current), let length = response.divisibleLength,
            let wishes = request.head.joinedValue(of: .range).flatMap(ByteRanges.init(parsing:))
        else { return response }
        if let field = request.head.joinedValue(of: .ifRange),
            !IfRange(parsing: field, now: now).allowsPart(of: current, now: now)
        {
            return response
        }
        switch wishes.answer(length: length) {
        case .whole: return response
        case .part(let part): return response.cut(to: part)
        case .unsatisfiable: return response.unsatisfied(length: length)
        }
    }
}

/// What an answer says about the state it shows, found in one pass over its fields.
private struct NamedState {
    private var etag: String?
    private var lastModified: String?
    private var acceptsRanges = false

    init(_ response: Response) {
        for (name, value) in response.fields.entries {
            // By length first: most answers have none of the three.
            switch name.text.utf8.count {
            case 4: if name == .etag { etag = value }
            case 13:
                if name == .lastModified { lastModified = value }
                if name == .acceptRanges { acceptsRanges = value == "bytes" }
            default: break
            }
        }
    }

    var isUseful: Bool { etag != nil || lastModified != nil || acceptsRanges }

    func validators(now: Timestamp) -> Validators {
        Validators(
            etag: etag.flatMap(EntityTag.init(parsing:)),
            lastModified: lastModified.flatMap { Timestamp(httpDate: $0, now: now) })
    }

    func allowsParts(_ current: Validators) -> Bool { acceptsRanges || current.etag.map { !$0.isWeak } ?? false }
}

extension Response {
    /// How long a body is that parts can be cut from.
    fileprivate var divisibleLength: Int? {
        switch body {
        case .bytes(let bytes): bytes.count
        case .file(_, let offset, let length) where offset >= 0 && length >= 0: length
        case .file, .stream, .empty, .upgrade: nil
        }
    }

    /// The same state, without showing it.
    fileprivate var notModified: Response {
        var answer = self
        answer.status = .notModified
        answer.body = .empty
        answer.dropContentFields()
        if answer.fields[.etag] != nil { answer.fields[.lastModified] = nil }
        return answer
    }

    /// A problem in place of the content; what the answer says besides stays.
    fileprivate func replaced(by problem: Problem) -> Response {
        var json = JSONWriter(reserveCapacity: 160)
        problem.write(into: &json)
        var answer = self
        answer.status = Status(problem.status)
        answer.body = .bytes(json.finish())
        answer.dropContentFields()
        for name in [FieldName.etag, .lastModified, .cacheControl] { answer.fields[name] = nil }
        answer.fields.append(.contentType, "application/problem+json")
        return answer
    }

    fileprivate func unsatisfied(length: Int) -> Response {
        var answer = replaced(by: Problem(.unsatisfiableRange))
        answer.fields.append(.contentRange, ContentRange.unsatisfied(length: length))
        return answer
    }

    fileprivate func cut(to part: ContentRange) -> Response {
        var answer = self
        answer.status = .partialContent
        answer.fields.append(.contentRange, part.description)
        switch body {
        case .bytes(let bytes): answer.body = .bytes(Array(bytes[part.offset..<part.offset + part.count]))
        case .file(let file, let offset, _):
            answer.body = .file(file, offset: offset + part.offset, length: part.count)
        case .stream, .empty, .upgrade: break
        }
        return answer
    }

    private mutating func dropContentFields() {
        for name in [FieldName.contentType, .contentEncoding, .contentDisposition, .acceptRanges] { fields[name] = nil }
    }
}

extension ProblemCode {
    /// The asked part lies beyond the content's end.
    static let unsatisfiableRange = ProblemCode(
        "range-not-satisfiable", status: 416, title: "There is nothing at the asked place")
}

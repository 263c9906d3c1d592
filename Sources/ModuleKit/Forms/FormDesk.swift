import Core
import HTTP
import Markup

/// What goes on at one form: it is shown, taken, checked, saved, and shown again where it does not come through.
struct FormDesk<Input: RouteInput, Context: Sendable>: Sendable {
    let mostBytes: Int
    let show: @Sendable (Request, Context, FormDraft) async throws -> PageContent
    let save: @Sendable (Input, Request, Context) async throws -> FormOutcome
    let sent = SentForms()

    func view(_ request: Request, _ context: Context) async throws -> RouteAnswer {
        var draft = try draft(request, context, key: nil, values: [:])
        if let kept = await (context as? any FormRoom)?.keptForm(request) { draft = draft.brought(back: kept) }
        return .page(try await show(request, context, draft))
    }

    func take(_ request: Request, _ context: Context) async throws -> RouteAnswer {
        let values = try await SentValues(request, as: Input.fields, upTo: mostBytes)
        guard !request.isOfProgram else { return try await takeFromProgram(values, request, context) }
        let draft = try draft(request, context, key: values.key, values: values.typed)
        do {
            let outcome = try await outcome(values, request, context)
            return try FormAnswer(outcome, request).answer
        } catch {
            return .refused(error) { problem in
                try await show(request, context, draft.returned(with: problem, Input.fields))
            }
        }
    }

    private func takeFromProgram(
        _ values: SentValues, _ request: Request, _ context: Context
    ) async throws -> RouteAnswer {
        let outcome = try await outcome(values, request, context)
        return .response(try FormAnswer(outcome, request).responseForPrograms)
    }

    private func outcome(_ values: SentValues, _ request: Request, _ context: Context) async throws -> FormOutcome {
        let input = try InputReader.decode(Input.self, values, by: context as? any StaffContext)
        guard let key = values.key else { return try await save(input, request, context) }
        let site = try place(of: context).site
        let sending = Sending(
            place: site.host + request.head.target, who: Sender.name(context), key: key, body: values.body,
            tenant: site.tenant)
        return try await sent.once(SentForms.Key(sending)) {
            guard let memory = (context as? any FormRoom)?.formMemory else {
                return try await save(input, request, context)
            }
            return try await memory.once(sending) { try await save(input, request, context) }
        }
    }

    private func draft(
        _ request: Request, _ context: Context, key: String?, values: [String: [String]]
    ) throws -> FormDraft {
        let place = try place(of: context)
        let query = request.head.query.flatMap { try? QueryItems($0) } ?? QueryItems()
        var draft = FormDraft(
            to: SafeURL(within: request.head.target) ?? .nowhere, token: place.formToken, key: key, query: query,
            values: values, in: place.language)
        draft.zone = place.zone
        return draft.seen(with: (context as? any StaffContext)?.sight(of: Input.self) ?? .whole)
    }

    private func place(of context: Context) throws -> any RouteContext {
        guard let place = context as? any RouteContext else { throw Problem(.internal) }
        return place
    }
}

/// Whose sending it is, so that nobody is given another's answer.
enum Sender {
    static func name<Context>(_ context: Context) -> String {
        switch context {
        case let staff as any StaffContext: staff.user.description
        case let person as any PersonContext: person.user.description
        case let customer as any PortalContext: customer.customer.description
        case let person as any AgencyContext: person.user.description
        case let person as any OperatorContext: person.user.description
        default: ""
        }
    }
}

/// What became of a form, as an answer.
struct FormAnswer {
    private let outcome: FormOutcome
    private let request: Request

    init(_ outcome: FormOutcome, _ request: Request) { (self.outcome, self.request) = (outcome, request) }

    var answer: RouteAnswer {
        get throws {
            switch outcome {
            case .see(let path, let flash, let cookies): return .see(SafeURL(within: path) ?? home, flash, cookies)
            case .stay(let flash): return .stay(flash, cameFrom)
            case .refused(let reasons): throw Self.problem(reasons)
            case .page(let content): return .page(content)
            case .response(let response): return .response(response)
            }
        }
    }

    /// Programs are told where to go on and what was said, and follow nothing.
    var responseForPrograms: Response {
        get throws {
            switch outcome {
            case .see(let path, let flash, let cookies):
                var response = Self.json(flash, (SafeURL(within: path) ?? home).text)
                for cookie in cookies { response.fields.append(.setCookie, cookie.fieldValue) }
                return response
            case .stay(let flash): return Self.json(flash, nil)
            case .refused(let reasons): throw Self.problem(reasons)
            case .page(let content):
                return Response(
                    .ok, fields: Fields((.contentType, "text/html; charset=utf-8")), body: .bytes(content.body.bytes))
            case .response(let response): return response
            }
        }
    }

    private var home: SafeURL { SafeURL(path: "") }

    /// The page on which the form stood, if the browser says and it is one of this site.
    private var cameFrom: SafeURL {
        guard let referrer = request.head[.referer], let host = request.head[.host] else { return home }
        let origin = ["https://\(host)/", "http://\(host)/"].first { referrer.hasPrefix($0) }
        return origin.flatMap { SafeURL(within: "/" + referrer.dropFirst($0.count)) } ?? home
    }

    private static func problem(_ reasons: [(field: String, words: Words)]) -> Problem {
        let faults = reasons.filter { !$0.field.isEmpty }.map { FieldFault("/\($0.field)", .invalid, $0.words) }
        var problem = Problem(.unprocessable, fields: faults)
        if let whole = reasons.first(where: \.field.isEmpty)?.words {
            (problem.words, problem.detail) = (whole, whole.en)
        }
        return problem
    }

    private static func json(_ flash: Flash?, _ location: String?) -> Response {
        var json = JSONWriter(reserveCapacity: 128)
        json.beginObject()
        if let location {
            json.key("location")
            json.string(location)
        }
        if let flash {
            json.key("message")
            json.string(flash.text.en)
        }
        if let undo = flash?.undo {
            json.key("undo")
            json.string(undo.text)
        }
        json.endObject()
        return .json(json.finish())
    }
}

import Core
import HTTP
import ModuleKit
import Synchronization

/// Keeps other sites' requests out of what changes something. Asked twice: by what the browser says before anybody is
/// looked for, and by the form's token once the session is known.
struct CrossSiteGuard: Sendable {
    let request: Request
    let tokens: FormTokens?

    /// Forms are read here, so they are bounded here.
    private static let mostFormBytes = 1 << 20

    /// What needs no session to be refused. A request with a key is nobody's browser's own.
    func checkHead() throws {
        guard !request.method.isSafe, request.head[.authorization] == nil else { return }
        try check(.valid)
    }

    /// The request as the handler gets it, when it is meant by the holder of the session. Without one there is no cookie
    /// that could be abused.
    func meant(for session: HeldSession?) async throws -> Request {
        guard !request.method.isSafe, let session, request.head[.authorization] == nil else { return request }
        // A page without a token has its scripts send an empty one.
        if let text = request.head[.formToken], !text.isEmpty {
            try check(state(of: text, session))
            return request
        }
        guard isForm else {
            try check(.absent)
            return request
        }
        // The token is in the body, which can be read once: it is read here and handed on whole.
        let body = try await request.body.collect(upTo: Self.mostFormBytes)
        let items = try? QueryItems(parsing: body.span)
        do { try check(state(of: items?[FormToken.field], session)) } catch let problem as Problem {
            throw isStale(items) ? Problem(.crossSite, underlying: StaleForm(body: body)) : problem
        }
        let again = RequestBody(declaredLength: body.count, source: ReadBody(body))
        return Request(head: request.head, body: again, peer: request.peer, id: request.id)
    }

    /// A page of this very host sent it, says the browser, and its token is of another session: the reader has proved who
    /// they are since, or come in anew.
    private func isStale(_ items: QueryItems?) -> Bool {
        items?[FormToken.field] != nil && request.head.values(of: .secFetchSite) == ["same-origin"]
    }

    private var isForm: Bool {
        request.head[.contentType].flatMap { MediaType(parsing: $0)?.essence } == MediaType.form.essence
    }

    private func state(of text: String?, _ session: HeldSession) -> CrossSiteJudge.FormTokenState {
        tokens?.state(of: text, for: session.tokenHash) ?? .absent
    }

    private func check(_ state: CrossSiteJudge.FormTokenState) throws {
        guard case .ours = CrossSiteJudge.verdict(on: request, isByCookie: true, formToken: state) else {
            throw Problem(.crossSite)
        }
    }
}

/// A body that has been read already.
private final class ReadBody: BodySource {
    private let rest: Mutex<[UInt8]?>

    init(_ bytes: [UInt8]) { rest = Mutex(bytes.isEmpty ? nil : bytes) }

    func next() async throws -> [UInt8]? { rest.withLock { $0.take() } }
}

extension FieldName {
    /// Where scripts put the form's token.
    static let formToken = FieldName("x-csrf")
}

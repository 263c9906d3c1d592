import Synchronization

/// The form token of one answer, made when a form first asks for it: all forms of a page carry the same.
final class PageToken: Sendable {
    private let tokens: FormTokens
    private let session: [UInt8]
    private let made = Mutex<String?>(nil)

    init(_ tokens: FormTokens, for session: HeldSession) { (self.tokens, self.session) = (tokens, session.tokenHash) }

    var text: String? {
        made.withLock { made in
            if made == nil { made = try? tokens.token(for: session) }
            return made
        }
    }
}

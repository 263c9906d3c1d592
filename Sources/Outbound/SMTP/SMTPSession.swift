/// A conversation with a mail server, from its first word to its last, without a wire: it says what to do next, and is
/// told what came of it. Always in the same order: `next` until it asks for a reply, `receive`, and `next` again.
struct SMTPSession {
    /// What the one with the wire does next.
    enum Step: Sendable, Equatable {
        case write([UInt8])
        case read(SMTPTimeouts.Phase)
        case startTLS
        case writeBody
        /// Nothing: the server waits for a message, or for the end.
        case rest
        case finished(SMTPDelivery)
    }

    /// What the next reply answers.
    enum Expectation: Equatable {
        case greeting, extended, plainHello, startTLS, authentication, reset, mail, recipient(Int), data, message
        /// The end of a message that nobody was left to get.
        case nothing
        case goodbye

        var phase: SMTPTimeouts.Phase {
            switch self {
            case .greeting: .greeting
            case .data: .data
            case .message: .message
            case .goodbye: .goodbye
            default: .command
            }
        }
    }

    let helloName: String
    let security: SMTPSecurity
    let credentials: SMTPCredentials?
    let allowsSecretsInTheClear: Bool
    private(set) var capabilities = SMTPCapabilities()
    var transaction: SMTPTransaction?
    var needsReset = false
    private var steps: [Step] = []
    private var expected: [Expectation] = [.greeting]
    private var isSecure: Bool
    private var isVerified: Bool
    private var signIn: SMTPSignIn?
    private var isSignedIn = false
    private var mayTryTLS = true

    init(helloName: String, server: SMTPServer) {
        self.helloName = helloName
        (security, credentials) = (server.security, server.credentials)
        allowsSecretsInTheClear = server.allowsSecretsInTheClear
        (isSecure, isVerified) = (server.security == .implicit, server.security == .implicit)
    }

    mutating func next() -> Step {
        if !steps.isEmpty { return steps.removeFirst() }
        if let awaited = expected.first { return .read(awaited.phase) }
        return .rest
    }

    mutating func say(_ bytes: [UInt8], expecting replies: [Expectation]) {
        steps.append(.write(bytes))
        expected += replies
    }

    mutating func plan(_ step: Step) { steps.append(step) }

    var awaitsNothing: Bool { expected.isEmpty }

    mutating func receive(_ reply: SMTPReply) throws(SMTPError) {
        guard !expected.isEmpty else { throw SMTPError(.protocolViolation, "a reply to nothing", reply: nil) }
        let expectation = expected.removeFirst()
        if reply.code == 421, expectation != .goodbye { throw SMTPError(.refused, "the server ends", reply: reply) }
        switch expectation {
        case .greeting: try greeted(reply)
        case .extended: try answeredHello(reply)
        case .plainHello: try answeredPlainHello(reply)
        case .startTLS: try answeredStartTLS(reply)
        case .authentication: try answeredSignIn(reply)
        case .reset: try answeredReset(reply)
        case .goodbye: break
        case .mail, .recipient, .data, .message, .nothing: try receive(reply, for: expectation)
        }
    }

    // MARK: The opening

    private mutating func greeted(_ reply: SMTPReply) throws(SMTPError) {
        guard reply.code == 220 else { throw SMTPError(.refused, "no welcome", reply: reply) }
        sayHello()
    }

    private mutating func sayHello() { say(SMTPCommand.line("EHLO \(helloName)"), expecting: [.extended]) }

    private mutating func answeredHello(_ reply: SMTPReply) throws(SMTPError) {
        if reply.isPermanent { return say(SMTPCommand.line("HELO \(helloName)"), expecting: [.plainHello]) }
        guard reply.code == 250 else { throw SMTPError(.refused, "EHLO", reply: reply) }
        capabilities = SMTPCapabilities(reply)
        try goOn()
    }

    private mutating func answeredPlainHello(_ reply: SMTPReply) throws(SMTPError) {
        guard reply.code == 250 else { throw SMTPError(.refused, "HELO", reply: reply) }
        capabilities = SMTPCapabilities()
        try goOn()
    }

    /// Safe first, then signed in, then ready.
    private mutating func goOn() throws(SMTPError) {
        if !isSecure, try wantsTLS() { return say(SMTPCommand.line("STARTTLS"), expecting: [.startTLS]) }
        if let credentials, !isSignedIn { try beginSignIn(credentials) }
    }

    private func wantsTLS() throws(SMTPError) -> Bool {
        switch security {
        case .none, .implicit: return false
        case .opportunistic: return capabilities.startTLS && mayTryTLS
        case .required:
            // Whoever sits on the way can take the offer out of the list; he gets nothing for it.
            guard capabilities.startTLS else { throw SMTPError(.tlsRequired, "STARTTLS is not offered") }
            return true
        }
    }

    private mutating func answeredStartTLS(_ reply: SMTPReply) throws(SMTPError) {
        if reply.code == 220 { return plan(.startTLS) }
        guard security == .opportunistic else { throw SMTPError(.tlsRequired, "STARTTLS was refused: \(reply)") }
        mayTryTLS = false
        try goOn()
    }

    /// What was offered before may have been somebody else's offer: it is asked again.
    mutating func tlsStarted(verified: Bool) {
        (isSecure, isVerified) = (true, verified)
        capabilities = SMTPCapabilities()
        sayHello()
    }

    // MARK: Signing in

    private mutating func beginSignIn(_ credentials: SMTPCredentials) throws(SMTPError) {
        guard isSecure && isVerified || allowsSecretsInTheClear else {
            throw SMTPError(.tlsRequired, "an account is told only to a server that has proved its name")
        }
        let signIn = try SMTPSignIn(credentials, offered: capabilities.mechanisms)
        say(signIn.begin(), expecting: [.authentication])
        self.signIn = signIn
    }

    private mutating func answeredSignIn(_ reply: SMTPReply) throws(SMTPError) {
        if reply.code == 334, let line = signIn?.answer() { return say(line, expecting: [.authentication]) }
        signIn = nil
        guard reply.code == 235 else { throw SMTPError(.authentication, "AUTH", reply: reply) }
        isSignedIn = true
    }

    // MARK: The end

    mutating func sayGoodbye() { say(SMTPCommand.line("QUIT"), expecting: [.goodbye]) }
}

import Core
import Crypto

/// The lines of one signing in: the command, and what is said to each 334.
struct SMTPSignIn {
    private let command: String
    private var answers: [[UInt8]]

    init(_ credentials: SMTPCredentials, offered: Set<SMTPCapabilities.Mechanism>) throws(SMTPError) {
        switch credentials {
        case .password(let user, let password):
            self = try Self.password(user, password.reveal(), offered)
        case .token(let user, let token):
            guard offered.contains(.xoauth2) else { throw SMTPError(.authentication, "XOAUTH2 is not offered") }
            self = try Self.token(user, token.reveal())
        }
    }

    private init(_ command: String, _ answers: [[UInt8]]) { (self.command, self.answers) = (command, answers) }

    private static func password(
        _ user: String, _ password: String, _ offered: Set<SMTPCapabilities.Mechanism>
    ) throws(SMTPError) -> SMTPSignIn {
        try check(user, password)
        if offered.contains(.plain) { return inOne("AUTH PLAIN", encode("\0\(user)\0\(password)")) }
        if offered.contains(.login) { return SMTPSignIn("AUTH LOGIN", [encode(user), encode(password)]) }
        throw SMTPError(.authentication, "neither PLAIN nor LOGIN is offered")
    }

    private static func token(_ user: String, _ token: String) throws(SMTPError) -> SMTPSignIn {
        try check(user, token)
        var signIn = inOne("AUTH XOAUTH2", encode("user=\(user)\u{1}auth=Bearer \(token)\u{1}\u{1}"))
        // A refusal comes as a challenge; an empty line asks for the number behind it.
        signIn.answers.append([])
        return signIn
    }

    /// In the command itself as long as that fits a command's line, else behind it.
    private static func inOne(_ command: String, _ secret: [UInt8]) -> SMTPSignIn {
        if secret.count > 480 { return SMTPSignIn(command, [secret]) }
        return SMTPSignIn("\(command) \(String(decoding: secret, as: UTF8.self))", [])
    }

    /// NUL parts the fields of PLAIN, and 1 those of XOAUTH2.
    private static func check(_ texts: String...) throws(SMTPError) {
        for text in texts where text.isEmpty || text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw SMTPError(.authentication, "an account with nothing, or with controls, in it")
        }
    }

    private static func encode(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return Array(Base64.standard.encode(bytes.span).utf8)
    }

    func begin() -> [UInt8] { SMTPCommand.line(command) }

    /// The next line; a star, which ends it, when there is nothing more to say; nil after that.
    mutating func answer() -> [UInt8]? {
        if !answers.isEmpty { return answers.removeFirst() + [13, 10] }
        if hasGivenUp { return nil }
        hasGivenUp = true
        return [UInt8(ascii: "*"), 13, 10]
    }

    private var hasGivenUp = false
}

import Core
import HTTP
import ModuleKit
import Security

/// Coming in by address and password, and going out.
struct LogInRoutes: Sendable {
    let ground: DoorGround

    /// The desk itself counts what is tried; this only keeps somebody from asking for pages without end.
    static let limit = OpenLimit(perMinute: 60)

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/log-in", for: .open(Self.limit), taking: LogInInput.self,
            show: { request, context, draft in
                try context.checkHasPeople()
                return LogInPage(visitor: Visitor(ground, request, context), draft: draft).content
            },
            save: { input, request, context in
                try context.checkHasPeople()
                return try await logIn(input, Visitor(ground, request, context))
            })
        module.action("/sign-out", for: .open(Self.limit)) { request, context in
            try await signOut(Visitor(ground, request, context))
        }
    }

    private func logIn(_ input: LogInInput, _ visitor: Visitor) async throws -> FormOutcome {
        guard let address = LoginAddress(input.address) else {
            return .refused([("address", Self.noAddress)])
        }
        let attempt = LogInDesk.Attempt(
            address, NewPassword(input.password).secret, from: visitor.network, label: visitor.label,
            device: visitor.device, session: visitor.token)
        let outcome = try await ground.hashing { hasher in
            try await LogInDesk(ground.control, clock: ground.clock, hasher: hasher, sessions: ground.sessions)
                .logIn(attempt, at: visitor.door)
        }
        return try await Self.answer(outcome, visitor.wayOn, visitor)
    }

    static func answer(
        _ outcome: LogInDesk.Outcome, _ way: WayOn, _ visitor: Visitor
    ) async throws -> FormOutcome {
        switch outcome {
        case .refused(.notRight): return .refused([("", refusal)])
        case .refused(.tooMany): throw Problem.tooManyTries
        case .half(let session, let mustEnrol):
            let next = mustEnrol ? EnrolRoutes.path : SecondFactorRoutes.path
            return .see(way.remembered(by: next), cookies: DoorCookies.of(session))
        case .open(let session, let device, _):
            return .see(way.path, cookies: try await visitor.cookies(of: session, device))
        }
    }

    static let noAddress = Words(tr: "Adresi ad@ornek.com gibi yazın.", en: "Write the address like ad@ornek.com.")
    /// The same words for whatever did not fit.
    private static let refusal = Words(
        tr: "Adres ya da parola doğru değil.", en: "The address or the password is not right.")

    private func signOut(_ visitor: Visitor) async throws -> FormOutcome {
        if let token = visitor.token { try await ground.sessions.end(token) }
        return .see("\(DoorPath.logIn)?\(LogInPage.Notice.out.rawValue)", cookies: [.clear(SessionCookie.session)])
    }
}

/// What the form of a log-in sends.
struct LogInInput: RouteInput {
    static let fields = [
        InputField("address", title: Words(tr: "E-posta", en: "E-mail"), .text(most: 254)).autocomplete("username"),
        InputField("password", title: Words(tr: "Parola", en: "Password"), .secret(most: 1_024)).autocomplete(
            "current-password"),
    ]

    let address: String
    let password: String
}

/// The cookies of somebody who has come in.
enum DoorCookies {
    static func of(_ session: SecretToken, _ device: SecretToken? = nil) -> [SetCookie] {
        [SessionCookie.set(session), device.flatMap { SessionCookie.set(device: $0) }].compactMap(\.self)
    }
}

extension Problem {
    /// Tried too often: said alike for those who are known and those who are not.
    static var tooManyTries: Problem {
        var problem = Problem(.tooMany, retryAfter: 90)
        problem.words = Words(
            tr: "Çok fazla deneme yapıldı. Birkaç dakika bekleyip yeniden deneyin.",
            en: "There were too many tries. Wait a few minutes and try again.")
        return problem
    }

    /// Letters asked for too often, to one address or by one tenant.
    static var tooManyLetters: Problem {
        var problem = Problem(.tooMany, retryAfter: 300)
        problem.words = Words(
            tr: "Çok fazla davet gönderildi. Birkaç dakika bekleyip yeniden deneyin.",
            en: "Too many invitations were sent. Wait a few minutes and try again.")
        return problem
    }
}

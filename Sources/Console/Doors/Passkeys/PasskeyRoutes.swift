import Core
import HTTP
import ModuleKit
import Security

/// What the page's script asks and answers when a passkey lets somebody in, or is made before they are in.
struct PasskeyRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.route(.post, "/log-in/passkey/options", for: .open(LogInRoutes.limit)) { request, context in
            try await options(for: nil, Visitor(ground, request, context))
        }
        module.route(.post, "/log-in/passkey", for: .open(LogInRoutes.limit), taking: PasskeyInput.self) {
            input, request, context in
            try context.checkHasPeople()
            return try await logIn(input, Visitor(ground, request, context))
        }
        module.route(.post, "/log-in/second-factor/passkey/options", for: .open(LogInRoutes.limit)) {
            request, context in
            let visitor = Visitor(ground, request, context)
            guard let session = try await visitor.session(), let person = session.holder.person else {
                throw Problem(.unauthenticated)
            }
            return try await options(for: person, visitor)
        }
        module.route(.post, "/log-in/second-factor/passkey", for: .open(LogInRoutes.limit), taking: PasskeyInput.self) {
            input, request, context in
            try await secondFactor(input, Visitor(ground, request, context))
        }
        module.route(.post, "/log-in/enrol/passkey/options", for: .open(LogInRoutes.limit)) { request, context in
            let visitor = Visitor(ground, request, context)
            guard let (_, profile) = try await EnrolRoutes.person(of: visitor) else { throw Problem(.unauthenticated) }
            return try await PasskeyDesk(visitor).options(for: profile)
        }
        module.route(.post, "/log-in/enrol/passkey", for: .open(LogInRoutes.limit), taking: PasskeyInput.self) {
            input, request, context in
            try await enrol(input, Visitor(ground, request, context))
        }
    }

    private func options(for person: UserID?, _ visitor: Visitor) async throws -> Response {
        guard visitor.site.surface != .portal else { throw Problem(.notFound) }
        return try await PasskeyDesk(visitor).request(of: person)
    }

    private func logIn(_ input: PasskeyInput, _ visitor: Visitor) async throws -> Response {
        let outcome = try await ground.factors.logIn(
            try input.authentication, visitor.party, at: visitor.door, label: visitor.label, insteadOf: visitor.token)
        return try await Self.answer(outcome, visitor)
    }

    private func secondFactor(_ input: PasskeyInput, _ visitor: Visitor) async throws -> Response {
        guard let token = visitor.token else { throw Problem(.unauthenticated) }
        let proof = SecondFactorDesk.Proof.passkey(try input.authentication, visitor.party)
        return try await Self.answer(try await ground.factors.show(proof, with: token, at: visitor.door), visitor)
    }

    private func enrol(_ input: PasskeyInput, _ visitor: Visitor) async throws -> Response {
        guard let (session, profile) = try await EnrolRoutes.person(of: visitor) else {
            throw Problem(.unauthenticated)
        }
        try await PasskeyDesk(visitor).register(input, for: profile.person)
        guard let cookies = try await EnrolRoutes.open(session, visitor) else { throw Problem(.unauthenticated) }
        return PasskeyDesk.on(to: visitor.wayOn.remembered(by: "\(AccountPath.codes)?\(CodesPage.first)"), cookies)
    }

    private static func answer(_ outcome: SecondFactorDesk.Outcome, _ visitor: Visitor) async throws -> Response {
        switch outcome {
        case .noSession: throw Problem(.unauthenticated)
        case .refused: throw Problem(.secondFactorRefused)
        case .tooMany: throw Problem.tooManyTries
        case .open(let session, let device):
            PasskeyDesk.on(to: visitor.wayOn.path, try await visitor.cookies(of: session, device))
        }
    }
}

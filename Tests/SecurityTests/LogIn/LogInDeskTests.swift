import Core
import Crypto
import EventLoop
import Postgres
import SQL
import TestKit
import Testing

@testable import Security

@Suite("The desk of log-ins")
struct LogInDeskTests {
    private static let password = "correct horse battery"

    private struct Rig: Sendable {
        let house: IdentityHouse
        let hasher: PasswordHasher
        let desk: LogInDesk

        func attempt(
            _ address: String = "ada@acme.test", _ password: String = LogInDeskTests.password,
            from network: String = "192.0.2.1", device: SecretToken? = nil, session: SecretToken? = nil,
            at door: Doorstep = IdentityHouse.acmeDoor
        ) async throws -> LogInDesk.Outcome {
            let address = try #require(LoginAddress(address))
            return try await desk.logIn(
                LogInDesk.Attempt(
                    address, IdentityHouse.secret(password), from: network, label: "Firefox", device: device,
                    session: session),
                at: door)
        }

        func refusal(_ outcome: LogInDesk.Outcome) -> LogInFlow.Refusal? {
            if case .refused(let refusal) = outcome { refusal } else { nil }
        }
    }

    private static func with(_ body: @escaping @Sendable (Rig) async throws -> Void) async throws {
        try await IdentityHouse.with { house in
            let hasher = PasswordHasher(parameters: .least)
            let hash = try await hasher.hash(IdentityHouse.secret(password)).text
            _ = try await house.control.perform("UPDATE security.person SET password_hash = \(hash)")
            let desk = LogInDesk(house.control, clock: house.clock, hasher: hasher, sessions: house.sessions)
            let result: Result<Void, any Error>
            do { result = .success(try await body(Rig(house: house, hasher: hasher, desk: desk))) } catch {
                result = .failure(error)
            }
            hasher.stop()
            try result.get()
        }
    }

    @Test("lets in who belongs to the door, by the right password, and nobody else")
    func doors() async throws {
        try await Self.with { rig in
            guard case .open(let token, _, false) = try await rig.attempt("ADA@acme.test") else {
                Issue.record("not let in")
                return
            }
            let session = try await rig.house.sessions.session(of: token, host: "acme.test")
            #expect(session?.holder == .staff(IdentityHouse.ada, IdentityHouse.acme))
            for outcome in [
                try await rig.attempt("ada@acme.test", "wrong"), try await rig.attempt("nobody@acme.test"),
                try await rig.attempt("can@acme.test", at: IdentityHouse.boraDoor),
                try await rig.attempt("can@acme.test", at: IdentityHouse.rivalDoor),
                try await rig.attempt("ada@acme.test", at: IdentityHouse.agencyDoor),
                try await rig.attempt(
                    "ada@acme.test", at: Doorstep(agency: nil, tenant: nil, host: "operator.test")),
            ] {
                #expect(rig.refusal(outcome) == .notRight)
            }
            guard case .open(let staff, _, _) = try await rig.attempt("can@acme.test", at: IdentityHouse.agencyDoor)
            else {
                Issue.record("not let in at the agency's")
                return
            }
            #expect(
                try await rig.house.sessions.session(of: staff, host: "mavi.test")?.holder
                    == .house(IdentityHouse.can, IdentityHouse.agency))
            for change in [
                "UPDATE security.person SET state = 'disabled'",
                "UPDATE security.person SET state = 'active'; UPDATE security.membership SET state = 'suspended'",
                "UPDATE security.membership SET state = 'active'; UPDATE security.person SET password_hash = NULL",
            ] {
                try await rig.house.database.run(change)
                #expect(rig.refusal(try await rig.attempt(from: change)) == .notRight, "\(change)")
            }
        }
    }

    @Test("evaluates at most a hundred guesses an hour for an account, and the owner still gets in")
    func guesses() async throws {
        try await Self.with { rig in
            guard case .open(_, let device, _) = try await rig.attempt() else {
                Issue.record("not let in")
                return
            }
            let throttle = Throttle(rig.house.control, clock: rig.house.clock)
            let address = try #require(LoginAddress("ada@acme.test"))
            var evaluated = 0
            // Ten thousand guesses from fifty addresses within an hour; only the counting is exercised, not the hash.
            for guess in 0..<10_000 {
                if guess % 25 == 0 { rig.house.clock.advance(by: .seconds(9)) }
                let keys: [ThrottleKey] = [
                    .account(address, of: IdentityHouse.agency), .network("198.51.100.\(guess % 50)"),
                ]
                if try await throttle.take(keys) { evaluated += 1 }
            }
            #expect((10...100).contains(evaluated), "\(evaluated)")
            #expect(rig.refusal(try await rig.attempt(from: "203.0.113.9")) == .tooMany)
            // The same words for an address that nobody has.
            for _ in 0..<10 {
                _ = try await throttle.take([
                    .account(try #require(LoginAddress("x@acme.test")), of: IdentityHouse.agency)
                ])
            }
            #expect(rig.refusal(try await rig.attempt("x@acme.test", from: "203.0.113.9")) == .tooMany)
            guard case .open(_, let renewed, _) = try await rig.attempt(from: "203.0.113.9", device: device.token)
            else {
                Issue.record("the owner is locked out")
                return
            }
            // A device's token changes with each log-in; another's device is nobody's.
            #expect(rig.refusal(try await rig.attempt(from: "203.0.113.9", device: device.token)) == .tooMany)
            #expect(
                rig.refusal(try await rig.attempt("can@acme.test", "wrong", from: "203.0.113.8", device: renewed.token))
                    == .notRight)
        }
    }

    @Test("counts exactly, however many try at once on two nodes")
    func parallel() async throws {
        try await IdentityHouse.with { house in
            try await house.withNode { other in
                let throttles = [Throttle(house.control, clock: house.clock), Throttle(other, clock: house.clock)]
                let key = ThrottleKey.secondFactor(IdentityHouse.ada)
                let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for index in 0..<100 { group.addTask { try await throttles[index % 2].take([key]) } }
                    return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
                }
                #expect(taken == 5)
                house.clock.advance(by: .seconds(60))
                let later = [try await throttles[0].take([key]), try await throttles[1].take([key])]
                #expect(later == [true, false])
            }
        }
    }

    @Test("asks for a second factor as person and tenant want it")
    func factors() async throws {
        try await Self.with { rig in
            func demand(_ policy: String, _ address: String) async throws -> String {
                try await rig.house.database.run(
                    "DELETE FROM security.tenant_policy; INSERT INTO security.tenant_policy (tenant_id, second_factor, grace_ends_at) VALUES ('\(IdentityHouse.acme)', \(policy))"
                )
                switch try await rig.attempt(address, from: policy + address) {
                case .refused: return "refused"
                case .half(let token, let mustEnrol):
                    let session = try await rig.house.sessions.session(of: token, host: "acme.test")
                    return session?.stage == .half ? "half \(mustEnrol)" : "odd"
                case .open(_, _, let shouldEnrol): return "open \(shouldEnrol)"
                }
            }
            #expect(try await demand("'optional', NULL", "ada@acme.test") == "open false")
            #expect(try await demand("'admins', NULL", "ada@acme.test") == "half true")
            #expect(try await demand("'admins', NULL", "can@acme.test") == "open false")
            #expect(try await demand("'required', NULL", "can@acme.test") == "half true")
            #expect(try await demand("'required', '2030-12-31'", "can@acme.test") == "open true")
            #expect(try await demand("'required', '2030-01-01'", "can@acme.test") == "half true")
            try await rig.house.database.run(
                "INSERT INTO security.totp (person_id, sealed_secret, confirmed_at, created_at) VALUES ('\(IdentityHouse.ada)', decode(repeat('00', 60), 'hex'), now(), now())"
            )
            #expect(try await demand("'optional', NULL", "ada@acme.test") == "half false")
        }
    }

    @Test("makes a hash anew that is out of date")
    func rehash() async throws {
        try await Self.with { rig in
            let dearer = PasswordHasher(parameters: try PasswordParameters(memory: 20_480, passes: 2))
            let desk = LogInDesk(
                rig.house.control, clock: rig.house.clock, hasher: dearer, sessions: rig.house.sessions)
            let again = Rig(house: rig.house, hasher: dearer, desk: desk)
            _ = try await again.attempt()
            dearer.stop()
            let hashes = try await rig.house.database.rows(
                "SELECT name, password_hash LIKE '%m=20480,%' FROM security.person WHERE agency_id = $1::uuid ORDER BY 1",
                ["\(IdentityHouse.agency)"])
            #expect(hashes == [["Ada", "t"], ["Can", "f"]])
        }
    }
}

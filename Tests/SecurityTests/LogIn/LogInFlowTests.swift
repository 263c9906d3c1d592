import Core
import Crypto
import Testing

@testable import Security

@Suite("The way of a log-in")
struct LogInFlowTests {
    private static let address = LoginAddress("ada@acme.test")
    private static let stored =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    private static func account(
        password: Bool = true, isLetIn: Bool = true, hasFactor: Bool = false, demand: Account.Demand = .nothing,
        device: UUIDv7? = nil
    ) throws -> Account {
        Account(
            person: IdentityHouse.ada, password: password ? try PasswordHash(stored) : nil, isLetIn: isLetIn,
            hasFactor: hasFactor, demand: demand, device: device)
    }

    private static func walk(_ account: Account?, isWithin: Bool = true, isRight: Bool = true) throws -> [LogInFlow
        .Action]
    {
        var flow = LogInFlow(try #require(address), of: IdentityHouse.agency, from: "192.0.2.1")
        var actions = [flow.first]
        actions.append(flow.next(.account(account)))
        actions.append(flow.next(.isWithin(isWithin)))
        if isWithin { actions.append(flow.next(.isRight(isRight))) }
        return actions
    }

    @Test("is refused in the same words, after the same steps, whoever it is not")
    func refused() throws {
        let address = try #require(Self.address)
        let cases: [(Account?, Bool)] = [
            (nil, false), (nil, true), (try Self.account(), false), (try Self.account(password: false), true),
            (try Self.account(isLetIn: false), true), (try Self.account(isLetIn: false, hasFactor: true), true),
        ]
        let keys: [ThrottleKey] = [.account(address, of: IdentityHouse.agency), .network("192.0.2.1")]
        for (account, isRight) in cases {
            let actions = try Self.walk(account, isRight: isRight)
            #expect(actions == [.find, .count(keys), .compare(account?.password), .refuse(.notRight)])
        }
        for account in [nil, try Self.account()] {
            #expect(try Self.walk(account, isWithin: false) == [.find, .count(keys), .refuse(.tooMany)])
        }
    }

    @Test("leads to a session, or to the second factor where one is set up or asked for")
    func opened() throws {
        let ada = IdentityHouse.ada
        #expect(try Self.walk(Self.account()).last == .open(ada, shouldEnrol: false))
        #expect(try Self.walk(Self.account(hasFactor: true)).last == .openHalf(ada, mustEnrol: false))
        #expect(try Self.walk(Self.account(demand: .soon)).last == .open(ada, shouldEnrol: true))
        #expect(try Self.walk(Self.account(demand: .factor)).last == .openHalf(ada, mustEnrol: true))
        #expect(try Self.walk(Self.account(hasFactor: true, demand: .factor)).last == .openHalf(ada, mustEnrol: false))
    }

    @Test("counts a known browser by itself")
    func devices() throws {
        let device = UUIDv7.make()
        #expect(try Self.walk(Self.account(device: device))[1] == .count([.device(device)]))
    }

    @Test("refuses findings that it did not ask for")
    func disorder() throws {
        var flow = LogInFlow(try #require(Self.address), of: nil, from: "x")
        #expect(flow.next(.isRight(true)) == .refuse(.notRight))
        #expect(flow.next(.account(try Self.account())) == .refuse(.notRight))
    }

    @Test("compares addresses without regard to case, and refuses what is none")
    func addresses() {
        #expect(LoginAddress(" Ada@ACME.test ")?.key == "ada@acme.test")
        #expect(LoginAddress(" Ada@ACME.test ")?.text == "Ada@ACME.test")
        for text in [
            "", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nBcc: x", "a@b\u{0}",
            String(repeating: "a", count: 65) + "@b.test", "a@" + String(repeating: "b", count: 260),
        ] {
            #expect(LoginAddress(text) == nil, "\(text)")
        }
    }
}

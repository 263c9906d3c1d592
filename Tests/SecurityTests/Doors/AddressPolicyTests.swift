import Core
import HTTP
import Kernel
import Postgres
import SQL
import TestKit
import Testing

@testable import Security

@Suite("From where a tenant's people may come")
struct AddressPolicyTests {
    @Test("is changed by who stands inside, and no neighbour's")
    func change() async throws {
        try await IdentityHouse.with { house in
            let policy = AddressPolicy(house.control, of: IdentityHouse.acme)
            let (office, home) = (
                try AddressBlock.list("192.0.2.0/24,2001:db8::/32"), try AddressBlock.list("198.51.100.7")
            )
            let (inside, outside) = (IPAddress(192, 0, 2, 9), IPAddress(198, 51, 100, 7))
            func code(_ work: () async throws -> Void) async -> ProblemCode? {
                do { try await work() } catch { return (error as? Problem)?.code }
                return nil
            }
            #expect(try await policy.current().blocks.isEmpty)
            for address in [outside, nil] {
                #expect(await code { try await policy.change(to: office, by: address) } == .wouldLockOut)
            }
            #expect(try await policy.current().blocks.isEmpty)

            try await policy.change(to: office, by: inside)
            #expect(try await policy.current().blocks == office)
            #expect(try await AddressPolicy(house.control, of: IdentityHouse.bora).current().blocks.isEmpty)
            try await policy.change(to: home, by: outside)
            #expect(try await policy.current().blocks == home)
        }
    }

    @Test("leaves what else the tenant demands as it is")
    func others() async throws {
        try await IdentityHouse.with { house in
            try await house.database.run(
                "INSERT INTO security.tenant_policy (tenant_id, second_factor) VALUES ('\(IdentityHouse.acme)', 'required')"
            )
            let policy = AddressPolicy(house.control, of: IdentityHouse.acme)
            try await policy.change(to: try AddressBlock.list("192.0.2.1"), by: IPAddress(192, 0, 2, 1))
            let rows = try await house.control.perform(
                "SELECT second_factor FROM security.tenant_policy WHERE tenant_id = \(IdentityHouse.acme)")
            #expect(try rows.map { try $0.decode(0, as: String.self) } == ["required"])
        }
    }

    @Test("is typed as blocks, one mistake being one sentence")
    func typed() throws {
        let blocks = try AddressPolicy.blocks(typed: ["192.0.2.0/24", "2001:db8::/32, 192.0.2.0/24"], at: "/addresses")
        #expect(blocks.map(\.description) == ["192.0.2.0/24", "2001:db8::/32"])
        #expect(try AddressPolicy.blocks(typed: [" \n"], at: "/addresses").isEmpty)
        for wrong in ["192.0.2.1/24", "office", "10.0.0.0/33"] {
            do {
                _ = try AddressPolicy.blocks(typed: [wrong], at: "/addresses")
                Issue.record("taken: \(wrong)")
            } catch let problem as Problem {
                #expect(problem.code == .unprocessable && problem.fields.map(\.pointer) == ["/addresses"])
            }
        }
    }
}

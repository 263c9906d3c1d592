import Core
import HTTP
import Kernel
import ModuleKit
import Security
import TestKit
import Testing

@testable import Console

@Suite("Keys and the policy of doors")
struct KeysAndPolicyTests {
    private typealias Person = PeopleHouse.Person

    private static let robot = #"{"name":"robot","permissions":["desk.note.read","people.key.manage"]}"#

    @Test("Keys are shown once, work within what their maker holds, and end when they are told to")
    func keys() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.owner)
            let made = try await house.ask("POST /api/people/keys", token, Self.robot)
            let text = made.json["key"]?.string ?? ""
            #expect(made.status == 201 && text.hasPrefix("konak_"))
            let list = try await house.ask("GET /api/people/keys", token)
            #expect(!list.text.contains(text.suffix(43)))
            let id = list.json["keys"]?[0]?["id"]?.string ?? ""
            func call(_ key: String) async throws -> Int {
                try await house.ask("GET /desk/notes", nil, fields: ["Authorization: Bearer \(key)"]).status
            }
            #expect(try await call(text) == 200)
            let next = try await house.ask("POST /api/people/keys/\(id)/rotate", token).json["key"]?.string ?? ""
            #expect(try await call(text) == 401)
            #expect(try await call(next) == 200)
            // Who has another's key would have their rights.
            #expect(try await house.ask("POST /api/people/keys/\(id)/rotate", as: .admin).code == "anothers-key")
            #expect(try await house.ask("DELETE /api/people/keys/\(id)", as: .admin).status == 204)
            #expect(try await call(next) == 401)
            #expect(try await house.ask("DELETE /api/people/keys/\(id)", as: .admin).status == 404)
        }
    }

    @Test("Keys ask for a recent proof, which no key has and no old session")
    func proof() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.owner)
            let key = try await house.ask("POST /api/people/keys", token, Self.robot).json["key"]?.string ?? ""
            let byKey = try await house.ask(
                "POST /api/people/keys", nil, Self.robot, fields: ["Authorization: Bearer \(key)"])
            #expect(byKey.status == 403)
            house.clock.advance(by: .seconds(601))
            #expect(try await house.ask("POST /api/people/keys", token, Self.robot).status == 403)
            #expect(try await house.ask("GET /api/people/keys", token).status == 200)
        }
    }

    @Test("A list of addresses never locks out the one who makes it")
    func addresses() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.owner)
            func put(_ list: String) async throws -> Answer {
                try await house.ask("PUT /api/people/policy/addresses", token, #"{"addresses":\#(list)}"#)
            }
            #expect(try await put(#"["192.0.2.0/24"]"#).code == "would-lock-out")
            #expect(try await put(#"["not an address"]"#).status == 422)
            let saved = try await put(#"["192.0.2.0/24","127.0.0.0/8"]"#)
            #expect(saved.status == 200 && saved.json["addresses"]?.array?.count == 2, "\(saved.text)")
            #expect(try await house.ask("GET /desk/notes", token).status == 200)
            let factor = try await house.ask(
                "PUT /api/people/policy/factor", token, #"{"factor":"admins","grace":"2030-12-31"}"#)
            #expect(factor.json["factor"]?.string == "admins" && factor.json["addresses"]?.array?.count == 2)
            #expect(
                try await house.ask("PUT /api/people/policy/factor", token, #"{"factor":"never"}"#).status == 422)
        }
    }
}

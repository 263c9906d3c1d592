import Core
import Crypto
import Delivery
import EventLoop
import Kernel
import ModuleKit
import Postgres
import Security

/// Brings the people of a pack in, for a demonstration: each who has no account yet is given a password that nobody
/// thought of, and it is written into a file that only this account may read. Whoever has an account keeps it.
struct DemoPeople: Sendable {
    let control: PostgresDatabase
    let configuration: Configuration
    let file: LocalPath

    /// Somebody as the file has them.
    private struct Line: Codable, Sendable {
        let place: String
        let address: String
        let name: String
        let role: String
        let password: String
        let logIn: String
    }

    private struct Roll: Codable {
        let people: [Line]
    }

    /// How many are new.
    func seed(_ pack: TenantPack) async throws -> Int {
        var passwords = try known()
        var (lines, count) = ([Line](), 0)
        let pool = BlockingPool(threads: 1, waiting: 4)
        defer { pool.stop() }
        let hasher = try await PasswordHasher.start(try RootKey.load(configuration), on: pool)
        defer { hasher.stop() }
        let desk = Passwords(control, clock: SystemClock(), hasher: hasher)
        for (place, person) in pack.everybody {
            guard let (newcomer, host) = try await enter(person, at: place) else { continue }
            if let newcomer {
                let made = NewPassword.generated()
                _ = try await desk.set(made.password, for: newcomer, house: "Konak")
                passwords[Self.account(place, person.address)] = made.shown
                count += 1
            }
            // Who has an account of their own is not of the demonstration any more.
            guard let password = passwords[Self.account(place, person.address)] else { continue }
            lines.append(
                Line(
                    place: place, address: person.address, name: person.name, role: person.role, password: password,
                    logIn: configuration.origin(ofMailHost: host) + DoorPath.logIn))
        }
        try file.write(String(decoding: JSONEncoding.encode(Roll(people: lines)), as: UTF8.self) + "\n", mode: 0o600)
        return count
    }

    /// The host where they log in, and the person if they have no account yet; nil for who is kept out.
    private func enter(_ person: PackPerson, at place: String) async throws -> (newcomer: UserID?, host: String)? {
        guard let address = LoginAddress(person.address), let language = Language(rawValue: person.language ?? "tr"),
            let found = try await PeoplePlace.find(place, person.role, control)
        else { throw UserFault("\(person.address) cannot be \(person.role) at \(place)") }
        let invitations = Invitations(
            control, clock: SystemClock(), operatorHost: configuration.operatorMailHost ?? "konak.localhost")
        switch try await invitations.invite(address, name: person.name, language: language, to: found) {
        case .invited(let id, _, let host): return (id, host)
        case .joined(_, let host): return (nil, host)
        case .keptOut: return nil
        case .nowhere: throw UserFault("no host leads to \(place): give it a domain in the file")
        }
    }

    /// The passwords that an earlier run has written down.
    private func known() throws -> [String: String] {
        guard file.exists else { return [:] }
        let roll = try JSONReader.decode(Roll.self, from: file.read())
        return Dictionary(roll.people.map { (Self.account($0.place, $0.address), $0.password) }) { first, _ in first }
    }

    /// An account is the agency's: in two of its tenants somebody has one.
    private static func account(_ place: String, _ address: String) -> String {
        "\(place.prefix { $0 != "/" }) \(address)"
    }
}

import Core
import Crypto
import Delivery
import EventLoop
import Kernel
import Postgres
import Security

/// What a command about one person works with.
struct UserDesk: Sendable {
    let place: String
    let control: PostgresDatabase
    let configuration: Configuration
    let terminal: Terminal
    /// What was given as password; nil without one.
    fileprivate let given: HeldSecret?
    fileprivate let generates: Bool

    var roll: PeopleRoll { PeopleRoll(control, clock: SystemClock()) }
    var invitations: Invitations {
        Invitations(control, clock: SystemClock(), operatorHost: configuration.operatorMailHost)
    }
    var isGivenPassword: Bool { given != nil || generates }

    /// Whom the command line names.
    func find(_ address: LoginAddress) async throws -> UserID {
        guard let entry = try await roll.list(at: place, address: address).first else {
            throw UserFault("there is no \(address.text) at \(place)")
        }
        return entry.person
    }

    /// Sets the password that was given or is to be made; what was made, to be shown. Nil when neither is so.
    func setPassword(of person: UserID) async throws -> String? {
        guard isGivenPassword else { return nil }
        let made = given == nil ? NewPassword.generated() : nil
        let text = given?.withSecret { secret in
            secret.withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
        }
        let pool = BlockingPool(threads: 1, waiting: 4)
        defer { pool.stop() }
        let hasher = try await PasswordHasher.start(try RootKey.load(configuration), on: pool)
        defer { hasher.stop() }
        let passwords = Passwords(control, clock: SystemClock(), hasher: hasher)
        let password = made?.password ?? NewPassword(text ?? "")
        if let objection = try await passwords.set(password, for: person, house: "Konak") {
            throw UserFault("this password will not do: \(objection.rawValue)")
        }
        return made?.shown
    }

    /// How the person stands by now, at this place.
    func show(_ address: LoginAddress, generated: String? = nil) async throws -> ExitCode {
        UserListing(try await roll.list(at: place, address: address), password: generated).show(on: terminal)
        return .ok
    }
}

/// Why a command about a person ends without having done anything.
struct UserFault: Error, CustomStringConvertible {
    let description: String
    init(_ sentence: String) { description = sentence }
}

/// Leads a command to its desk.
struct UserWork {
    private let work: CommandWork
    private let invocation: Invocation

    init(_ invocation: Invocation) { (work, self.invocation) = (CommandWork(invocation), invocation) }

    func run(_ act: @escaping @Sendable (UserDesk, LoginAddress) async throws -> ExitCode) -> ExitCode {
        guard let address = LoginAddress(invocation.operands[0]) else {
            return work.misused("“\(invocation.operands[0])” is no mail address")
        }
        let given: HeldSecret?
        do { given = try invocation.values["--password"].map { try work.secretLine($0) } } catch {
            return work.misused("\(error)")
        }
        let (place, generates) = (invocation.values["--at"] ?? "operator", invocation.has("--generate"))
        return work.onControl { [terminal = work.terminal] configuration, control, _ in
            let desk = UserDesk(
                place: place, control: control, configuration: configuration, terminal: terminal, given: given,
                generates: generates)
            do {
                return try await act(desk, address)
            } catch let fault as UserFault {
                return terminal.fail(.failed, [("user", fault.description)])
            }
        }
    }
}

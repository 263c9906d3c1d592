import Core
import HTTP
import ModuleKit
import Security

/// Ceremonies with the browser of somebody at a door: challenges go out, answers come back.
struct PasskeyDesk: Sendable {
    let visitor: Visitor
    private var ground: DoorGround { visitor.ground }

    init(_ visitor: Visitor) { self.visitor = visitor }

    /// Asks for a passkey: one of this person's here, or of whoever comes.
    func request(of person: UserID?) async throws -> Response {
        let party = visitor.party
        var known: [PasskeyCredential] = []
        if let person {
            known = try await ground.passkeys.list(of: person).map(\.credential).filter { $0.relyingParty == party.id }
            guard !known.isEmpty else { throw Problem(.secondFactorRefused) }
        }
        let ceremony = try await ground.passkeys.begin(
            .authentication, for: person, at: party, allowed: known.map(\.id))
        return Self.json(party.options(for: ceremony, allowing: known))
    }

    /// Asks for a new passkey of a person, on an authenticator that has none of theirs for this host.
    func options(for profile: Profile) async throws -> Response {
        let party = visitor.party
        let known = try await ground.passkeys.list(of: profile.person).map(\.credential)
        guard known.count < Self.most else {
            throw Problem(.conflict, detail: "Remove a passkey that is not used before adding another.")
        }
        let ceremony = try await ground.passkeys.begin(.registration, for: profile.person, at: party)
        return Self.json(
            party.options(
                for: ceremony, user: profile.address, displayName: profile.name,
                existing: known.filter { $0.relyingParty == party.id }))
    }

    /// Keeps the passkey that a browser made.
    func register(_ input: PasskeyInput, for person: UserID) async throws {
        let (answer, party) = (try input.registration, visitor.party)
        guard let challenge = answer.challenge,
            let ceremony = try await ground.passkeys.take(challenge, .registration, for: person, at: party)
        else { throw Problem(.secondFactorRefused) }
        let passkey: PasskeyCredential
        do throws(WebAuthnFault) {
            passkey = try Registration.finish(
                ceremony, with: answer, for: party, now: ground.clock.now(), isTaken: { _ in false })
        } catch {
            throw Problem(.secondFactorRefused, underlying: error)
        }
        // The table refuses an id that is anybody's already.
        guard try await ground.passkeys.add(passkey, of: person, label: input.name(or: visitor.label)) else {
            throw Problem(.secondFactorRefused)
        }
    }

    private static let most = 20

    /// Where the page's script goes on.
    static func on(to path: String, _ cookies: [SetCookie] = []) -> Response {
        var response = json(.object(["to": .string(path)]))
        for cookie in cookies { response.fields.append(.setCookie, cookie.fieldValue) }
        return response
    }

    static func json(_ value: JSONValue) -> Response {
        var writer = JSONWriter()
        writer.value(value)
        var response = Response.json(writer.finish())
        response.fields.append(.cacheControl, "no-store")
        return response
    }
}

/// What the page's script sends of an authenticator's answer.
struct PasskeyInput: RouteInput {
    static let fields = [
        InputField("credential", title: Words(tr: "Passkey", en: "Passkey"), .secret(most: 65_536)),
        InputField("label", title: Words(tr: "Ad", en: "Name"), .text(most: 80), required: false),
        InputField("name", title: Words(tr: "Adınız", en: "Your name"), .text(most: 120), required: false),
    ]

    let credential: String
    let label: String?
    let name: String?

    var authentication: AuthenticationAnswer {
        get throws {
            do throws(WebAuthnFault) { return try AuthenticationAnswer(json: Array(credential.utf8)) } catch {
                throw Problem(.secondFactorRefused, underlying: error)
            }
        }
    }

    var registration: RegistrationAnswer {
        get throws {
            do throws(WebAuthnFault) { return try RegistrationAnswer(json: Array(credential.utf8)) } catch {
                throw Problem(.secondFactorRefused, underlying: error)
            }
        }
    }

    /// What the passkey is called: as it was asked for, or the browser it was made in.
    func name(or browser: String) -> String {
        let typed = PersonName(label ?? "", most: 80)
        return typed?.text ?? browser
    }
}

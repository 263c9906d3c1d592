import Core
import ModuleKit
import Postgres
import SQL
import Security

/// Somebody who is to come: where, as what, in which teams.
struct NewMember: Sendable {
    let address: LoginAddress
    let name: String
    let role: RoleRef
    let teams: [TeamID]
    let language: Language
}

/// Asks people into a tenant, asks again, and takes it back.
struct Inviting: Sendable {
    let office: PeopleOffice
    let tenant: TenantID
    /// What letters call the place.
    let place: String

    private var members: Members { Members(office: office, tenant: tenant) }
    private var invitations: Invitations { Invitations(office.control, clock: office.clock) }

    /// Asks somebody in. Whoever has an account with the agency belongs to the tenant at once; who has none gets a letter
    /// with a link.
    func invite(_ new: NewMember, by staff: any StaffContext) async throws -> Member {
        let rights = try await Roles(office: office, tenant: tenant).rights(of: new.role)
        try await office.ceiling(of: staff).check(new.role, rights)
        try await refuseKnown(new.address)
        try await pace(new.address, by: staff)
        let outcome = try await invitations.invite(
            new.address, name: new.name, language: new.language, to: door(new.role))
        switch outcome {
        case .invited(let person, let token, _):
            try await enter(person, new, by: staff)
            let (profile, inviter) = try await reader(person, by: staff)
            try await office.letters.invite(profile, token, to: .tenant(tenant), place: place, by: inviter)
            return try await members.find(person)
        case .joined(let person, _):
            try await enter(person, new, by: staff)
            let (profile, inviter) = try await reader(person, by: staff)
            try await office.letters.joined(profile, .tenant(tenant), place: place, by: inviter)
            return try await members.find(person)
        case .keptOut: throw Problem.people(.keptOut)
        case .nowhere: throw Problem(.unavailable)
        }
    }

    /// Another link, by another letter; the earlier one opens nothing any more.
    func repeated(for person: UserID, by staff: any StaffContext) async throws {
        let member = try await members.target(person, for: staff)
        guard member.state == .invited else { throw Problem(.conflict) }
        let (profile, inviter) = try await reader(person, by: staff)
        guard let address = LoginAddress(member.address) else { throw Problem(.conflict) }
        try await pace(address, by: staff)
        let outcome = try await invitations.invite(
            address, name: member.name, language: profile.language, to: door(member.role))
        guard case .invited(_, let token, _) = outcome else { throw Problem(.unavailable) }
        _ = try await office.control.perform(
            """
            UPDATE security.membership SET invited_at = \(office.clock.now()), invited_by = \(staff.user) \
            WHERE tenant_id = \(tenant) AND person_id = \(person)
            """)
        try await office.letters.invite(profile, token, to: .tenant(tenant), place: place, by: inviter)
    }

    /// Takes an invitation back: the link opens nothing, and who was asked for nothing else is forgotten.
    func withdraw(_ person: UserID, by staff: any StaffContext) async throws {
        let member = try await members.target(person, for: staff)
        guard member.state == .invited else { throw Problem(.conflict) }
        _ = try await office.control.perform(all: [
            "DELETE FROM security.link WHERE subject_id = \(person) AND tenant_id = \(tenant)",
            """
            DELETE FROM security.membership m USING security.person p WHERE p.id = m.person_id \
            AND m.tenant_id = \(tenant) AND m.person_id = \(person) AND p.state = 'invited'
            """,
            """
            DELETE FROM security.person p WHERE p.id = \(person) AND p.state = 'invited' AND p.house_role IS NULL \
            AND NOT EXISTS (SELECT FROM security.membership o WHERE o.person_id = p.id)
            """,
        ])
    }

    /// A letter goes where its reader never asked for it: so many to an address, and so many of a tenant.
    private func pace(_ address: LoginAddress, by staff: any StaffContext) async throws {
        let throttle = Throttle(office.control, clock: office.clock)
        guard try await throttle.take([.link(address, of: staff.site.agency), .invitations(of: tenant)]) else {
            throw Problem.tooManyLetters
        }
    }

    /// Who is here already is not asked again; who left may come back as if they had never been here.
    private func refuseKnown(_ address: LoginAddress) async throws {
        let answers = try await office.control.perform(all: [
            """
            DELETE FROM security.membership m USING security.person p, kernel.tenant n \
            WHERE m.tenant_id = \(tenant) AND m.person_id = p.id AND m.state = 'ended' AND n.id = m.tenant_id \
            AND p.agency_id = n.agency_id AND p.address_key = \(address.key)
            """,
            """
            SELECT FROM security.membership m JOIN security.person p ON p.id = m.person_id \
            WHERE m.tenant_id = \(tenant) AND p.address_key = \(address.key)
            """,
        ])
        guard answers[1].isEmpty else {
            throw Problem(
                .unprocessable,
                fields: [
                    FieldFault(
                        "/address", .invalid,
                        Words(tr: "Bu adresle biri zaten burada.", en: "Somebody with this address is here already."))
                ])
        }
    }

    private func enter(_ person: UserID, _ new: NewMember, by staff: any StaffContext) async throws {
        let answers = try await office.control.perform(all: [
            """
            UPDATE security.membership SET invited_at = \(office.clock.now()), invited_by = \(staff.user) \
            WHERE tenant_id = \(tenant) AND person_id = \(person)
            """,
            """
            INSERT INTO security.team_member (tenant_id, team_id, person_id) \
            SELECT t.tenant_id, t.id, \(person) FROM kernel.team t \
            WHERE t.tenant_id = \(tenant) AND t.id = ANY (\(new.teams)) ON CONFLICT DO NOTHING
            """,
        ])
        _ = answers
    }

    private func door(_ role: RoleRef) -> Invitations.Place {
        switch role {
        case .builtIn(let role): .tenant(tenant, role)
        case .own(let id): .role(tenant, id)
        }
    }

    /// Who reads the letter, and what the one who asked them in is called.
    private func reader(_ person: UserID, by staff: any StaffContext) async throws -> (Profile, String?) {
        let profiles = Profiles(office.control, clock: office.clock)
        guard let profile = try await profiles.find(person) else { throw Problem(.notFound) }
        return (profile, try await profiles.find(staff.user)?.name)
    }
}

/// The letters that people get when they are asked in.
protocol InvitationLetters: Sendable {
    func invite(_ profile: Profile, _ token: SecretToken, to house: MailHouse, place: String?, by inviter: String?)
        async throws
    func joined(_ profile: Profile, _ house: MailHouse, place: String, by inviter: String?) async throws
}

extension DoorLetters: InvitationLetters {}

extension ProblemCode {
    /// The agency keeps this person out.
    static let keptOut = ProblemCode("kept-out", status: 409, title: "This person's account is closed")
}

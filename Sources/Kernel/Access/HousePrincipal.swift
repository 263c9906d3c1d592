public import Core
public import ModuleKit

/// Somebody of an agency, or of the operator where there is none.
public struct HousePrincipal: Sendable, Hashable {
    /// Who.
    public let user: UserID
    /// Which agency.
    public let agency: AgencyID?
    /// The session they are signed in by.
    public let session: HeldSession?
    /// What they are called.
    public let person: PersonProfile?

    /// Somebody.
    public init(user: UserID, agency: AgencyID?, session: HeldSession? = nil, person: PersonProfile? = nil) {
        (self.user, self.agency, self.session, self.person) = (user, agency, session, person)
    }
}

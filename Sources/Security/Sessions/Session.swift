public import Core
public import Kernel

/// Who holds a session.
public enum SessionHolder: Sendable, Hashable {
    /// One of a tenant's people.
    case staff(UserID, TenantID)
    /// One of a tenant's customers, in the portal.
    case customer(CustomerID, TenantID)
    /// Somebody of an agency; of the operator where there is none.
    case house(UserID, AgencyID?)

    /// The person; nil for a customer.
    public var person: UserID? {
        switch self {
        case .staff(let person, _), .house(let person, _): person
        case .customer: nil
        }
    }

    /// The tenant; nil above the tenants.
    public var tenant: TenantID? {
        switch self {
        case .staff(_, let tenant), .customer(_, let tenant): tenant
        case .house: nil
        }
    }
}

/// How far a log-in has come.
public enum SessionStage: String, Sendable {
    /// The password was right, the second factor is still to come: it opens nothing else.
    case half
    /// All that was asked for was shown.
    case open
}

/// A session that lives.
public struct Session: Sendable, Hashable {
    /// Its number, which lists show and revocation names. Not the token.
    public let id: SessionID
    /// Who.
    public let holder: SessionHolder
    /// On which host.
    public let host: String
    /// How far.
    public let stage: SessionStage
    /// What it is called in lists: a browser and a system.
    public let label: String
    /// When it was opened.
    public let created: Timestamp
    /// About when it was used last.
    public let lastUsed: Timestamp
    /// When a second factor was shown; nil if none was.
    public let secondFactor: Timestamp?
    /// When the person last proved who they are.
    public let proved: Timestamp
    /// The known browser that it was opened in, if it was known by then.
    public let device: UUIDv7?
    /// The impersonation it belongs to; its label then names the one who came.
    public let impersonation: UUIDv7?
    /// When it ends whatever is done with it.
    public let expires: Timestamp

    /// Whether a dangerous act may go on without another proof.
    public func isFresh(_ now: Timestamp, within age: Duration = HeldSession.proofLasts) -> Bool { now - proved <= age }
}

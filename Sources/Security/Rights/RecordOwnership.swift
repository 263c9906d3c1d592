public import Core

/// Whose a record is.
public struct RecordOwnership: Sendable, Hashable {
    /// Of which person, if of any.
    public let owner: UserID?
    /// Of which team, if of any.
    public let team: TeamID?

    /// Whose a record is.
    public init(owner: UserID?, team: TeamID? = nil) { (self.owner, self.team) = (owner, team) }
}

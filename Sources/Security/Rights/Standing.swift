public import Core
public import ModuleKit

/// How a person stands in a tenant: what their role holds, and whether they are let in at all.
public struct Standing: Sendable {
    /// Why somebody is not let in, whatever their role.
    public enum Bar: String, Sendable, Hashable {
        /// Nobody of the tenant's agency has this number.
        case unknown
        /// Invited, and not yet come.
        case invited
        /// Disabled in the agency.
        case disabled
        /// Not of this tenant.
        case notMember
        /// Of this tenant, and suspended there.
        case suspended
    }

    /// Who.
    public let person: UserID
    /// What keeps them out; nil when nothing does.
    public let bar: Bar?
    /// Their role; nil for who has none.
    public let role: RoleName?
    /// What the role holds.
    public let grants: [String: Scope]
    /// What it does not do with fields, by `module.resource.field`.
    public let fields: [String: FieldRule]
    /// Their teams.
    public let teams: Set<TeamID>

    /// Whether they may, and why or why not. Without a record, the question is whether they may with any.
    public func may(
        _ permission: Permission, with record: RecordOwnership? = nil, moduleIsOn: Bool = true
    ) -> RightsAnswer {
        if let bar { return RightsAnswer(isAllowed: false, reasons: [.barred(bar)]) }
        guard moduleIsOn else { return RightsAnswer(isAllowed: false, reasons: [.moduleOff]) }
        guard let role else { return RightsAnswer(isAllowed: false, reasons: [.barred(.notMember)]) }
        guard let scope = grants[permission.text] else {
            return RightsAnswer(isAllowed: false, reasons: [.roleLacks(role)])
        }
        let given = RightsReason.roleGives(role, scope)
        guard let record, scope != .all else { return RightsAnswer(isAllowed: true, reasons: [given]) }
        if record.owner == person { return RightsAnswer(isAllowed: true, reasons: [given, .ownRecord]) }
        if scope == .team, let team = record.team, teams.contains(team) {
            return RightsAnswer(isAllowed: true, reasons: [given, .teamRecord])
        }
        return RightsAnswer(isAllowed: false, reasons: [given, .othersRecord])
    }
}

/// Whether somebody may, and why or why not, in the order in which it was found.
public struct RightsAnswer: Sendable, Hashable {
    /// Whether.
    public let isAllowed: Bool
    /// Why.
    public let reasons: [RightsReason]
}

/// One step of an answer.
public enum RightsReason: Sendable, Hashable {
    /// No module declares such a permission.
    case unknownPermission
    /// The module is off for this tenant.
    case moduleOff
    /// The person is not let in.
    case barred(Standing.Bar)
    /// The role does not hold it.
    case roleLacks(RoleName)
    /// The role holds it, for these records.
    case roleGives(RoleName, Scope)
    /// The record is the person's own.
    case ownRecord
    /// The record is of one of the person's teams.
    case teamRecord
    /// The record is somebody else's.
    case othersRecord
}

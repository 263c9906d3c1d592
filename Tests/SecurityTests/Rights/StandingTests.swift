import Core
import ModuleKit
import Testing

@testable import Security

@Suite("What a role may")
struct StandingTests {
    static let declared: [(permission: Permission, module: ModuleID)] = [
        (Permission("crm.customer.read", title: .none, scoped: true), ModuleID("crm")),
        (Permission("crm.customer.write", title: .none, scoped: true), ModuleID("crm")),
        (Permission("crm.customer.export"), ModuleID("crm")), (Permission("crm.board.view"), ModuleID("crm")),
        (Permission("crm.call"), ModuleID("crm")), (Permission("desk.configure"), ModuleID("desk")),
    ]
    private static let catalogue = PermissionCatalogue(declared)

    /// Every role × every permission: with whose records.
    private static let matrix: [(BuiltInRole, [Scope?])] = [
        (.owner, [.all, .all, .all, .all, .all, .all]), (.admin, [.all, .all, .all, .all, .all, .all]),
        (.manager, [.all, .team, nil, .all, .all, nil]), (.member, [.team, .own, nil, .all, nil, nil]),
        (.readOnly, [.all, nil, nil, .all, nil, nil]),
    ]

    @Test("is what the table says, both ways, for every built-in role", arguments: matrix)
    func builtIn(role: BuiltInRole, scopes: [Scope?]) {
        let grants = Self.catalogue.grants(of: .builtIn(role), rows: ["crm.customer.export all"])
        for (one, scope) in zip(Self.declared, scopes) {
            #expect(grants[one.permission.text] == scope, "\(role) \(one.permission)")
        }
        #expect(grants.count == scopes.compactMap(\.self).count)
    }

    @Test("is what its rows say, as far as modules declare it, for a tenant's own role")
    func own() {
        let grants = Self.catalogue.grants(
            of: .own("Sales"),
            rows: [
                "crm.customer.read team", "crm.customer.export own", "gone.thing all", "crm.customer.write",
                "crm.call some",
            ])
        // What has no scope is held whole or not at all.
        #expect(grants == ["crm.customer.read": .team, "crm.customer.export": .all])
    }

    private static let ada = UserID.make()
    private static let can = UserID.make()
    private static let team = TeamID.make()
    private static let other = TeamID.make()

    private static func standing(_ scope: Scope?, bar: Standing.Bar? = nil) -> Standing {
        Standing(
            person: ada, bar: bar, role: .own("Sales"), grants: scope.map { ["crm.customer.read": $0] } ?? [:],
            fields: [:], teams: [team])
    }

    private static let cases: [(Scope?, RecordOwnership?, Bool, RightsReason?)] = [
        (nil, nil, false, nil), (.own, nil, true, nil), (.own, RecordOwnership(owner: ada), true, .ownRecord),
        (.own, RecordOwnership(owner: can, team: team), false, .othersRecord),
        (.own, RecordOwnership(owner: nil), false, .othersRecord),
        (.team, RecordOwnership(owner: can, team: team), true, .teamRecord),
        (.team, RecordOwnership(owner: can, team: other), false, .othersRecord),
        (.team, RecordOwnership(owner: can), false, .othersRecord),
        (.team, RecordOwnership(owner: ada, team: other), true, .ownRecord),
        (.all, RecordOwnership(owner: can, team: other), true, nil), (nil, RecordOwnership(owner: ada), false, nil),
    ]

    @Test("reaches the records of its scope, and says why or why not", arguments: cases)
    func reaches(scope: Scope?, record: RecordOwnership?, isAllowed: Bool, last: RightsReason?) {
        let answer = Self.standing(scope).may(Self.declared[0].permission, with: record)
        #expect(answer.isAllowed == isAllowed)
        let first = scope.map { RightsReason.roleGives(.own("Sales"), $0) } ?? .roleLacks(.own("Sales"))
        #expect(answer.reasons == [first] + (last.map { [$0] } ?? []))
    }

    @Test("is nothing for who is kept out, or where the module is off")
    func barred() {
        for bar in [Standing.Bar.unknown, .invited, .disabled, .notMember, .suspended] {
            let answer = Self.standing(.all, bar: bar).may(Self.declared[0].permission)
            #expect(answer == RightsAnswer(isAllowed: false, reasons: [.barred(bar)]))
        }
        let off = Self.standing(.all).may(Self.declared[0].permission, moduleIsOn: false)
        #expect(off == RightsAnswer(isAllowed: false, reasons: [.moduleOff]))
    }
}

import Core
import HTTP
import Kernel
import ModuleKit
import Postgres
import Security

/// May somebody do something, and why or why not.
struct RightsQuestion: Sendable {
    let person: UserID
    let permission: String
    var record: RecordOwnership?
    /// A field of the record, `crm.customer.phone`.
    var field: String?
    /// From where they would come.
    var address: IPAddress?
}

/// One step of an answer: what was looked at, and whether it speaks for it.
struct RightsStep: Sendable, Hashable {
    let code: String
    let isGood: Bool
    let words: Words
}

/// Answers by what the tables say at this moment, by the same judge that the gate's answers come from.
struct Explaining: Sendable {
    let office: PeopleOffice
    let tenant: TenantID
    let site: SiteEntry?

    /// The answer with all its steps, in the order in which they were looked at.
    func answer(_ question: RightsQuestion) async throws -> (isAllowed: Bool, steps: [RightsStep]) {
        let book = try office.book
        let rights = Rights(office.control, book.catalogue)
        let answer = try await rights.may(
            question.person, question.permission, in: tenant, with: question.record,
            isOn: { book.isOn($0, at: site) })
        var steps = answer.reasons.map(RightsStep.init)
        steps += try await fieldSteps(question, rights) + addressSteps(question)
        return (answer.isAllowed && steps.allSatisfy(\.isGood), steps)
    }

    private func fieldSteps(_ question: RightsQuestion, _ rights: Rights) async throws -> [RightsStep] {
        guard let field = question.field else { return [] }
        guard try office.book.hasField(field) else {
            return [RightsStep("field-unknown", false, Words(tr: "Böyle bir alan yok.", en: "There is no such field."))]
        }
        let isChanging = try !isReading(question)
        switch try await rights.standing(of: question.person, in: tenant).fields[field] {
        case .hidden:
            return [
                RightsStep(
                    "field-hidden", false,
                    Words(tr: "Rolü bu alanı göstermez.", en: "Their role does not show this field."))
            ]
        case .readOnly where isChanging:
            return [
                RightsStep(
                    "field-read-only", false,
                    Words(
                        tr: "Rolü bu alanı gösterir, değiştirtmez.",
                        en: "Their role shows this field and does not let it be changed."))
            ]
        case .readOnly, nil:
            return [
                RightsStep("field-open", true, Words(tr: "Alan rolüne açık.", en: "The field is open to their role."))
            ]
        }
    }

    /// Whether nothing is changed by what is asked for.
    private func isReading(_ question: RightsQuestion) throws -> Bool {
        try office.book.permission(question.permission).map { BuiltInRole.readOnly.scope(for: $0) != nil } ?? false
    }

    private func addressSteps(_ question: RightsQuestion) async throws -> [RightsStep] {
        guard let address = question.address else { return [] }
        let texts = try await DoorPolicies(office: office, tenant: tenant).find().addresses
        guard !texts.isEmpty else {
            return [
                RightsStep(
                    "address-any", true,
                    Words(tr: "Firma her adresten giriş kabul ediyor.", en: "The company lets people in from anywhere.")
                )
            ]
        }
        let list = AddressAllowList(try texts.map { try AddressBlock($0) })
        return list.allows(address)
            ? [
                RightsStep(
                    "address-allowed", true,
                    Words(tr: "Adres izin verilenler arasında.", en: "The address is among those allowed."))
            ]
            : [
                RightsStep(
                    "address-refused", false,
                    Words(tr: "Adres izin verilenler arasında değil.", en: "The address is not among those allowed."))
            ]
    }
}

extension RightsStep {
    init(_ code: String, _ isGood: Bool, _ words: Words) {
        (self.code, self.isGood, self.words) = (code, isGood, words)
    }

    /// A reason of the judge in words.
    init(_ reason: RightsReason) {
        switch reason {
        case .unknownPermission:
            self.init("unknown-permission", false, Words(tr: "Böyle bir izin yok.", en: "There is no such permission."))
        case .moduleOff:
            self.init(
                "module-off", false,
                Words(tr: "Modül bu firmada kapalı.", en: "The module is off for this company."))
        case .barred(let bar): self.init("barred-\(bar.rawValue)", false, Self.words(bar))
        case .roleLacks(let role):
            self.init(
                "role-lacks", false,
                RoleWords.title(role) + Words(tr: " rolü bu izni vermiyor.", en: " does not hold this permission."))
        case .roleGives(let role, let scope):
            self.init(
                "role-gives", true,
                RoleWords.title(role) + Words(tr: " rolü bu izni veriyor: ", en: " holds this permission: ")
                    + RoleWords.reach(scope) + Words(tr: ".", en: "."))
        case .ownRecord:
            self.init("own-record", true, Words(tr: "Kayıt kendisinin.", en: "The record is their own."))
        case .teamRecord:
            self.init("team-record", true, Words(tr: "Kayıt ekibinin.", en: "The record is their team's."))
        case .othersRecord:
            self.init(
                "others-record", false,
                Words(
                    tr: "Kayıt başkasının; rolünün kapsamı oraya ulaşmıyor.",
                    en: "The record is somebody else's, and the role does not reach it."))
        }
    }

    private static func words(_ bar: Standing.Bar) -> Words {
        switch bar {
        case .unknown: Words(tr: "Burada böyle biri yok.", en: "There is nobody like that here.")
        case .invited:
            Words(tr: "Davet edildi, daveti henüz kabul etmedi.", en: "They were invited and have not accepted yet.")
        case .disabled: Words(tr: "Hesabı kapatıldı.", en: "Their account is closed.")
        case .notMember: Words(tr: "Bu firmada çalışmıyor.", en: "They do not belong to this company.")
        case .suspended: Words(tr: "Bu firmada askıya alındı.", en: "They are suspended in this company.")
        }
    }
}

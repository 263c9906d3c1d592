import Core
import Crypto
import Kernel
import ModuleKit

/// Seals what of mail must not lie open in the database: contents, passwords of servers, keys that sign. Each box is
/// bound to whose it is and to its row.
final class MailSeal: Sendable {
    private let key: SealingKey

    init(_ root: RootKey) throws {
        let secret = try root.derive("mail")
        key = try secret.withSecret { secret throws(CryptoFault) in
            try SealingKey(version: 1, secret: secret.copy())
        }
    }

    func seal(_ contents: [UInt8], of house: MailHouse, _ id: UUIDv7) throws -> [UInt8] {
        try SealedBox.seal(contents.span, with: key, boundTo: Self.data("konak.mail.v1", house, id))
    }

    func open(_ box: [UInt8], of house: MailHouse, _ id: UUIDv7) throws -> [UInt8] {
        try SealedBox.open(box.span, with: key, boundTo: Self.data("konak.mail.v1", house, id)).withBytes { bytes in
            bytes.indices.map { bytes[$0] }
        }
    }

    func seal(_ secret: borrowing SecretBytes, ofRow id: UUIDv7) throws -> [UInt8] {
        var data = AssociatedData("konak.mail.route.v1")
        data.append(id)
        return try SealedBox.seal(secret, with: key, boundTo: data)
    }

    func open(_ box: [UInt8], ofRow id: UUIDv7) throws -> SecretBytes {
        var data = AssociatedData("konak.mail.route.v1")
        data.append(id)
        return try SealedBox.open(box.span, with: key, boundTo: data)
    }

    private static func data(_ purpose: StaticString, _ house: MailHouse, _ id: UUIDv7) -> AssociatedData {
        var data = AssociatedData(purpose)
        switch house {
        case .platform: data.append("platform")
        case .agency(let agency): data.append(agency.uuid)
        case .tenant(let tenant): data.append(tenant.uuid)
        }
        data.append(id)
        return data
    }
}

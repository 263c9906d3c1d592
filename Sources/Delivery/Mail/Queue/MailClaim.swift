import Core
import ModuleKit
import SQL

/// A mail that this sender holds for a while. Every word on it names the attempt: who was paused past the lease says
/// nothing that counts any more.
struct MailClaim: Sendable {
    let queue: MailQueue.Name
    let house: MailHouse
    let id: UUIDv7
    let template: MailTemplate
    let address: String
    let language: Language
    let isDigest: Bool
    let sealed: [UInt8]?
    let notAfter: Timestamp?
    let attempt: Int64
    let messageID: String?
    let queuedAt: Timestamp
    let createdAt: Timestamp

    /// The columns in this order, of a row called `m`.
    static let columns: Query = """
        m.tenant_id, m.id, m.template, m.to_address, m.language, m.is_digest, m.sealed, m.not_after, m.attempts,
        m.message_id, m.queued_at, m.created_at
        """

    init(_ row: Row, _ queue: MailQueue.Name) throws {
        self.queue = queue
        let tenant = try row.decodeIfPresent(0, as: TenantID.self)
        let agency = queue == .house ? try row.decodeIfPresent(12, as: AgencyID.self) : nil
        house = tenant.map { .tenant($0) } ?? agency.map { .agency($0) } ?? .platform
        id = try row.decode(1)
        template = MailTemplate(stored: try row.decode(2))
        address = try row.decode(3)
        language = Language(rawValue: try row.decode(4)) ?? .tr
        isDigest = try row.decode(5)
        sealed = try row.decodeIfPresent(6)
        notAfter = try row.decodeIfPresent(7)
        attempt = try row.decode(8)
        messageID = try row.decodeIfPresent(9)
        queuedAt = try row.decode(10)
        createdAt = try row.decode(11)
    }
}

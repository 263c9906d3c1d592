import Core
import HTTP
import ModuleKit
import Outbound
import Postgres
import SQL

/// A mail that no server takes, kept to be looked at.
struct KeptMail: Sendable {
    let id: UUIDv7
    let tenant: TenantID?
    let house: String
    let recipient: String
    let language: Language
    let rendered: RenderedMail
    let head: String

    /// Puts a mail together as if it were sent, and keeps its head as it would be.
    init(
        _ claim: MailClaim, _ scene: MailScene, _ contents: MailContents, _ letter: MailLetter,
        _ rendered: RenderedMail, _ composer: MailComposer
    ) throws {
        let host = scene.host ?? composer.links.operatorHost ?? "konak.localhost"
        let address = try (try? MailAddress("no-reply@\(host)")) ?? MailAddress("no-reply@konak.invalid")
        let route = MailRoute(host: HostName(.loopback), port: 25, security: .none, senderAddress: address)
        let sender = MailSender.Identity(
            route: route, address: address, name: scene.displayName, replyTo: nil, keys: [], isPlatforms: true)
        let draft = try composer.draft(
            claim, rendered, contents, from: sender, letter, messageID: MailMessageID.text(claim.id, address))
        let bytes = try draft.encoded().bytes
        (id, tenant, house) = (claim.id, claim.house.tenant, scene.displayName)
        recipient = contents.name.map { "\($0) <\(claim.address)>" } ?? claim.address
        language = claim.language
        self.rendered = rendered
        head = Self.head(of: bytes)
    }

    /// Up to the empty line.
    private static func head(of bytes: [UInt8]) -> String {
        var end = 0
        while end + 3 < bytes.count, bytes[end..<(end + 4)] != [13, 10, 13, 10] { end += 1 }
        return String(decoding: bytes[..<end].filter { $0 != 13 }, as: UTF8.self)
    }

    func store(in database: PostgresDatabase) async throws {
        _ = try await database.perform(
            """
            INSERT INTO delivery.kept_mail (id, tenant_id, house, recipient, subject, language, html, plain, head)
            VALUES (\(id), \(tenant), \(house), \(recipient), \(rendered.subject), \(language.rawValue),
                \(rendered.html), \(rendered.text), \(head))
            ON CONFLICT (id) DO NOTHING
            """)
    }
}

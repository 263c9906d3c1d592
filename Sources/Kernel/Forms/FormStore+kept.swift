import Core
import Crypto
import HTTP
import ModuleKit
import Postgres
import SQL

extension FormStore {
    /// Names what is kept; worth nothing to anybody but the person who typed it.
    static let cookie = CookieName.host("konak-form")
    static let keptLasts = Duration.seconds(900)
    /// What is longer is not kept.
    static let mostKeptBytes = 32_768

    /// Whose it is, and of which form.
    struct Owner: Sendable {
        let person: UserID
        let entry: SiteEntry
        /// The form's own path with its query.
        let target: String

        fileprivate var bound: [String] { [person.description, entry.site.host, target] }
    }

    /// Keeps what was typed, in the place of what the person left at this host before; nil where there is nothing to keep
    /// or too much.
    func keep(_ typed: [String: [String]], of owner: Owner) async throws -> SetCookie? {
        let content = try JSONEncoding.encode(typed)
        guard !typed.isEmpty, content.count <= Self.mostKeptBytes else { return nil }
        let token = SecureRandom.bytes(32)
        let sealed = try seal.seal(content, as: "konak.kept-form.v1", bound: owner.bound)
        let hash = try MessageDigest.of(token.span)
        let (host, end) = (owner.entry.site.host, clock.now() + Self.keptLasts)
        _ = try await control.perform(
            """
            INSERT INTO kernel.kept_form (token_hash, tenant_id, person_id, host, content, expires_at) \
            VALUES (\(hash), \(owner.entry.site.tenant), \(owner.person), \(host), \(sealed), \(end)) \
            ON CONFLICT (person_id, host) DO UPDATE SET token_hash = EXCLUDED.token_hash, \
            tenant_id = EXCLUDED.tenant_id, content = EXCLUDED.content, expires_at = EXCLUDED.expires_at
            """)
        return SetCookie(
            Self.cookie, Base64.url.encode(token.span), maxAge: Int(Self.keptLasts.components.seconds))
    }

    /// What a cookie names, if this person typed it into this form a short while ago. It is gone with the asking. Left alone
    /// where the form is another: they may still be on their way to theirs.
    func take(_ cookie: String, for owner: Owner) async throws -> [String: [String]]? {
        guard cookie.utf8.count == 43, let token = try? Base64.url.decode(cookie) else { return nil }
        let hash = try MessageDigest.of(token.span)
        let rows = try await control.perform(
            """
            SELECT content FROM kernel.kept_form WHERE token_hash = \(hash) AND person_id = \(owner.person) \
            AND host = \(owner.entry.site.host) AND tenant_id IS NOT DISTINCT FROM \(owner.entry.site.tenant) \
            AND expires_at > \(clock.now())
            """)
        guard let sealed: [UInt8] = try rows.first?.decode(0),
            let content = try? seal.open(sealed, as: "konak.kept-form.v1", bound: owner.bound)
        else { return nil }
        // Of two that ask at once one is given it.
        let gone = try await control.perform(
            "DELETE FROM kernel.kept_form WHERE token_hash = \(hash) RETURNING person_id")
        return gone.isEmpty ? nil : try JSONReader.decode([String: [String]].self, from: content)
    }
}

import Core
import Crypto
import HTTP
import Markup
import ModuleKit

/// What happened, on its way over a redirect: in a cookie that only this house can write, that is read once and is worth
/// nothing after two minutes, at another host, or with one bit changed.
struct FlashSeal: Sendable {
    /// What the next page says.
    struct Said: Sendable, Hashable {
        let text: String
        let kind: Flash.Kind
        let undo: String?
    }

    static let cookie = CookieName.host("konak-flash")
    private static let seconds: Int64 = 120
    /// A toast is a line. What is longer is cut.
    private static let mostBytes = 512

    private let key: HeldSecret

    init(key: HeldSecret) { self.key = key }

    /// The cookie that carries it to the next page of this host.
    func cookie(_ flash: Flash, in language: Language, for host: String, now: Timestamp) -> SetCookie? {
        let content = Self.content(flash, language, expires: now.seconds + Self.seconds)
        guard let code = try? code(of: content, host) else { return nil }
        return SetCookie(Self.cookie, Base64.url.encode((content + code).span), maxAge: Int(Self.seconds))
    }

    /// What a cookie says, if this house wrote it for this host a moment ago.
    func said(in text: String, at host: String, now: Timestamp) -> Said? {
        guard text.utf8.count <= 2_048, let bytes = try? Base64.url.decode(text), bytes.count > 32 + 11 else {
            return nil
        }
        let (content, given) = (Array(bytes.dropLast(32)), Array(bytes.suffix(32)))
        guard let right = try? code(of: content, host), ConstantTime.equal(right.span, given.span) else { return nil }
        return Self.said(content, now)
    }

    private func code(of content: [UInt8], _ host: String) throws -> [UInt8] {
        let name = Array(host.utf8)
        // The length first, so that no host and content can be cut at another place.
        let whole = Array("konak.flash.v1".utf8) + [UInt8(truncatingIfNeeded: name.count)] + name + content
        return try key.withSecret { key throws(CryptoFault) in try HMAC.code(of: whole.span, key: key) }
    }

    // MARK: expires (8) | kind (1) | bytes of the undo (2) | undo | text

    private static func content(_ flash: Flash, _ language: Language, expires: Int64) -> [UInt8] {
        let undo = flash.undo.map { Array($0.text.utf8) }.flatMap { $0.count <= mostBytes ? $0 : nil } ?? []
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: expires >> (56 - 8 * Int64($0))) }
        bytes.append(UInt8(truncatingIfNeeded: Flash.Kind.allCases.firstIndex(of: flash.kind) ?? 0))
        bytes += [UInt8(undo.count >> 8), UInt8(undo.count & 0xFF)]
        return bytes + undo + Array(cut(flash.text.text(in: language)).utf8)
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > mostBytes else { return text }
        var short = String(text.prefix(mostBytes))
        while short.utf8.count > mostBytes - 3 { short.removeLast() }
        return short + "…"
    }

    private static func said(_ content: [UInt8], _ now: Timestamp) -> Said? {
        let expires = content.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let kinds = Flash.Kind.allCases
        let length = Int(content[9]) << 8 | Int(content[10])
        guard now.seconds < expires, kinds.indices.contains(Int(content[8])), content.count >= 11 + length else {
            return nil
        }
        let undo = String(decoding: content[11..<11 + length], as: UTF8.self)
        let text = String(decoding: content[(11 + length)...], as: UTF8.self)
        return Said(text: text, kind: kinds[Int(content[8])], undo: undo.isEmpty ? nil : undo)
    }
}

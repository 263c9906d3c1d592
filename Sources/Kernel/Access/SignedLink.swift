public import Core
public import Crypto
public import ModuleKit

/// A link that opens one door, for one purpose and subject, until a moment. Whoever has it needs no account; nobody can
/// make one without the house's key, nor use one for another tenant or purpose.
public struct SignedLink: Sendable, Hashable {
    /// Of which tenant.
    public let tenant: TenantID
    /// What it is about.
    public let subject: UUIDv7
    /// Until when, in whole seconds.
    public let expires: Int64

    /// A link.
    public init(tenant: TenantID, subject: UUIDv7, expires: Int64) {
        (self.tenant, self.subject, self.expires) = (tenant, subject, expires)
    }

    /// The parameter of the address that carries it.
    public static let parameter = "k"
}

/// Makes and reads signed links.
public struct LinkSeal: Sendable {
    private let key: HeldSecret

    /// A seal with the house's key for links.
    public init(key: HeldSecret) { self.key = key }

    /// The text that an address carries.
    public func text(of link: SignedLink, for purpose: LinkPurpose) throws -> String {
        let content = Self.content(of: link)
        return Base64.url.encode((content + (try code(of: content, purpose))).span)
    }

    /// The link, if the house made it for this purpose and its time is not over.
    public func link(in text: String, for purpose: LinkPurpose, now: Timestamp) -> SignedLink? {
        guard text.utf8.count <= 128, let bytes = try? Base64.url.decode(text), bytes.count == 72 else { return nil }
        let (content, given) = (Array(bytes.prefix(40)), Array(bytes.dropFirst(40)))
        guard let right = try? code(of: content, purpose), ConstantTime.equal(right.span, given.span) else {
            return nil
        }
        let link = Self.link(content)
        return now.seconds < link.expires ? link : nil
    }

    private func code(of content: [UInt8], _ purpose: LinkPurpose) throws -> [UInt8] {
        let name = Array(purpose.text.utf8)
        // The length first, so that no purpose and content can be cut at another place.
        let whole = Array("konak.link.v1".utf8) + [UInt8(truncatingIfNeeded: name.count)] + name + content
        return try key.withSecret { key throws(CryptoFault) in try HMAC.code(of: whole.span, key: key) }
    }

    private static func content(of link: SignedLink) -> [UInt8] {
        [
            link.tenant.uuid.high, link.tenant.uuid.low, link.subject.high, link.subject.low,
            UInt64(bitPattern: link.expires),
        ]
        .flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) } }
    }

    private static func link(_ content: [UInt8]) -> SignedLink {
        func word(_ index: Int) -> UInt64 { content[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        return SignedLink(
            tenant: TenantID(UUIDv7(high: word(0), low: word(1))), subject: UUIDv7(high: word(2), low: word(3)),
            expires: Int64(bitPattern: word(4)))
    }
}

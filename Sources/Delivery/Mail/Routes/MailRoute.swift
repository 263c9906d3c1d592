public import Core
public import HTTP
public import Outbound

/// A mail server with the address that mail through it comes from.
public struct MailRoute: Sendable {
    /// How safe the connection must be.
    public enum Security: String, Sendable, CaseIterable {
        /// TLS from the first byte, as on port 465.
        case implicit
        /// STARTTLS with a valid certificate, or nothing.
        case starttls
        /// STARTTLS where it is offered; never with an account.
        case opportunistic
        /// In the clear, for a server on this machine; never with an account.
        case none
    }

    /// Its row.
    public var id: UUIDv7
    /// Its name, which its certificate must prove.
    public var host: HostName
    /// Its port.
    public var port: UInt16
    /// How safe the connection must be.
    public var security: Security
    /// Who we are there.
    public var user: String?
    /// Sealed; nil where there is no account.
    var sealedPassword: [UInt8]?
    /// Where mail comes from.
    public var senderAddress: MailAddress
    /// The name it comes under, where brand and level have none.
    public var senderName: String?
    /// Where answers go.
    public var replyTo: MailAddress?

    /// A route without a password, which is sealed when it is kept.
    public init(
        id: UUIDv7 = .make(), host: HostName, port: UInt16, security: Security, user: String? = nil,
        senderAddress: MailAddress, senderName: String? = nil, replyTo: MailAddress? = nil
    ) {
        (self.id, self.host, self.port, self.security, self.user) = (id, host, port, security, user)
        (self.senderAddress, self.senderName, self.replyTo) = (senderAddress, senderName, replyTo)
    }
}

/// A key that signs mail of a domain, as it is kept.
public struct MailKey: Sendable {
    /// Its row.
    public let id: UUIDv7
    /// The domain it speaks for.
    public let domain: HostName
    /// Its name below the domain.
    public let selector: HostName
    /// `ed25519` or `rsa`.
    public let kind: String
    /// The public half in base64, as it stands in the DNS.
    public let publicKey: String
    let sealed: [UInt8]

    /// Where its record stands.
    public var recordName: String { "\(selector)._domainkey.\(domain)" }

    /// What stands there.
    public var record: String { "v=DKIM1; k=\(kind); p=\(publicKey)" }

    /// True when it may sign for an address: of its own domain or one below it.
    func speaks(for address: MailAddress) -> Bool {
        address.domain == domain.text || address.domain.hasSuffix("." + domain.text)
    }
}

public import Core

/// A way on which messages of a tenant's people go out, each with a pace of its own.
public enum MessageChannel: String, Sendable, Hashable, CaseIterable {
    /// Electronic mail.
    case mail
    /// Short messages.
    case sms
    /// WhatsApp.
    case whatsapp

    /// Its number among them.
    public var number: Int {
        switch self {
        case .mail: 0
        case .sms: 1
        case .whatsapp: 2
        }
    }
}

/// How fast a tenant's people may send: 50 mails, 20 short messages and 20 WhatsApp messages each in a minute, unless the
/// plan says otherwise. Whoever sends for a person takes from it first.
public protocol SendingPaces: Sendable {
    /// Counts one more of a person's messages on a channel; throws the problem of too many, with the time to wait.
    func take(_ channel: MessageChannel, by user: UserID, in tenant: any TenantContext) async throws
}

extension Capability where Provider == any SendingPaces {
    /// How fast a tenant's people may send.
    public static var sendingPaces: Self { Capability("sending.paces") }
}

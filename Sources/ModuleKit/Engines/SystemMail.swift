public import Core

/// Mail that the house itself writes for a tenant: invitations, notices, digests. It is sent by the house's own sender,
/// through the nearest mail server that is set for the tenant.
public protocol SystemMail: Sendable {
    /// Orders a mail within a transaction of the tenant: what is rolled back is never sent, what is committed is. The
    /// answer tells a mail that was ordered from one that an earlier order with the same key had ordered already.
    @discardableResult
    func send(_ order: MailOrder, in database: any Database) async throws -> MailReceipt

    /// Orders a mail by itself, in one round trip.
    @discardableResult
    func send(_ order: MailOrder, for tenant: any TenantContext) async throws -> MailReceipt
}

/// Mail of the house's own parts, above the tenants or for one of them, such as a reset asked for on its site before
/// anybody has signed in. No module is given it: it is handed to parts by name.
public protocol HouseMail: Sendable {
    /// Orders a mail within a transaction of konak_control.
    @discardableResult
    func send(_ order: MailOrder, from house: MailHouse, in database: any Database) async throws -> MailReceipt

    /// Orders a mail by itself.
    @discardableResult
    func send(_ order: MailOrder, from house: MailHouse) async throws -> MailReceipt
}

/// In whose name a mail is written.
public enum MailHouse: Sendable, Hashable {
    /// The operator's.
    case platform
    /// An agency's.
    case agency(AgencyID)
    /// A tenant's.
    case tenant(TenantID)
}

/// What became of an order.
public enum MailReceipt: Sendable, Hashable {
    /// It waits to be sent.
    case ordered(UUIDv7)
    /// An order with this key was taken before; nothing was added.
    case knownKey
}

extension Capability where Provider == any SystemMail {
    /// Mail that the house writes for a tenant.
    public static var mail: Capability { Capability("house.mail") }
}

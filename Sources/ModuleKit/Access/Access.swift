/// Who may call a route, and with that what its handler is given: a handler for staff cannot be registered for anybody
/// else. It has no default, so no route is open by accident.
public struct Access<Context>: Sendable {
    /// The rule, without its type.
    public let rule: AccessRule
    /// How a webhook's message is verified.
    let verifier: WebhookVerifier?
    /// Puts a handler of this kind into the box for it.
    let box: @Sendable (@escaping RouteHandler.Handler<Context>) -> RouteHandler
}

extension Access where Context == any StaffContext {
    /// A tenant's people who hold the permission.
    public static func staff(_ permission: Permission) -> Access {
        Access(rule: .staff(permission), verifier: nil) { .staff($0) }
    }
}

extension Access where Context == any PortalContext {
    /// A tenant's customers whose portal has the permission.
    public static func portal(_ permission: Permission) -> Access {
        Access(rule: .portal(permission), verifier: nil) { .portal($0) }
    }
}

extension Access where Context == any AgencyContext {
    /// People of the agency.
    public static var agency: Access { Access(rule: .agency, verifier: nil) { .agency($0) } }
}

extension Access where Context == any OperatorContext {
    /// People of the operator.
    public static var `operator`: Access { Access(rule: .operator, verifier: nil) { .operator($0) } }
}

extension Access where Context == any WebhookContext {
    /// A machine. The path has a parameter `:endpoint`, which names the tenant; the verifier weighs the message.
    public static func webhook(_ verifier: WebhookVerifier) -> Access {
        Access(rule: .webhook, verifier: verifier) { .webhook($0) }
    }
}

extension Access where Context == any LinkContext {
    /// Whoever holds a link that the house has signed for the purpose.
    public static func signedLink(_ purpose: LinkPurpose) -> Access {
        Access(rule: .signedLink(purpose), verifier: nil) { .signedLink($0) }
    }
}

extension Access where Context == any OpenContext {
    /// Everybody, within the limit.
    public static func open(_ limit: OpenLimit) -> Access { Access(rule: .open(limit), verifier: nil) { .open($0) } }
}

/// Who may call a route, and with that what its handler is given: a handler for staff cannot be registered for anybody
/// else. It has no default, so no route is open by accident.
public struct Access<Context>: Sendable {
    /// The rule, without its type.
    public let rule: AccessRule
    /// What it asks beside the rule.
    var terms = AccessTerms()
    /// How a webhook's message is verified.
    let verifier: WebhookVerifier?
    /// Puts a handler of this kind into the box for it.
    let box: @Sendable (@escaping RouteHandler.Handler<Context>) -> RouteHandler

    init(
        rule: AccessRule, verifier: WebhookVerifier?,
        box: @escaping @Sendable (@escaping RouteHandler.Handler<Context>) -> RouteHandler
    ) {
        (self.rule, self.verifier, self.box) = (rule, verifier, box)
    }

    func with(_ change: (inout AccessTerms) -> Void) -> Access {
        var access = self
        change(&access.terms)
        return access
    }
}

/// What a route asks beside its rule.
public struct AccessTerms: Sendable, Hashable {
    /// Whether who calls it must have proved a short while ago who they are: for what is dangerous. A key never has.
    public internal(set) var needsFreshProof = false
    /// Whether pages of other sites may post to it, as forms on a tenant's own website do. Never for what sets a cookie.
    public internal(set) var takesOtherSites = false
    /// Whether who works in somebody's place may come, though it is for a person and not for what they may do.
    public internal(set) var takesVisits = false
}

extension Access where Context == any StaffContext {
    /// A tenant's people who hold the permission.
    public static func staff(_ permission: Permission) -> Access {
        Access(rule: .staff(permission), verifier: nil) { .staff($0) }
    }

    /// Only after a recent proof of who it is.
    public var fresh: Access { with { $0.needsFreshProof = true } }
}

extension Access where Context == any PersonContext {
    /// Whoever is signed in at the site: a tenant's people, the agency's or the operator's. They need hold nothing.
    public static var person: Access { Access(rule: .person, verifier: nil) { .person($0) } }

    /// Also for who works in that person's place: for pages on which nothing is of their account.
    public var openToVisits: Access { with { $0.takesVisits = true } }

    /// Only after a recent proof of who it is.
    public var fresh: Access { with { $0.needsFreshProof = true } }
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

    /// Only after a recent proof of who it is.
    public var fresh: Access { with { $0.needsFreshProof = true } }
}

extension Access where Context == any OperatorContext {
    /// People of the operator.
    public static var `operator`: Access { Access(rule: .operator, verifier: nil) { .operator($0) } }

    /// Only after a recent proof of who it is.
    public var fresh: Access { with { $0.needsFreshProof = true } }
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

    /// Also for forms that stand on other sites.
    public var fromOtherSites: Access { with { $0.takesOtherSites = true } }
}

public import Core
public import HTTP
public import Markup

/// A handler in the box of its kind: the kernel can open it only with the context that the kind has earned.
public enum RouteHandler: Sendable {
    /// What answers, given the request and its context.
    public typealias Handler<Context> = @Sendable (Request, Context) async throws -> RouteAnswer

    /// For a tenant's people.
    case staff(Handler<any StaffContext>)
    /// For a tenant's customers.
    case portal(Handler<any PortalContext>)
    /// For whoever is signed in.
    case person(Handler<any PersonContext>)
    /// For people of the agency.
    case agency(Handler<any AgencyContext>)
    /// For people of the operator.
    case `operator`(Handler<any OperatorContext>)
    /// For verified machines.
    case webhook(Handler<any WebhookContext>)
    /// For holders of a signed link.
    case signedLink(Handler<any LinkContext>)
    /// For everybody.
    case open(Handler<any OpenContext>)
}

/// What a handler gives back.
public enum RouteAnswer: Sendable {
    /// A whole answer.
    case response(Response)
    /// A page, around which the house puts its frame.
    case page(PageContent)
    /// On to another page of the site, which says what has happened.
    case see(SafeURL, Flash?, [SetCookie])
    /// Nothing else to see; where scripts are at work the page that asked stays as it is.
    case stay(Flash, SafeURL)
    /// What was sent did not come through, for this reason; the page is the form again with everything that was typed.
    case refused(any Error, form: @Sendable (Problem) async throws -> PageContent)
}

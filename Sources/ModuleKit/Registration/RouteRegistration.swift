public import HTTP

/// A route as a module registered it.
public struct RouteRegistration: Sendable {
    /// The method.
    public let method: Method
    /// The path. A parameter is named like the table of the module whose record it identifies.
    public let path: PathTemplate
    /// Who may call it.
    public let access: AccessRule
    /// What it asks beside the rule.
    public let terms: AccessTerms
    /// The values it takes, if it says.
    public let input: [InputField]
    /// Parameters of the path that name something else than a record.
    public let freeParameters: [String]
    /// How a webhook's message is verified.
    public let verifier: WebhookVerifier?
    /// Whether it takes what a form's own page at the same path sends.
    public internal(set) var isForm = false
    /// Whether the house made it for the module: its tests are the house's own, since no record of the module is in it.
    public internal(set) var isOfHouse = false
    /// What answers.
    public let handler: RouteHandler

    init(
        _ method: Method, _ path: PathTemplate, _ access: AccessRule, _ terms: AccessTerms, input: [InputField],
        freeParameters: [String], verifier: WebhookVerifier?, _ handler: RouteHandler
    ) {
        (self.method, self.path, self.access, self.terms, self.input) = (method, path, access, terms, input)
        (self.freeParameters, self.verifier, self.handler) = (freeParameters, verifier, handler)
    }
}

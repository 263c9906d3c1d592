public import HTTP

/// What a handler gets when nothing is known of who asks: the first of the contexts, the one nobody has to earn.
public struct AnonymousContext: Sendable {
    /// The request.
    public let request: Request
    /// What the path gave to the route's parameters.
    public let parameters: PathParameters

    /// A context for a matched request.
    public init(request: Request, parameters: PathParameters) {
        (self.request, self.parameters) = (request, parameters)
    }
}

/// One address of the house, as a value: it can be listed, refused and tested before anything runs.
public struct Route: Sendable {
    /// What answers.
    public typealias Handler = @Sendable (AnonymousContext) async throws -> Response

    /// The method; GET answers HEAD as well.
    public let method: Method
    /// The path.
    public let path: PathTemplate
    /// What answers.
    public let handler: Handler

    /// A route at a path.
    public init(_ method: Method, _ path: PathTemplate, _ handler: @escaping Handler) {
        (self.method, self.path, self.handler) = (method, path, handler)
    }
}

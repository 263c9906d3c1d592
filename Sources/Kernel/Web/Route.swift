public import HTTP
public import ModuleKit

/// What a handler gets when nothing is known of who asks: the first of the contexts, the one nobody has to earn.
public struct AnonymousContext: Sendable {
    /// The request.
    public let request: Request
    /// What the path gave to the route's parameters.
    public let parameters: PathParameters
    /// What is known of the host; nil on routes that answer on any.
    public let entry: SiteEntry?

    /// A context for a matched request.
    public init(request: Request, parameters: PathParameters, entry: SiteEntry? = nil) {
        (self.request, self.parameters, self.entry) = (request, parameters, entry)
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
    /// The faces on which it stands; nil for any host, known or not.
    public let surfaces: Set<Site.Surface>?
    /// Whether it stands at a site of its faces; nil for always. Asked where a path is met by another method: the
    /// handler itself turns away what is not on.
    public let isOn: (@Sendable (SiteEntry) -> Bool)?
    /// What answers.
    public let handler: Handler

    /// A route at a path, on any host unless faces are named.
    public init(
        _ method: Method, _ path: PathTemplate, on surfaces: Set<Site.Surface>? = nil,
        isOn: (@Sendable (SiteEntry) -> Bool)? = nil, _ handler: @escaping Handler
    ) {
        (self.method, self.path, self.surfaces) = (method, path, surfaces)
        (self.isOn, self.handler) = (isOn, handler)
    }
}

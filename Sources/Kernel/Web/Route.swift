public import HTTP
public import ModuleKit

/// What a handler gets when nothing is known of who asks: the first of the contexts, the one nobody has to earn.
public struct AnonymousContext: Sendable {
    /// All of it in one piece: the gate and the contexts of handlers hand it on, which then counts one reference each time.
    private final class Content: Sendable {
        let request: Request
        let parameters: PathParameters
        let entry: SiteEntry?

        init(_ request: Request, _ parameters: PathParameters, _ entry: SiteEntry?) {
            (self.request, self.parameters, self.entry) = (request, parameters, entry)
        }
    }

    private let content: Content

    /// The request.
    public var request: Request { content.request }
    /// What the path gave to the route's parameters.
    public var parameters: PathParameters { content.parameters }
    /// What is known of the host; nil on routes that answer on any.
    public var entry: SiteEntry? { content.entry }

    /// A context for a matched request.
    public init(request: Request, parameters: PathParameters, entry: SiteEntry? = nil) {
        content = Content(request, parameters, entry)
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

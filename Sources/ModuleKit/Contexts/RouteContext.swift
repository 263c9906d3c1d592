public import Core
public import HTTP

/// What every handler knows of where it was called.
public protocol RouteContext: Sendable {
    /// The site that was asked.
    var site: Site { get }
    /// What the path gave to the route's parameters.
    var parameters: PathParameters { get }
    /// The reader's language.
    var language: Language { get }
    /// The zone of the reader's clock, such as `Europe/Istanbul`.
    var zone: String { get }
    /// What the forms of this answer carry as `FormToken.field`, so that they are known to be ours; nil where nobody is
    /// signed in by a session.
    var formToken: String? { get }
}

extension RouteContext {
    /// Türkiye's, where nobody has said another.
    public var zone: String { "Europe/Istanbul" }
}

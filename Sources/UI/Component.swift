public import Markup

/// A piece of a page: everything decided, nothing asked of anyone.
public protocol Component: Sendable {
    /// Its markup.
    var html: HTML { get }
}

extension HTML.StringInterpolation {
    /// A component.
    public mutating func appendInterpolation(_ component: some Component) { appendInterpolation(component.html) }

    /// A component there may be.
    public mutating func appendInterpolation(_ component: (some Component)?) { appendInterpolation(component?.html) }

    /// Components, one after another.
    public mutating func appendInterpolation(_ components: [some Component]) {
        for component in components { appendInterpolation(component.html) }
    }
}

/// Markup that is already there, where a component is wanted.
extension HTML: Component {
    /// Itself.
    public var html: HTML { self }
}

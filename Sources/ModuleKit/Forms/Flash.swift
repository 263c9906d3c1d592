public import Core
public import Markup

/// What has happened, said once on the next page: a toast that goes by itself, with a way back where there is one.
public struct Flash: Sendable, Hashable {
    /// How it is meant.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It worked.
        case good
        /// It did not.
        case bad
        /// Something to know.
        case info
    }

    /// What has happened.
    public let text: Words
    /// How it is meant.
    public let kind: Kind
    /// What is posted to take it back; it is a route of the site.
    public let undo: SafeURL?

    /// A line. `undo` is a path of this site; anything else is no way back.
    public init(_ text: Words, _ kind: Kind = .good, undo: String? = nil) {
        (self.text, self.kind) = (text, kind)
        self.undo = undo.flatMap { SafeURL(within: $0) }
    }
}

extension SafeURL {
    /// A place within this site, which begins with one slash; nil for all that a browser could take for another site.
    public init?(within path: String) {
        guard let address = LocalAddress(path) else { return nil }
        self.init(address.text)
    }
}

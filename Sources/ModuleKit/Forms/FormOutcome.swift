public import Core
public import HTTP

/// What became of a form that was sent.
public enum FormOutcome: Sendable {
    /// Done: on to another page of the site, which says so. Cookies are set on the way.
    case see(String, Flash? = nil, cookies: [SetCookie] = [])
    /// Done, and there is nothing else to see: the page that asked stays, or is loaded again where scripts are off.
    case stay(Flash)
    /// Not acceptable, for reasons that no kind of field can say: the form comes back with them at these fields. An empty
    /// name means the whole.
    case refused([(field: String, words: Words)])
    /// Done, and there is something to show that no address has: keys that are seen this once.
    case page(PageContent)
    /// Anything else.
    case response(Response)
}

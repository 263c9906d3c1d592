public import HTTP

extension Request {
    /// Whether a program asks rather than a person's browser: it sends JSON, or likes it better than a page.
    public var isOfProgram: Bool {
        if isOfPage { return false }
        if head[.contentType].flatMap({ MediaType(parsing: $0)?.essence }) == MediaType.json.essence { return true }
        return !prefersPage
    }

    /// Whether a script of our own page asks, for a piece of it.
    public var isOfPage: Bool { head[.hxRequest] == "true" }

    /// Whether the reader likes a page better than JSON, as browsers do. Whoever says nothing is a program.
    public var prefersPage: Bool {
        let wishes = head.values(of: .accept)
        guard !wishes.isEmpty else { return false }
        return Accept.best(of: [.problemJSON, .json, .html], for: wishes.joined(separator: ", ")) == .html
    }
}

extension FieldName {
    /// Set by the page's own scripts.
    public static let hxRequest = FieldName("hx-request")
}

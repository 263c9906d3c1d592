import HTTP
import HTTPServer

extension Request {
    /// Whether the reader likes a page better than JSON, as browsers do. Whoever says nothing is a program.
    var prefersPage: Bool {
        guard let field = head.joinedValue(of: .accept) else { return false }
        return Accept.best(of: [.problemJSON, .json, .html], for: field) == .html
    }
}

import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("The router")
struct RouterTests {
    static func router() throws -> Router {
        try Router([
            .named(.get, "/"), .named(.get, "/customers/:id"), .named(.get, "/customers/new"),
            .named(.post, "/customers"), .named(.put, "/customers/:customer"), .named(.get, "/customers/new/notes/:n"),
            .named(.get, "/files/*path"), .named(.get, "/both"), .named(.head, "/both"),
            .named(.get, "/customers/:key/notes/:note"),
        ])
    }

    /// What is found, in words.
    static func found(_ line: String) throws -> String {
        let (router, request) = (try router(), try TestRequest.make(line))
        let match = router.match(request.method, request.head)
        // Whoever asks for the route alone is told the same.
        let quick = router.route(request.method, request.head)
        if case .route(let index, let parameters) = match {
            #expect(quick?.index == index && quick?.parameters == parameters)
        } else {
            #expect(quick == nil)
        }
        switch match {
        case .none: return "none"
        case .malformed: return "malformed"
        case .otherMethods(let indices):
            return "other: " + indices.map { router.routes[$0].method.rawValue }.joined(separator: " ")
        case .route(let index, let parameters):
            let route = router.routes[index]
            let values = route.path.parameterNames.map { "\($0)=\(parameters[$0] ?? "missing")" }
            return (["\(route.method.rawValue) \(route.path)"] + values).joined(separator: " ")
        }
    }

    @Test(
        "refuses what could not exist, and knows what is merely not there",
        arguments: [
            ("GET /none", "none"), ("GET /customers/", "none"), ("GET /customers/1/2/3", "none"),
            ("GET /files", "none"),
            ("GET /files/", "none"), ("GET /files/a/", "none"), ("GET /files/%61/", "none"), ("GET /Both", "none"),
            ("GET /customers/%61/", "none"), ("GET //", "malformed"), ("GET /customers//1", "malformed"),
            ("GET /files/a//b", "malformed"), ("GET /files/%61//b", "malformed"), ("GET /files/./a", "malformed"),
            ("GET /files/../customers/1", "malformed"), ("GET /..", "malformed"), ("GET /customers/..", "malformed"),
            ("GET /customers/%2e", "malformed"), ("GET /customers/%2E%2e", "malformed"),
            ("GET /files/%2e%2e/etc", "malformed"), ("GET /files/.%2e/etc", "malformed"),
            ("GET /customers/%5c", "malformed"), ("GET /files/a%5Cb", "malformed"), ("GET /customers/%0a", "malformed"),
            ("GET /customers/%ff", "malformed"), ("GET /none/%5c", "malformed"),
        ])
    func refuses(line: String, expected: String) throws { #expect(try Self.found(line) == expected) }

    @Test(
        "finds",
        arguments: [
            ("GET /", "GET /"), ("GET /?a=b", "GET /"), ("HEAD /", "GET /"), ("HEAD /both", "HEAD /both"),
            ("HEAD /b%6fth", "HEAD /both"), ("GET /both", "GET /both"), ("GET /customers/new", "GET /customers/new"),
            ("GET /customers/n%65w", "GET /customers/new"), ("GET /customers/7", "GET /customers/:id id=7"),
            ("GET /customers/newer", "GET /customers/:id id=newer"), ("GET /customers/%37", "GET /customers/:id id=7"),
            ("GET /customers/a%2fb", "GET /customers/:id id=a/b"),
            ("GET /customers/a%20b", "GET /customers/:id id=a b"),
            ("GET /customers/...", "GET /customers/:id id=..."), ("GET /files/a", "GET /files/*path path=a"),
            ("GET /files/a/b.c", "GET /files/*path path=a/b.c"), ("GET /files/%61/b", "GET /files/*path path=a/b"),
            ("GET /customers/new/notes/1", "GET /customers/new/notes/:n n=1"),
        ])
    func finds(line: String, expected: String) throws { #expect(try Self.found(line) == expected) }

    @Test(
        "gives each route its parameters under its own names",
        arguments: [
            ("PUT /customers/7", "PUT /customers/:customer customer=7"),
            ("PUT /customers/%37", "PUT /customers/:customer customer=7"),
            ("GET /customers/7/notes/8", "GET /customers/:key/notes/:note key=7 note=8"),
            ("GET /customers/7/notes/%38", "GET /customers/:key/notes/:note key=7 note=8"),
        ])
    func ownNames(line: String, expected: String) throws { #expect(try Self.found(line) == expected) }

    @Test("goes back from a literal that leads nowhere")
    func backtracks() throws {
        let router = try Router([.named(.get, "/a/b/c"), .named(.get, "/a/:x/d"), .named(.get, "/:y/*rest")])
        func found(_ line: String) throws -> String? {
            let request = try TestRequest.make(line)
            guard case .route(let index, let values) = router.match(.get, request.head) else { return nil }
            let route = router.routes[index]
            return route.path.text + " "
                + route.path.parameterNames.map { String(values[$0] ?? "") }.joined(separator: " ")
        }
        #expect(try found("GET /a/b/d") == "/a/:x/d b")
        #expect(try found("GET /a/b/e") == "/:y/*rest a b/e")
        #expect(try found("GET /a/%62/d") == "/a/:x/d b")
        #expect(try found("GET /%61/b/e") == "/:y/*rest a b/e")
    }

    @Test(
        "knows the other methods of a path",
        arguments: [
            ("DELETE /customers/7", "other: GET PUT"), ("DELETE /customers/%37", "other: GET PUT"),
            ("GET /customers", "other: POST"), ("HEAD /customers", "other: POST"), ("OPTIONS /both", "other: GET HEAD"),
        ])
    func otherMethods(line: String, expected: String) throws { #expect(try Self.found(line) == expected) }

    @Test(
        "refuses two routes for the same requests with a sentence",
        arguments: [
            ("/a", "/a"), ("/a/:x", "/a/:y"), ("/a/*x", "/a/*y"), ("/", "/"),
        ])
    func conflicts(first: String, second: String) throws {
        let sentence = "GET \(second) would answer what GET \(first) answers already: give one of them another path."
        let error = #expect(throws: RouteConflict.self) {
            try Router([.named(.get, first), .named(.post, second), .named(.get, second)])
        }
        #expect(error?.description == sentence)
    }
}

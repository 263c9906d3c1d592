public import HTTP

/// Finds the route of a request. The tree is built once; plain paths are matched byte by byte without making a string.
public struct Router: Sendable {
    /// What was found.
    public enum Match: Sendable {
        /// A route, by its place in the list, and its parameters.
        case route(Int, PathParameters)
        /// The path exists with these other methods.
        case otherMethods([Method])
        /// No such path.
        case none
        /// The path is not one that could exist.
        case malformed
    }

    private struct Node: Sendable {
        var literals: [(text: [UInt8], node: Int)] = []
        var parameter: (name: String, node: Int)?
        var rest: (name: String, node: Int)?
        var routes: [(method: Method, route: Int)] = []
    }

    /// All routes, in the order they were given.
    public let routes: [Route]
    private var nodes = [Node()]

    /// Builds the tree; two routes of one method and shape are refused with a sentence.
    public init(_ routes: [Route]) throws(RouteConflict) {
        self.routes = routes
        for index in routes.indices { try add(index) }
    }

    private mutating func add(_ index: Int) throws(RouteConflict) {
        let route = routes[index]
        var node = 0
        for segment in route.path.segments { node = child(of: node, for: segment) }
        if let other = nodes[node].routes.first(where: { $0.method == route.method }) {
            throw RouteConflict(first: routes[other.route], second: route)
        }
        nodes[node].routes.append((route.method, index))
    }

    private mutating func child(of parent: Int, for segment: PathTemplate.Segment) -> Int {
        let next = nodes.count
        switch segment {
        case .literal(let text):
            let bytes = Array(text.utf8)
            if let known = nodes[parent].literals.first(where: { $0.text == bytes }) { return known.node }
            nodes[parent].literals.append((bytes, next))
        case .parameter(let name):
            // Two routes may name one place differently; the first name given serves both.
            if let known = nodes[parent].parameter { return known.node }
            nodes[parent].parameter = (name, next)
        case .rest(let name):
            if let known = nodes[parent].rest { return known.node }
            nodes[parent].rest = (name, next)
        }
        nodes.append(Node())
        return next
    }

    // MARK: Finding

    /// Finds what answers a request.
    public func match(_ method: Method, _ head: RequestHead) -> Match {
        unsafe head.withPath { path in
            // Anything escaped takes the way round over strings, where the rules for escapes stand.
            if unsafe path.contains(UInt8(ascii: "%")) || path.contains(UInt8(ascii: "\\")) {
                return matchEscaped(method, head.path)
            }
            return unsafe matchPlain(method, path)
        }
    }

    private func matchPlain(_ method: Method, _ path: UnsafeBufferPointer<UInt8>) -> Match {
        guard unsafe path.first == UInt8(ascii: "/") else { return .malformed }
        if path.count == 1 { return answer(node: 0, method, PathParameters()) }
        var parameters = PathParameters()
        guard let node = unsafe walk(path, 1, from: 0, &parameters) else { return .none }
        return answer(node: node, method, parameters)
    }

    private func walk(
        _ path: UnsafeBufferPointer<UInt8>, _ start: Int, from node: Int, _ parameters: inout PathParameters
    ) -> Int? {
        if start > path.count { return nodes[node].routes.isEmpty ? nil : node }
        var end = start
        while end < path.count, unsafe path[end] != UInt8(ascii: "/") { end += 1 }
        let segment = unsafe UnsafeBufferPointer(rebasing: path[start..<end])
        // Every literal child is tried first; what it cannot finish falls back to the parameter.
        for (text, child) in nodes[node].literals
        where unsafe text.count == segment.count && text.elementsEqual(segment) {
            if let found = unsafe walk(path, end + 1, from: child, &parameters) { return found }
        }
        guard !segment.isEmpty else { return nil }
        if unsafe isDots(segment) { return nil }
        if let (name, child) = nodes[node].parameter {
            let before = parameters
            unsafe parameters.append(name, Substring(String(decoding: segment, as: UTF8.self)))
            if let found = unsafe walk(path, end + 1, from: child, &parameters) { return found }
            parameters = before
        }
        guard let (name, child) = nodes[node].rest else { return nil }
        let rest = unsafe UnsafeBufferPointer(rebasing: path[start...])
        guard
            unsafe rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .allSatisfy({ unsafe !$0.isEmpty && !isDots(UnsafeBufferPointer(rebasing: $0)) })
        else { return nil }
        unsafe parameters.append(name, Substring(String(decoding: rest, as: UTF8.self)))
        return child
    }

    private func isDots(_ segment: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe (segment.count == 1 || segment.count == 2) && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    private func matchEscaped(_ method: Method, _ text: String) -> Match {
        guard let path = try? RequestPath(text) else { return .malformed }
        for (index, route) in routes.enumerated()
        where route.method == method || method == .head && route.method == .get {
            if let parameters = route.path.match(path) { return .route(index, parameters) }
        }
        let methods = routes.filter { $0.path.match(path) != nil }.map(\.method)
        return methods.isEmpty ? .none : .otherMethods(methods)
    }

    private func answer(node: Int, _ method: Method, _ parameters: PathParameters) -> Match {
        let routes = nodes[node].routes
        for route in routes where route.method == method { return .route(route.route, parameters) }
        if method == .head {
            for route in routes where route.method == .get { return .route(route.route, parameters) }
        }
        return routes.isEmpty ? .none : .otherMethods(routes.map(\.method))
    }
}

/// Two routes that would answer the same requests.
public struct RouteConflict: Error, CustomStringConvertible {
    let first: Route
    let second: Route

    /// What to mend.
    public var description: String {
        "\(second.method.rawValue) \(second.path) would answer what \(first.method.rawValue) \(first.path) answers"
            + " already: give one of them another path."
    }
}

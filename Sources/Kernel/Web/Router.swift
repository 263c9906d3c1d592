public import HTTP

/// Finds the route of a request. The tree is built once; plain paths are matched byte by byte without making a string.
public struct Router: Sendable {
    /// What was found.
    public enum Match: Sendable {
        /// A route, by its place in the list, and its parameters.
        case route(Int, PathParameters)
        /// The path exists with other methods: those of these routes, by their places in the list. For `*`, which
        /// stands for the whole house, all routes.
        case otherMethods([Int])
        /// No such path.
        case none
        /// The path is not one that could exist.
        case malformed
    }

    struct Node: Sendable {
        /// Plain numbers, so that looking through them counts no references.
        var literals: [(start: Int, count: Int, node: Int)] = []
        var parameter: (name: String, node: Int)?
        var rest: (name: String, node: Int)?
        var routes: [(method: Method, route: Int)] = []

        func name(for segment: PathTemplate.Segment) -> String? {
            switch segment {
            case .literal: nil
            case .parameter: parameter?.name
            case .rest: rest?.name
            }
        }
    }

    /// All routes, in the order they were given.
    public let routes: [Route]
    var nodes = [Node()]
    /// The literal segments' texts, one after another.
    var texts: [UInt8] = []
    /// A route's own names for its parameters, where the tree has others.
    var ownNames: [[String]?]

    /// Builds the tree; two routes of one method and shape are refused with a sentence.
    public init(_ routes: [Route]) throws(RouteConflict) {
        self.routes = routes
        ownNames = Array(repeating: nil, count: routes.count)
        for index in routes.indices { try add(index) }
    }

    private mutating func add(_ index: Int) throws(RouteConflict) {
        let route = routes[index]
        var node = 0
        var names: [String] = []
        for segment in route.path.segments {
            let parent = node
            node = child(of: parent, for: segment)
            if let name = nodes[parent].name(for: segment) { names.append(name) }
        }
        if let other = nodes[node].routes.first(where: { $0.method == route.method }) {
            throw RouteConflict(first: routes[other.route], second: route)
        }
        nodes[node].routes.append((route.method, index))
        if names != route.path.parameterNames { ownNames[index] = route.path.parameterNames }
    }

    func text(of literal: (start: Int, count: Int, node: Int)) -> ArraySlice<UInt8> {
        texts[literal.start..<literal.start + literal.count]
    }

    private mutating func child(of parent: Int, for segment: PathTemplate.Segment) -> Int {
        let next = nodes.count
        switch segment {
        case .literal(let text):
            let bytes = Array(text.utf8)
            if let known = nodes[parent].literals.first(where: { self.text(of: $0).elementsEqual(bytes) }) {
                return known.node
            }
            nodes[parent].literals.append((texts.count, bytes.count, next))
            texts += bytes
        case .parameter(let name):
            // Two routes may name one place differently: the tree keeps the first name, the second route its own.
            if let known = nodes[parent].parameter { return known.node }
            nodes[parent].parameter = (name, next)
        case .rest(let name):
            if let known = nodes[parent].rest { return known.node }
            nodes[parent].rest = (name, next)
        }
        nodes.append(Node())
        return next
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

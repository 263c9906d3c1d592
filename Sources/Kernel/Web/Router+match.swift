public import HTTP

extension Router {
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

    /// The route alone. Quicker to say that there is none, for whoever asks another router next: why there is none is not
    /// looked into.
    func route(_ method: Method, _ head: RequestHead) -> (index: Int, parameters: PathParameters)? {
        let match = unsafe head.withPath { path -> Match? in
            if unsafe path.contains(UInt8(ascii: "%")) || path.contains(UInt8(ascii: "\\")) {
                return matchEscaped(method, head.path)
            }
            return unsafe found(method, path)
        }
        guard case .route(let index, let parameters) = match else { return nil }
        return (index, parameters)
    }

    // MARK: Paths as they stand

    private func matchPlain(_ method: Method, _ path: UnsafeBufferPointer<UInt8>) -> Match {
        guard unsafe path.first == UInt8(ascii: "/") else {
            return unsafe path.elementsEqual("*".utf8) ? .otherMethods(Array(routes.indices)) : .malformed
        }
        if let found = unsafe found(method, path) { return found }
        // Nothing is there; whether anything could be is asked only now, for it costs a string.
        let text = unsafe String(decoding: path, as: UTF8.self)
        return (try? RequestPath(text)) == nil ? .malformed : .none
    }

    /// What stands at a path that begins with a slash.
    private func found(_ method: Method, _ path: UnsafeBufferPointer<UInt8>) -> Match? {
        guard unsafe path.first == UInt8(ascii: "/") else { return nil }
        if path.count == 1 { return answer(node: 0, method, PathParameters()) }
        var parameters = PathParameters()
        return unsafe walk(path, 1, from: 0, &parameters).map { answer(node: $0, method, parameters) }
    }

    private func walk(
        _ path: UnsafeBufferPointer<UInt8>, _ start: Int, from node: Int, _ parameters: inout PathParameters
    ) -> Int? {
        if start > path.count { return nodes[node].routes.isEmpty ? nil : node }
        var end = start
        while end < path.count, unsafe path[end] != UInt8(ascii: "/") { end += 1 }
        let segment = unsafe UnsafeBufferPointer(rebasing: path[start..<end])
        // Every literal child is tried first; what it cannot finish falls back to the parameter.
        for (first, count, child) in nodes[node].literals where unsafe count == segment.count && isText(first, segment)
        {
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

    private func isText(_ start: Int, _ segment: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe texts.withUnsafeBufferPointer { texts in
            segment.indices.allSatisfy { unsafe segment[$0] == texts[start + $0] }
        }
    }

    private func isDots(_ segment: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe (segment.count == 1 || segment.count == 2) && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    // MARK: Paths with escapes

    private func matchEscaped(_ method: Method, _ text: String) -> Match {
        guard let path = try? RequestPath(text) else { return .malformed }
        var parameters = PathParameters()
        guard !path.hasTrailingSlash, let node = walk(path.segments[...], from: 0, &parameters) else { return .none }
        return answer(node: node, method, parameters)
    }

    private func walk(_ segments: ArraySlice<Substring>, from node: Int, _ parameters: inout PathParameters) -> Int? {
        guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
        let others = segments.dropFirst()
        for literal in nodes[node].literals where segment.utf8.elementsEqual(text(of: literal)) {
            if let found = walk(others, from: literal.node, &parameters) { return found }
        }
        if let (name, child) = nodes[node].parameter {
            let before = parameters
            parameters.append(name, segment)
            if let found = walk(others, from: child, &parameters) { return found }
            parameters = before
        }
        guard let (name, child) = nodes[node].rest else { return nil }
        parameters.append(name, segments.joined(separator: "/")[...])
        return child
    }

    // MARK: What stands there

    private func answer(node: Int, _ method: Method, _ parameters: PathParameters) -> Match {
        let routes = nodes[node].routes
        for route in routes where route.method == method { return found(route.route, parameters) }
        if method == .head {
            for route in routes where route.method == .get { return found(route.route, parameters) }
        }
        return routes.isEmpty ? .none : .otherMethods(routes.map(\.route))
    }

    private func found(_ route: Int, _ parameters: PathParameters) -> Match {
        guard let names = ownNames[route] else { return .route(route, parameters) }
        return .route(route, parameters.renamed(names))
    }
}

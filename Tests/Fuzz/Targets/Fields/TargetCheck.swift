import HTTP

/// A path that was read leads nowhere but down, and is written and read again as itself.
enum TargetCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        if let template = try? PathTemplate(input.repaired) { try check(template) }
        guard let target = try? RequestTarget(parsing: input.span) else { return }
        let path = target.path
        try hold(path.segments.count <= RequestPath.maximumSegments, "a path keeps its limit")
        for segment in path.segments {
            try hold(!segment.isEmpty && segment != "." && segment != "..", "a segment is a name")
            try hold(
                !segment.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }, "a segment holds no control byte")
        }
        if let file = path.filePath() {
            let parts = file.split(separator: "/", omittingEmptySubsequences: false)
            try hold(parts.count == path.segments.count, "no segment divides a file's path")
            try hold(parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }, "a file's path leads down")
        }
        let query = target.query ?? ""
        try hold(query.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "a query is visible ASCII")
        try checkAgain(path)
        try checkLinks(path)
    }

    private static func checkAgain(_ path: RequestPath) throws(BrokenPromise) {
        try hold((try? RequestPath(path.text)) == path, "a path is read again as itself")
    }

    /// What a template takes from a path it puts back into one.
    private static func checkLinks(_ path: RequestPath) throws(BrokenPromise) {
        guard let template = try? PathTemplate("/:first/*rest"), let found = template.match(path) else { return }
        try hold(found["first"] == path.segments[0], "a parameter is its segment")
        guard let rest = found["rest"], let link = try? template.link(["first": "a", "rest": String(rest)]) else {
            return
        }
        guard let again = try? RequestPath(link) else { throw BrokenPromise(description: "a link can be followed") }
        // An escaped slash is a slash in a rest parameter, so the two may be divided differently.
        let (sent, followed) = (path.segments.dropFirst(), again.segments.dropFirst())
        try hold(sent.joined(separator: "/") == followed.joined(separator: "/"), "a link leads back")
    }

    private static func check(_ template: PathTemplate) throws(BrokenPromise) {
        let values = Dictionary(uniqueKeysWithValues: template.parameterNames.map { ($0, "ü/ %2F"[...]) })
        guard let link = try? template.link(values.mapValues(String.init)), let path = try? RequestPath(link) else {
            throw BrokenPromise(description: "a template's link is a path")
        }
        guard let found = template.match(path) else { throw BrokenPromise(description: "a template knows its links") }
        for (name, value) in values { try hold(found[name] == value, "a value comes back from a link") }
    }
}

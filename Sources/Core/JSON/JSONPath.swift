/// Where a value stands in a document.
public struct JSONPath: Hashable, Sendable {
    /// One step down.
    public enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    /// From the root down.
    public private(set) var steps: [Step]

    /// A place by its steps; none for the root.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The same place, seen from one level further up.
    func under(_ step: Step) -> JSONPath { JSONPath([step] + steps) }

    /// A place below this one, by its JSON pointer.
    func appending(pointer: String) -> JSONPath {
        let names = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return JSONPath(steps + names.map { .key(Self.unescaped($0)) })
    }

    private static func unescaped(_ name: Substring) -> String {
        var (text, escapes) = ("", false)
        for scalar in name.unicodeScalars {
            if escapes { text.unicodeScalars.append(scalar == "1" ? "/" : "~") }
            if !escapes, scalar != "~" { text.unicodeScalars.append(scalar) }
            escapes = !escapes && scalar == "~"
        }
        return text
    }

    /// The place as a JSON pointer (RFC 6901): `/items/3/amount`; empty for the root.
    public var pointer: String {
        var text = ""
        for step in steps {
            text += "/"
            switch step {
            case .index(let index): text += String(index)
            case .key(let key): for scalar in key.unicodeScalars { text += Self.escaped(scalar) }
            }
        }
        return text
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        scalar == "~" ? "~0" : scalar == "/" ? "~1" : String(scalar)
    }
}

extension JSONPath: CustomStringConvertible {
    /// The place as people write it: `$.items[3].amount`.
    public var description: String {
        steps.reduce(into: "$") { text, step in
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isName(key): text += ".\(key)"
            case .key(let key): text += "[\(JSONValue.string(key))]"
            }
        }
    }

    private static func isName(_ key: String) -> Bool {
        guard let first = key.utf8.first, first &- 48 > 9 else { return false }
        return key.utf8.allSatisfy { byte in
            byte &- 48 <= 9 || (byte | 0x20) &- 97 <= 25 || byte == UInt8(ascii: "_") || byte >= 0x80
        }
    }
}

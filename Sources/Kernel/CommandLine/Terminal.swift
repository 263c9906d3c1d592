public import Core
internal import Glibc

/// Where a command speaks: results on standard output, complaints on standard error, either as JSON when asked.
public struct Terminal: Sendable {
    /// True when answers are JSON.
    public let wantsJSON: Bool

    /// A terminal for an invocation.
    public init(_ invocation: Invocation) { wantsJSON = invocation.wantsJSON }

    /// A terminal before anything was understood.
    public init(wantsJSON: Bool = false) { self.wantsJSON = wantsJSON }

    /// True when a person reads along.
    public static var isPerson: Bool { isatty(1) == 1 }

    /// Writes a result as it stands.
    public func say(_ text: String) { Self.write(Array(text.utf8), to: 1) }

    /// Writes bytes of a result as they stand.
    public func say(_ bytes: [UInt8]) { Self.write(bytes, to: 1) }

    /// A line for people; nothing in JSON, where only the result counts.
    public func note(_ line: String) { if !wantsJSON { say(line + "\n") } }

    /// Writes one JSON object and a line's end.
    public func sayObject(_ fill: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.beginObject()
        fill(&json)
        json.endObject()
        json.newLine()
        say(json.finish())
    }

    /// Writes a result as text or, when asked, as one JSON object.
    public func say(_ text: String, orObject fill: (inout JSONWriter) -> Void) {
        if wantsJSON { sayObject(fill) } else { say(text) }
    }

    /// Complains, and answers the code to end with.
    public func fail(_ code: ExitCode, _ problems: [(code: String, text: String)]) -> ExitCode {
        if wantsJSON {
            sayObject { json in Self.write(problems, into: &json) }
        } else {
            for problem in problems { Self.write(Array("konak: \(problem.text)\n".utf8), to: 2) }
        }
        return code
    }

    static func write(_ problems: [(code: String, text: String)], into json: inout JSONWriter) {
        json.key("ok")
        json.bool(problems.isEmpty)
        json.key("errors")
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.key("code")
            json.string(problem.code)
            json.key("message")
            json.string(problem.text)
            json.endObject()
        }
        json.endArray()
    }

    /// A reader that went away is no reason to fail: `konak configuration | head` is well.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

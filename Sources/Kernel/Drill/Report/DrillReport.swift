public import Core
public import Crypto

/// What a drill has found, signed, so that a copy cannot be made up afterwards.
public struct DrillReport: Sendable {
    /// Routes that were asked; each of them, from the registry.
    public let routes: Int
    /// Jobs, listeners, panels and searches that were run.
    public let works: Int
    /// Requests with something of another's in them, at routes whose owner had been shown something.
    public let requests: Int
    /// How often something leaked.
    public let leakCount: Int
    /// The first of them.
    public let leaks: [DrillLeak]
    /// Routes that do not count, each with its reason.
    public let uncounted: [String]
    /// How many answers there were, by the first digit of the status, the owners' own among them: a drill that is only
    /// ever turned away at the door has seen little.
    public let answers: [Int: Int]
    /// Columns that could hold no canary.
    public let withoutCanary: [String]
    /// Where was looked beside the answers.
    public let places: [String]
    /// Live channels that are declared; there is nothing to ask them yet.
    public let liveChannels: [String]
    /// With which the random part can be repeated.
    public let seed: UInt64
    /// Seconds it took.
    public let seconds: Double

    /// Nothing leaked, and every route counted.
    public var isClean: Bool { leakCount == 0 && uncounted.isEmpty }

    /// The last line, for whoever reads no other.
    public var lastLine: String { "drill isolation: routes=\(routes) requests=\(requests) leaks=\(leakCount)" }

    /// Everything but the signature and the last line.
    public var text: String {
        var lines = leaks.map { "leak: \($0)" }
        lines += uncounted.map { "does not count: \($0)" }
        lines += withoutCanary.map { "without a canary: \($0)" }
        lines += liveChannels.map { "live channel, not asked: \($0)" }
        lines.append("looked at: answers, header fields, rows, \(places.joined(separator: ", "))")
        lines.append(
            "answers: " + answers.sorted { $0.key < $1.key }.map { "\($0.key)xx \($0.value)" }.joined(separator: ", "))
        lines.append("jobs, listeners, panels and searches: \(works)")
        let tenths = Int(seconds * 10)
        lines.append("seed \(seed), \(tenths / 10).\(tenths % 10) seconds")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The report as it is handed out: signed, the last line last. The key is made for this one report unless the house
    /// has one; its public half stands beside the signature.
    public func signed(by key: SigningKey? = nil) throws -> String {
        let key = try key ?? SigningKey.generate(.ed25519)
        let message = Array((text + lastLine + "\n").utf8)
        let signature = try key.sign(message.span, by: .ed25519)
        let half = try key.verifyingKey().ed25519()
        let words = "signed ed25519 \(Base64.url.encode(signature.span)) by \(Base64.url.encode(half.span))\n"
        return text + words + lastLine + "\n"
    }

    /// As JSON.
    public func write(into json: inout JSONWriter) {
        json.key("ok")
        json.bool(isClean)
        json.key("routes")
        json.int(routes)
        json.key("requests")
        json.int(requests)
        json.key("leaks")
        json.int(leakCount)
        json.key("works")
        json.int(works)
        json.key("seed")
        json.string(String(seed))
        json.key("answers")
        json.beginObject()
        for (digit, count) in answers.sorted(by: { $0.key < $1.key }) {
            json.key(escaping: "\(digit)xx")
            json.int(count)
        }
        json.endObject()
        let lists: [(StaticString, [String])] = [
            ("found", leaks.map(\.description)), ("uncounted", uncounted), ("withoutCanary", withoutCanary),
            ("places", places), ("liveChannels", liveChannels),
        ]
        for (name, list) in lists {
            json.key(name)
            json.beginArray()
            for item in list { json.string(item) }
            json.endArray()
        }
    }
}

/// Reads Prometheus's text format (0.0.4) without forgiving anything.
struct ExpositionReader {
    struct Fault: Error {
        let line: String
        let reason: String
    }

    struct Sample {
        let name: String
        let labels: String
        let value: Double
    }

    private(set) var samples: [Sample] = []
    private var kinds: [String: String] = [:]
    private var finished: Set<String> = []
    private var family: String?

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Fault(line: text, reason: "no end of line at the end") }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { try read(String(line)) }
    }

    private mutating func read(_ line: String) throws {
        if line.hasPrefix("# ") {
            let words = line.split(separator: " ", maxSplits: 3).map(String.init)
            guard words.count == 4 else { throw Fault(line: line, reason: "comment") }
            try describe(words, line)
        } else {
            try sample(line)
        }
    }

    private mutating func describe(_ words: [String], _ line: String) throws {
        let name = words[2]
        try enter(name, line)
        guard words[1] == "TYPE" else { return }
        guard ["counter", "gauge", "histogram"].contains(words[3]), kinds[name] == nil else {
            throw Fault(line: line, reason: "type")
        }
        kinds[name] = words[3]
    }

    /// All lines of a family stand together.
    private mutating func enter(_ name: String, _ line: String) throws {
        guard family != name else { return }
        if let family { finished.insert(family) }
        family = name
        if finished.contains(name) { throw Fault(line: line, reason: "second group of \(name)") }
    }

    private mutating func sample(_ line: String) throws {
        guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...].lowercased())
        else { throw Fault(line: line, reason: "value") }
        let left = line[..<space]
        let name = String(left.prefix { $0 != "{" })
        guard let first = name.first, first.isLetter,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        else { throw Fault(line: line, reason: "name") }
        let labels = String(left.dropFirst(name.count))
        try check(labels, line)
        let family = base(name)
        try enter(family, line)
        guard kinds[family] != nil else { throw Fault(line: line, reason: "no type") }
        guard !samples.contains(where: { $0.name == name && $0.labels == labels }) else {
            throw Fault(line: line, reason: "twice")
        }
        samples.append(Sample(name: name, labels: labels, value: value))
    }

    private func base(_ name: String) -> String {
        for ending in ["_bucket", "_sum", "_count"] where name.hasSuffix(ending) {
            let base = String(name.dropLast(ending.count))
            if kinds[base] == "histogram" { return base }
        }
        return name
    }

    private func check(_ labels: String, _ line: String) throws {
        guard !labels.isEmpty else { return }
        let pattern = #/\{[a-z_]+="([^"\\]|\\["\\n])*"(,[a-z_]+="([^"\\]|\\["\\n])*")*\}/#
        guard labels.wholeMatch(of: pattern) != nil else { throw Fault(line: line, reason: "labels") }
    }
}

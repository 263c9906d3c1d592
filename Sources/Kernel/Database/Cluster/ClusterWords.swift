/// What PostgreSQL last said, for a message: its own log once it has one, before that what it said while it started.
struct ClusterWords: Sendable {
    let place: ClusterPlace

    init(_ place: ClusterPlace) { self.place = place }

    /// The last lines of both, and where there are more.
    var last: String {
        let lines = Self.tail(of: newestLog, 3) + Self.tail(of: place.startLog, 3).filter { !Self.isPointer($0) }
        return lines.isEmpty ? "see \(place.log.text)" : "\(lines.joined(separator: "; ")) (see \(place.log.text))"
    }

    /// The last lines, if the last thing it said is why it cannot run; nil after a life that ended well.
    var ofFailure: String? {
        let said = Self.tail(of: newestLog, 5) + Self.tail(of: place.startLog, 5)
        return said.contains { $0.contains("FATAL:") || $0.contains("PANIC:") } ? last : nil
    }

    /// A log file for each day of the week: the newest is the one that was written to last.
    private var newestLog: LocalPath? {
        let names = (try? place.log.names()) ?? []
        return names.map { place.log / $0 }.max { ($0.facts()?.changed ?? 0) < ($1.facts()?.changed ?? 0) }
    }

    private static func tail(of file: LocalPath?, _ count: Int) -> [String] {
        let bytes = (try? file?.readEnd(bytes: 16_384)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(count).map(String.init)
    }

    /// PostgreSQL's word at each start that its log is elsewhere, which is where we look.
    private static func isPointer(_ line: String) -> Bool {
        line.contains("redirecting log output") || line.contains("Future log output")
    }
}

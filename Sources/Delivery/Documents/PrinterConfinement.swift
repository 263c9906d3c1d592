import Kernel

/// What is known of a printing process: its version, and what it is kept from.
struct PrinterConfinement: Sendable, Hashable {
    var version = ""
    var measures: Set<PrinterCell.Measure> = []

    init() {}

    /// From the words of its first answer.
    init(_ words: String) {
        let words = words.split(separator: " ").map(String.init)
        version = words.first ?? ""
        measures = Set(words.dropFirst().compactMap { PrinterCell.Measure(rawValue: $0) })
    }

    /// A network is out of reach either way.
    private var hasNoNetwork: Bool { measures.contains(.network) || measures.contains(.calls) }

    /// What a page that breaks out of the printer could still reach; nil when it is nothing of ours.
    var lacks: String? {
        var lacks: [String] = []
        if !hasNoNetwork { lacks.append("the network") }
        if !measures.contains(.files) {
            lacks.append(measures.contains(.user) ? "files that everybody may read" : "the server's files")
        }
        if !measures.contains(.calls), !measures.contains(.user) { lacks.append("the server's processes") }
        return lacks.isEmpty ? nil : lacks.joined(separator: ", ")
    }

    /// What holds, in one line.
    var words: String {
        let user = measures.contains(.user) ? "as nobody" : "as the server's user"
        let kept = PrinterCell.Measure.allCases.filter { $0 != .user && measures.contains($0) }.map(\.rawValue)
        return
            "WeasyPrint \(version) prints \(user), kept in by \(kept.isEmpty ? "nothing" : kept.joined(separator: ", "))"
    }

    /// For `konak doctor`.
    var finding: Finding {
        guard let lacks else { return .ok(words) }
        return .warning(
            "\(words); a page that broke out of the printer would reach \(lacks)",
            mend: "let the kernel have seccomp and Landlock (`lsm=` and the container's profile), or user namespaces")
    }
}

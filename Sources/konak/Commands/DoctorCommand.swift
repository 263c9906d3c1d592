import Core
import Delivery
import Kernel

/// `konak doctor`: is this machine fit to serve, and if not, what to mend.
enum DoctorCommand {
    static let command = Command(
        "doctor", "Check packages, databases, clock, disk and rights; say how to mend what is wrong.",
        details: "Changes nothing. Ends with 0 when all is well, 2 with warnings, 1 with failures."
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            let examination = Examination(
                configuration: configuration, program: try LocalPath("/proc/self/exe").resolved())
            let findings = (Check.all + [DeliveryPart.check]).flatMap { check in
                check.look(examination).map { (check.name, $0) }
            }
            report(findings, work.terminal)
            switch findings.map(\.1.level).max() {
            case .failure: return .failed
            case .warning: return .warned
            default: return .ok
            }
        }
    }

    private static func report(_ findings: [(check: String, finding: Finding)], _ terminal: Terminal) {
        guard terminal.wantsJSON else {
            for (check, finding) in findings { terminal.note(line(check, finding)) }
            return
        }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(!findings.contains { $0.finding.level == .failure })
            json.key("findings")
            json.beginArray()
            for (check, finding) in findings { write(check, finding, &json) }
            json.endArray()
        }
    }

    private static func line(_ check: String, _ finding: Finding) -> String {
        let mark = ["ok": "ok  ", "warning": "WARN", "failure": "FAIL"][finding.level.rawValue] ?? "?"
        let remedy = finding.remedy.map { "\n      mend: \($0)" } ?? ""
        return "\(mark)  \(check): \(finding.text)\(remedy)"
    }

    private static func write(_ check: String, _ finding: Finding, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("check")
        json.string(check)
        json.key("level")
        json.string(finding.level.rawValue)
        json.key("message")
        json.string(finding.text)
        json.key("mend")
        if let remedy = finding.remedy { json.string(remedy) } else { json.null() }
        json.endObject()
    }
}

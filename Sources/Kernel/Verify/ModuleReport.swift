public import Core
public import ModuleKit

/// One of the things that hold for every module, and what was found of it.
public struct ModuleFinding: Sendable, Hashable {
    /// What was held against the module.
    public enum Check: String, Sendable, Hashable, CaseIterable {
        /// It fits into the house.
        case registry
        /// Its migrations make all of it, run again they do nothing, and without its schema nothing of it is left.
        case teardown
        /// What it declares of its tables is so.
        case data
        /// No tenant reaches another's rows by it.
        case isolation
        /// Whoever lacks the permission, or comes by another door, is turned away; the permission alone is enough.
        case rights
        /// Switched off for a tenant, nothing of it is there for that tenant; switched on again, all of it.
        case toggling
        /// Without its feature in the plan, nothing of it is there.
        case plan
        /// People read it in both languages.
        case words
        /// Programs can read what its routes take.
        case description
    }

    /// What was held against the module.
    public let check: Check
    /// What was looked at, as in “7 routes”.
    public let scope: String
    /// A sentence for each fault; none when all is well.
    public let faults: [String]

    /// A finding.
    public init(_ check: Check, scope: String, faults: [String]) {
        (self.check, self.scope, self.faults) = (check, scope, faults)
    }

    /// One line, and one more for each fault.
    var text: String {
        let head = "\(faults.isEmpty ? "ok    " : "FAILED") \(check.rawValue): \(scope)\n"
        return head + faults.map { "       \($0)\n" }.joined()
    }
}

/// What `konak verify-module` found of one module.
public struct ModuleReport: Sendable, Hashable {
    /// Which module.
    public let module: ModuleID
    /// One for each check that was reached.
    public let findings: [ModuleFinding]

    /// Every fault, with the check before it.
    public var faults: [String] {
        findings.flatMap { finding in finding.faults.map { "\(finding.check.rawValue): \($0)" } }
    }

    /// Whether everything was asked and nothing found.
    public var isSound: Bool { faults.isEmpty && findings.count == ModuleFinding.Check.allCases.count }

    /// One line for each check, one for each fault, and the sum.
    public var text: String {
        let failed = findings.filter { !$0.faults.isEmpty }.count
        return findings.map(\.text).joined()
            + "module \(module): checks=\(findings.count) failed=\(failed) faults=\(faults.count)\n"
    }

    /// As JSON, into an object that has begun.
    public func write(into json: inout JSONWriter) {
        json.key("ok")
        json.bool(isSound)
        json.key("module")
        json.string(module.text)
        json.key("checks")
        json.beginArray()
        for finding in findings {
            json.beginObject()
            json.key("check")
            json.string(finding.check.rawValue)
            json.key("scope")
            json.string(finding.scope)
            json.key("faults")
            json.beginArray()
            for fault in finding.faults { json.string(fault) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }
}

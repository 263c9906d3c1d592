public import Core

/// What a list query may cost, however big its tenant and however many others there are: it enters every table by an
/// index that begins with the tenant, and reads no more than some rows for each it returns.
public struct PlanBudget: Sendable {
    /// Rows that may be read, or read and thrown away, for each that is returned.
    public let perRow: Int
    /// Returned rows that are reckoned with at least: for a capped count its cap, since it reads many and returns one.
    public let page: Int

    /// A budget.
    public init(perRow: Int = 10, page: Int = 1) {
        self.perRow = perRow
        self.page = page
    }

    /// What exceeds it in an answer of `EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON)`; nothing means that it is kept.
    public func faults(inPlan text: String) throws(JSONFault) -> [String] {
        let answer = try JSONParser.parse(Array(text.utf8), limits: JSONLimits())
        guard let plan = answer[0]?["Plan"] else { return ["this is no plan"] }
        let nodes = PlanNode.all(in: plan)
        let returned = max(nodes.first?.rows ?? 0, Double(page))
        return nodes.compactMap(\.entryFault)
            + excess(nodes.reduce(0) { $0 + $1.removed }, returned, "throws away")
            + excess(nodes.reduce(0) { $0 + $1.read }, returned, "reads")
    }

    private func excess(_ rows: Double, _ returned: Double, _ verb: String) -> [String] {
        guard rows > Double(perRow) * returned else { return [] }
        return ["\(verb) \(Int64(rows)) rows for \(Int64(returned)) returned"]
    }
}

/// What the judgement needs of one step of a plan.
struct PlanNode {
    private let value: JSONValue
    private let relation: String?

    /// A step and all below it, in the plan's order.
    static func all(in plan: JSONValue, below parent: PlanNode? = nil) -> [PlanNode] {
        let node = PlanNode(plan, below: parent)
        return [node] + (plan["Plans"]?.array ?? []).flatMap { all(in: $0, below: node) }
    }

    /// A bitmap's index does not say whose it is; the step above does.
    private init(_ value: JSONValue, below parent: PlanNode?) {
        self.value = value
        if let table = value["Relation Name"]?.string {
            relation = "\(value["Schema"]?.string ?? "?").\(table)"
        } else {
            relation = value["Node Type"]?.string == "Bitmap Index Scan" ? parent?.relation : nil
        }
    }

    private var kind: String { value["Node Type"]?.string ?? "" }

    /// Tables of the kernel and of PostgreSQL have no wall.
    private var isWalled: Bool {
        guard let relation else { return false }
        return !relation.hasPrefix("kernel.") && !relation.hasPrefix("guard.") && !relation.hasPrefix("pg_")
    }

    private func number(_ name: String) -> Double { value[name]?.number?.double ?? 0 }

    private var loops: Double { number("Actual Loops") }

    /// Rows it gave upwards, over all its loops.
    var rows: Double { number("Actual Rows") * loops }

    /// Rows it took from a table behind the wall.
    var read: Double { isWalled && kind.hasSuffix("Scan") && kind != "Bitmap Index Scan" ? rows : 0 }

    /// Rows it looked at in vain.
    var removed: Double {
        let reasons = ["Rows Removed by Filter", "Rows Removed by Join Filter", "Rows Removed by Index Recheck"]
        return reasons.reduce(0) { $0 + number($1) } * loops
    }

    /// Why the way it enters a table is not that of one tenant; nil when it is, or when it enters none.
    var entryFault: String? {
        guard isWalled, let relation else { return nil }
        switch kind {
        case "Index Scan", "Index Only Scan", "Bitmap Index Scan":
            let condition = value["Index Cond"]?.string ?? ""
            guard !condition.contains("tenant_id =") else { return nil }
            return "enters \(relation) by \(value["Index Name"]?.string ?? "an index"), not by the tenant"
        case "Bitmap Heap Scan": return nil
        case let kind where kind.hasSuffix("Scan"): return "reads all of \(relation) (\(kind))"
        default: return nil
        }
    }
}

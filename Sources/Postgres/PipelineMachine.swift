/// What the server still owes on one connection, in order. Pure: it is told what was sent and what came, and says whom
/// an answer is for.
struct PipelineMachine {
    /// One expected answer.
    enum Unit: Equatable {
        /// The end of a Parse, for a statement of the connection's cache.
        case prepare(statement: Int)
        /// The answer to an executed statement; `kept` is false for preludes, whose rows nobody wants.
        case statement(kept: Bool)
        /// The end of a segment; `last` when it ends its ticket.
        case sync(last: Bool)
    }

    /// What came.
    enum Event: Equatable {
        case rows
        case failure
        case skipped
        case endOfStatement
        case sync
    }

    /// What to do with it.
    enum Action: Equatable {
        /// Nothing is to be done.
        case proceed
        /// Keep the rows for the ticket in front.
        case keepRows
        /// Throw the rows away.
        case dropRows
        /// A statement could not be prepared: it leaves the cache, the ticket in front fails.
        case prepareFailed(statement: Int)
        /// The ticket in front fails.
        case fail
        /// The ticket in front is complete.
        case finishTicket
        /// The connection cannot be trusted any more.
        case violation
    }

    private var units: [Unit] = []
    private var next = 0
    /// The error of this sync has been told; it ends as a statement's does.
    private var hasFailedLate = false

    /// Nothing is owed.
    var isIdle: Bool { next == units.count }

    /// What the server owes next.
    var current: Unit? { next < units.count ? units[next] : nil }

    /// Whether the rows that come now are wanted.
    var keepsRows: Bool { current == .statement(kept: true) }

    /// Nothing is owed of this segment but its end.
    var isAtSync: Bool {
        guard let current else { return true }
        return if case .sync = current { true } else { false }
    }

    mutating func expect(_ unit: Unit) { units.append(unit) }

    mutating func handle(_ event: Event) -> Action {
        guard next < units.count else { return .violation }
        switch (units[next], event) {
        case (.prepare, .endOfStatement), (.statement, .endOfStatement):
            advance()
            return .proceed
        case (.prepare, .rows): return .proceed
        case (.prepare(let statement), .failure), (.prepare(let statement), .skipped):
            return .prepareFailed(statement: statement)
        case (.statement(let kept), .rows): return kept ? .keepRows : .dropRows
        case (.statement, .failure): return .fail
        case (.statement, .skipped): return .proceed
        case (.sync(let last), .sync):
            hasFailedLate = false
            advance()
            return last ? .finishTicket : .proceed
        // A constraint that is checked late fails at the end, when the implicit transaction commits.
        case (.sync, .failure) where !hasFailedLate:
            hasFailedLate = true
            return .fail
        case (.sync, .endOfStatement) where hasFailedLate:
            hasFailedLate = false
            return .proceed
        default: return .violation
        }
    }

    private mutating func advance() {
        next += 1
        if next == units.count {
            units.removeAll(keepingCapacity: true)
            next = 0
        }
    }
}

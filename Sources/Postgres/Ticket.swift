import SQL

/// One caller's work on a connection, from hand-in to answer. Lives on its loop.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Ticket: @unchecked Sendable {
    enum Kind {
        case shared, exclusive, within, inTransaction

        var place: StatementRules.Place {
            switch self {
            case .shared: .anywhere
            case .inTransaction: .inTransaction
            case .exclusive, .within: .lentOnly
            }
        }
    }

    let kind: Kind
    let prelude: Query?
    let query: Query?
    let more: [Query]
    let asked: UInt64
    let deadline: UInt64
    var firstRows: Rows?
    var moreRows: [Rows] = []
    private(set) var error: PostgresError?
    /// The link that was lent, for an exclusive ticket.
    var link: Link?
    /// The caller has its answer; what still comes from the server is for nobody.
    private(set) var isOver = false
    /// When the caller went on without an answer; 0 if it did not.
    var abandonedAt: UInt64 = 0
    /// The server was told to stop this ticket's statement.
    var cancelSent = false
    /// The server was told to stop the statement in front of this one, and may have stopped this one instead.
    var disturbed = false
    /// It kept quick ones behind it waiting, so the server was told to stop it; it is tried again by itself.
    var madeWay = false
    /// The connection took a statement for prepared that was not, or not any more.
    var isStale = false
    var attempts = 1
    /// All its statements read, as far as their verbs say.
    var isRead = false
    /// Its like has been answered quickly of late.
    var isQuick = false
    private var continuation: UnsafeContinuation<Void, Never>?
    /// The task that waits, where nothing else says that it was cancelled. It cannot end before it is resumed, and is
    /// forgotten then.
    var caller: UnsafeCurrentTask?

    init(
        kind: Kind, prelude: consuming Query? = nil, query: consuming Query? = nil, more: [Query] = [], asked: UInt64,
        deadline: UInt64
    ) {
        (self.kind, self.prelude, self.query, self.more) = (kind, prelude, query, more)
        (self.asked, self.deadline) = (asked, deadline)
    }

    /// Another attempt at the same work.
    init(again other: Ticket) {
        (kind, prelude, query, more) = (other.kind, other.prelude, other.query, other.more)
        (asked, deadline, attempts) = (other.asked, other.deadline, other.attempts + 1)
    }

    /// The caller's task was cancelled, and nobody has said so.
    var isUnwanted: Bool { unsafe caller?.isCancelled ?? false }

    func keep(_ rows: Rows) {
        if firstRows == nil { firstRows = rows } else { moreRows.append(rows) }
    }

    /// The first failure is the cause; later ones are its consequences.
    func fail(_ error: PostgresError) { if self.error == nil { self.error = error } }

    /// True when the work was undone through no fault of its own. Only single-shot work is sure to be undone whole.
    func mayBeTriedAgain(now: UInt64) -> Bool {
        guard let error, kind == .shared, !cancelSent, attempts < 8, now < deadline else { return false }
        return isStale || (disturbed && error.sqlState == .queryCancelled)
    }

    /// Resumes the caller at the end.
    func resume(_ caller: UnsafeContinuation<Void, Never>) {
        if isOver { return unsafe caller.resume() }
        unsafe continuation = unsafe caller
    }

    func finish() {
        guard !isOver else { return }
        isOver = true
        guard let continuation = unsafe continuation else { return }
        unsafe (self.continuation, caller) = (nil, nil)
        unsafe continuation.resume()
    }
}

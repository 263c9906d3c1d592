import SQL

/// One caller's work on a connection, from hand-in to answer. Lives on its loop.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Ticket: @unchecked Sendable {
    enum Kind { case shared, exclusive, within }

    let kind: Kind
    let prelude: Query?
    let query: Query?
    let more: [Query]
    let deadline: UInt64
    var firstRows: Rows?
    var moreRows: [Rows] = []
    var error: PostgresError?
    /// The link that was lent, for an exclusive ticket.
    var link: Link?
    /// The caller has its answer; what still comes from the server is for nobody.
    private(set) var isOver = false
    /// Told to stop: an error that says so is this ticket's own.
    var cancelSent = false
    var attempts = 1
    private var continuation: UnsafeContinuation<Void, Never>?

    init(kind: Kind, prelude: Query? = nil, query: Query? = nil, more: [Query] = [], deadline: UInt64) {
        (self.kind, self.prelude, self.query, self.more, self.deadline) = (kind, prelude, query, more, deadline)
    }

    /// A second attempt at the same work.
    init(again other: Ticket) {
        (kind, prelude, query, more, deadline) = (other.kind, other.prelude, other.query, other.more, other.deadline)
        attempts = other.attempts + 1
    }

    func keep(_ rows: Rows) {
        if firstRows == nil { firstRows = rows } else { moreRows.append(rows) }
    }

    /// The first failure is the cause; later ones are its consequences.
    func fail(_ error: PostgresError) { if self.error == nil { self.error = error } }

    /// Suspends until the end.
    func wait() async {
        if isOver { return }
        await unsafe withUnsafeContinuation { unsafe continuation = $0 }
    }

    func finish() {
        guard !isOver else { return }
        isOver = true
        guard let continuation = unsafe continuation else { return }
        unsafe self.continuation = nil
        unsafe continuation.resume()
    }
}

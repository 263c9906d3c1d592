import CPostgres
public import EventLoop
public import SQL

/// What a listener tells: a notice, or that it had to connect anew and may have missed some.
public enum ListenEvent: Sendable, Equatable {
    /// The channels are listened to from now on: after this, whatever state was read before must be read again.
    case connected
    /// A notice.
    case notification(channel: String, payload: String)
}

/// Listens to channels on a connection of its own, and goes on listening: when the server goes away it connects again,
/// with growing pauses.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
public final class NotificationListener: Selectable, TimerTarget, @unchecked Sendable {
    private let loop: Loop
    private let parameters: ConnectionParameters
    private let channels: [Identifier]
    private let heard: @Sendable (ListenEvent) -> Void
    private var connection: OpaquePointer?
    private var registration: Registration?
    private var descriptor: Int32 = -1
    private var isOpen = false
    private var pendingListens = 0
    private var failures = 0
    private var stopped = false

    /// A listener that begins with `start`.
    public init(
        on loop: Loop, settings: PostgresSettings, channels: [Identifier],
        _ heard: @escaping @Sendable (ListenEvent) -> Void
    ) {
        (self.loop, self.channels, self.heard) = (loop, channels, heard)
        parameters = ConnectionParameters(settings)
        unsafe connection = nil
    }

    /// Begins. On the loop's thread.
    public func start() {
        unsafe connection = unsafe parameters.start()
        guard let connection = unsafe connection, unsafe PQstatus(connection) != CONNECTION_BAD else { return lose() }
        unsafe PQsetnonblocking(connection, 1)
        _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
        watch(.writable)
    }

    /// Ends. On the loop's thread.
    public func stop() {
        stopped = true
        close()
    }

    /// News of the socket.
    public func ready(_ readiness: Readiness) {
        guard unsafe connection != nil else { return }
        if isOpen { receive() } else { continueOpening() }
    }

    /// The pause is over.
    public func timerFired() { if !stopped, unsafe connection == nil { start() } }

    private func continueOpening() {
        switch unsafe PQconnectPoll(connection) {
        case PGRES_POLLING_READING: watch(.readable)
        case PGRES_POLLING_WRITING: watch(.writable)
        case PGRES_POLLING_OK: listen()
        default: lose()
        }
    }

    private func listen() {
        isOpen = true
        watch(.readable)
        guard unsafe PQenterPipelineMode(connection) == 1 else { return lose() }
        for channel in channels {
            guard unsafe PQsendQueryParams(connection, "LISTEN \(channel.quoted)", 0, nil, nil, nil, nil, 0) == 1 else {
                return lose()
            }
        }
        pendingListens = channels.count
        guard unsafe PQpipelineSync(connection) == 1, unsafe PQflush(connection) >= 0 else { return lose() }
    }

    private func receive() {
        guard unsafe PQconsumeInput(connection) == 1 else { return lose() }
        takeResults()
        while isOpen, let notice = unsafe PQnotifies(connection) {
            let channel = unsafe String(cString: notice.pointee.relname)
            let payload = unsafe notice.pointee.extra.map { unsafe String(cString: $0) } ?? ""
            unsafe PQfreemem(notice)
            heard(.notification(channel: channel, payload: payload))
        }
        if isOpen, unsafe PQstatus(connection) != CONNECTION_OK { lose() }
    }

    /// The answers to LISTEN, and the sync behind them.
    private func takeResults() {
        while pendingListens >= 0, isOpen, unsafe PQisBusy(connection) == 0 {
            guard let result = unsafe PQgetResult(connection) else {
                pendingListens -= 1
                continue
            }
            let status = unsafe PQresultStatus(result)
            unsafe PQclear(result)
            if status == PGRES_PIPELINE_SYNC {
                pendingListens = -1
                failures = 0
                heard(.connected)
            } else if status != PGRES_COMMAND_OK {
                return lose()
            }
        }
    }

    private func watch(_ interest: Readiness) {
        let current = unsafe PQsocket(connection)
        do {
            if let registration, current == descriptor {
                try loop.change(registration, descriptor, interest)
            } else {
                unwatch()
                descriptor = current
                registration = try loop.watch(current, interest, self)
            }
        } catch {
            lose()
        }
    }

    private func unwatch() {
        guard let registration else { return }
        loop.forget(registration, descriptor)
        self.registration = nil
    }

    private func lose() {
        close()
        guard !stopped else { return }
        failures += 1
        _ = loop.timer(at: loop.deadline(in: .milliseconds(50 << min(failures, 6))), self)
    }

    private func close() {
        isOpen = false
        pendingListens = 0
        unwatch()
        guard let connection = unsafe self.connection else { return }
        unsafe self.connection = nil
        unsafe PQfinish(connection)
    }
}

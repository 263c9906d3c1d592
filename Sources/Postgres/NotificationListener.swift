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
    private enum State {
        /// Waits to connect. Goes to `opening`.
        case away
        /// Connects. Goes to `subscribing`, `away`.
        case opening
        /// The answers to LISTEN are awaited. Goes to `listening`, `away`.
        case subscribing
        /// Goes to `away`.
        case listening
        /// The end.
        case stopped
    }

    private let loop: Loop
    private let blocking: BlockingPool
    private let settings: PostgresSettings
    private let parameters: ConnectionParameters
    private let channels: [Identifier]
    private let heard: @Sendable (ListenEvent) -> Void
    private var connection: OpaquePointer?
    private var registration: Registration?
    private var descriptor: Int32 = -1
    private var state = State.away
    private var failures = 0
    private var timer: TimerID?

    /// A listener that begins with `start`.
    public init(
        on loop: Loop, settings: PostgresSettings, blocking: BlockingPool, channels: [Identifier],
        _ heard: @escaping @Sendable (ListenEvent) -> Void
    ) {
        (self.loop, self.blocking, self.channels, self.heard) = (loop, blocking, channels, heard)
        self.settings = settings
        parameters = ConnectionParameters(settings)
        unsafe connection = nil
    }

    /// Begins. On the loop's thread.
    public func start() {
        guard state == .away else { return }
        state = .opening
        setTimer(in: settings.connectTimeout)
        guard parameters.needsLookUp else { return open(parameters) }
        let accepted = blocking.submit { [self, parameters] in
            let found = try? parameters.lookedUp().get()
            Task(executorPreference: loop) { self.open(found) }
        }
        if !accepted { lose() }
    }

    private func open(_ parameters: ConnectionParameters?) {
        guard state == .opening, unsafe connection == nil else { return }
        unsafe connection = unsafe parameters?.start()
        guard let connection = unsafe connection, unsafe PQstatus(connection) != CONNECTION_BAD else { return lose() }
        unsafe PQsetnonblocking(connection, 1)
        _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
        watch(.writable)
    }

    /// Ends. On the loop's thread.
    public func stop() {
        close()
        state = .stopped
    }

    /// News of the socket.
    public func ready(_ readiness: Readiness) {
        guard unsafe connection != nil else { return }
        if state == .opening { continueOpening() } else { receive() }
    }

    /// The pause is over, or connecting has taken too long.
    public func timerFired() {
        timer = nil
        switch state {
        case .away: start()
        case .opening, .subscribing: lose()
        case .listening, .stopped: break
        }
    }

    private func setTimer(in duration: Duration) {
        if let timer { loop.cancel(timer) }
        timer = loop.timer(at: loop.deadline(in: duration), self)
    }

    private func continueOpening() {
        switch unsafe PQconnectPoll(connection) {
        case PGRES_POLLING_READING: watch(.readable)
        case PGRES_POLLING_WRITING: watch(.writable)
        case PGRES_POLLING_OK: subscribe()
        default: lose()
        }
    }

    private func subscribe() {
        state = .subscribing
        watch(.readable)
        guard state == .subscribing, unsafe PQenterPipelineMode(connection) == 1 else { return lose() }
        for channel in channels {
            guard unsafe PQsendQueryParams(connection, "LISTEN \(channel.quoted)", 0, nil, nil, nil, nil, 0) == 1 else {
                return lose()
            }
        }
        guard unsafe PQpipelineSync(connection) == 1, unsafe PQflush(connection) >= 0 else { return lose() }
    }

    private func receive() {
        guard unsafe PQconsumeInput(connection) == 1 else { return lose() }
        if unsafe PQsslInUse(connection) == 1, unsafe PQconsumeInput(connection) != 1 { return lose() }
        while state == .subscribing, unsafe PQisBusy(connection) == 0 { takeResult() }
        while state == .listening, let notice = unsafe PQnotifies(connection) {
            let channel = unsafe String(cString: notice.pointee.relname)
            let payload = unsafe notice.pointee.extra.map { unsafe String(cString: $0) } ?? ""
            unsafe PQfreemem(notice)
            heard(.notification(channel: channel, payload: payload))
        }
        if state == .listening, unsafe PQstatus(connection) != CONNECTION_OK { lose() }
    }

    /// The answer to a LISTEN, the nothing that ends it, or the sync behind the last.
    private func takeResult() {
        guard let result = unsafe PQgetResult(connection) else { return }
        let status = unsafe PQresultStatus(result)
        unsafe PQclear(result)
        switch status {
        case PGRES_COMMAND_OK: break
        case PGRES_PIPELINE_SYNC:
            state = .listening
            failures = 0
            if let timer { loop.cancel(timer) }
            heard(.connected)
        default: lose()
        }
    }

    private func watch(_ interest: Readiness) {
        let current = unsafe PQsocket(connection)
        do {
            if let registration, current == descriptor, (try? loop.change(registration, current, interest)) != nil {
                return
            }
            unwatch()
            descriptor = current
            registration = try loop.watch(current, interest, self)
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
        guard state != .stopped, state != .away else { return }
        close()
        state = .away
        failures += 1
        setTimer(in: .milliseconds(50 << min(failures, 6)))
    }

    private func close() {
        if let timer { loop.cancel(timer) }
        timer = nil
        unwatch()
        guard let connection = unsafe self.connection else { return }
        unsafe self.connection = nil
        unsafe PQfinish(connection)
    }
}

extension PostgresDatabase {
    /// Listens to channels on a loop of this database, on a connection of its own, until the listener is stopped. To be
    /// called on that loop.
    public func listen(
        on loop: Loop, to channels: [Identifier], _ heard: @escaping @Sendable (ListenEvent) -> Void
    ) -> NotificationListener {
        let listener = NotificationListener(
            on: loop, settings: settings, blocking: blocking, channels: channels, heard)
        listener.start()
        return listener
    }
}

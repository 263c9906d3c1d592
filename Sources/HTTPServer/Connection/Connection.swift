import EventLoop
import Glibc
import HTTP

/// One client's socket: the shell around `ConnectionMachine` and `RequestParser`. It reads and writes when the loop
/// says so, and a single task, on the same loop, answers its requests one after another.
///
/// `@unchecked Sendable`: every method runs on the thread of `worker.loop`; the task prefers that loop and never leaves it.
@safe
final class Connection: Selectable, EndOfTurn, @unchecked Sendable {
    let worker: ServerWorker
    let peer: Peer
    /// -1 once closed: the number then belongs to whoever the system gives it to next.
    private(set) var descriptor: Int32
    private var registration: Registration?
    var machine: ConnectionMachine
    let parser: RequestParser
    var output = ByteQueue()
    var input = ByteQueue()
    var scanner = HeadScanner()
    var framing = Framing()
    private var task: Task<Void, Never>?

    /// The task, while it waits for a request, for body bytes, or for room to send.
    var requestWaiter: UnsafeContinuation<Bool, Never>?
    var bodyWaiter: UnsafeContinuation<Void, Never>?
    var roomWaiters: [UnsafeContinuation<Void, Never>] = unsafe []

    var headReady = false
    var bodyComing = false
    var bodyFault: BodyFault?
    /// Set when the body's framing broke: whatever the handler answers, the client is told that.
    var bodyRefusal: Refusal?
    weak var servedBody: SocketBody?
    /// False once a read has emptied the socket, until the next edge.
    var mayHaveMore = true
    /// The system has said that the peer sends no more; the end itself is yet to be read.
    var peerEnding = false
    /// The end of what the peer sends has been read.
    var peerEnded = false
    /// Whoever keeps the connection open for long wants to hear that it should end.
    var keeper: (any ConnectionKeeper)?
    /// HTTP is over on this connection: what comes is for the listener, unless it has enough.
    var listener: (any ChannelListener)?
    var listenerHasEnough = false
    var flushScheduled = false
    /// Bytes handed to the system, and how many of them the peer had when it began to hold us up.
    var written = 0
    var takenBefore = 0
    private var unbrokenAnswers = 0
    /// Position in the worker's table.
    var place = 0

    /// How many answers in a row a pipelining client gets before the loop looks after others.
    private static let answersInARow = 32
    /// The system would take in megabytes for a client that reads nothing, and we would not see that it does not.
    private static let unsentBytes: Int32 = 64 * 1024
    /// What a connection at rest keeps of a large answer's buffer: enough for most answers.
    static let outputKept = 16 * 1024

    init(worker: ServerWorker, socket: AcceptedSocket) {
        self.worker = worker
        descriptor = socket.descriptor
        peer = Peer(host: socket.peer.host, port: socket.peer.port, isSecure: false)
        machine = ConnectionMachine(limits: worker.limits, now: worker.loop.now)
        parser = RequestParser(limits: worker.limits)
    }

    func start() {
        setSocketOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        setSocketOption(descriptor, Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, Self.unsentBytes)
        do {
            registration = try worker.loop.watch(
                descriptor, [.readable, .writable, .peerClosed, .edgeTriggered], self)
        } catch {
            return close()
        }
        task = Task(executorPreference: worker.loop) { await self.serve() }
    }

    // MARK: The task

    private func serve() async {
        while await nextRequest() {
            let request = makeRequest()
            let response = await worker.responder.respond(to: request)
            if !sendAtOnce(response, to: request) { await send(response, to: request) }
            unbrokenAnswers += 1
            if unbrokenAnswers >= Self.answersInARow {
                unbrokenAnswers = 0
                await Task.yield()
            }
        }
    }

    /// False when there will be none. Inlined: each return from an async function takes the lock of the task's records.
    @inline(__always)
    private func nextRequest() async -> Bool {
        guard machine.awaitsHead else { return false }
        if !headReady { readHead() }
        if headReady { return true }
        guard machine.awaitsHead else { return false }
        input.releaseIfEmpty()
        output.releaseIfEmpty()
        unbrokenAnswers = 0
        return await unsafe withUnsafeContinuation { unsafe requestWaiter = $0 }
    }

    private func makeRequest() -> Request {
        headReady = false
        worker.counters.requests &+= 1
        machine.headCompleted(keepAlive: framing.keepAlive, bodyComing: bodyComing, now: worker.loop.now)
        if !framing.hasBody {
            return Request(head: parser.head, body: .empty, peer: peer, id: worker.nextNumber())
        }
        let body = SocketBody(connection: self, expectsContinue: framing.expectsContinue)
        servedBody = body
        return Request(
            head: parser.head, body: RequestBody(declaredLength: framing.contentLength, source: body), peer: peer,
            id: worker.nextNumber())
    }

    // MARK: The clock

    func check(now: UInt64) {
        switch machine.check(now: now) {
        case .nothing: if machine.phase == .lingering { discardInput() }
        case .refuseSlowHead: refuse(.slowHead)
        case .failSlowBody: failBody(.tooSlow)
        case .cancelHandler:
            worker.counters.timedOut &+= 1
            task?.cancel()
            failBody(.interrupted)
        case .weighReader: weighReader(now: now)
        case .close: close()
        }
    }

    func drain() {
        machine.drain(now: worker.loop.now)
        keeper?.serverStops()
    }

    // MARK: The end

    /// Answers a request that no handler sees, or whose handler's answer no longer counts.
    func refuse(_ refusal: Refusal, _ request: Request? = nil, headOnly: Bool = false) {
        worker.counters.refused &+= 1
        let number = request?.id ?? worker.nextNumber()
        ResponseWriter.writeRefusal(
            refusal, headOnly: headOnly, into: &output, common: worker.commonFields, number: number)
        if let request {
            worker.log(refusal.status, request, bytes: 0)
        } else {
            worker.log(refusal, number, from: peer)
        }
        machine.refused(now: worker.loop.now)
        linger()
    }

    /// The answer is complete as far as the task is concerned.
    func answered(keptAlive: Bool) {
        (servedBody, keeper, listener) = (nil, nil, nil)
        switch machine.responseEnded(promisedKeepAlive: keptAlive, now: worker.loop.now) {
        case .nextRequest: scheduleFlush()
        case .linger: linger()
        }
    }

    /// Nothing more is read as a request. What is to be sent is sent first.
    func linger() {
        input.consume(input.count)
        scheduleFlush()
        wakeRequestWaiter()
        discardInput()
    }

    /// The peer is gone or deaf: its handler need not go on.
    func peerVanished() {
        task?.cancel()
        close()
    }

    func close() {
        guard machine.phase != .closed else { return }
        machine.closed()
        if let registration { worker.loop.forget(registration, descriptor) }
        registration = nil
        Glibc.close(descriptor)
        descriptor = -1
        bodyFault = bodyFault ?? .interrupted
        wakeRequestWaiter()
        wakeBodyWaiter()
        wakeRoomWaiters()
        let keeper = keeper
        (self.keeper, listener) = (nil, nil)
        keeper?.peerEnded()
        worker.remove(self)
    }
}

extension Refusal {
    static let slowHead = Refusal(.requestTimeout, "request head took too long")
}

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
    private let descriptor: Int32
    private var registration: Registration?
    var machine: ConnectionMachine
    let parser: RequestParser
    var output = ByteQueue()
    private var input = ByteQueue()
    private var scanner = HeadScanner()
    private var framing = Framing()
    private var task: Task<Void, Never>?

    /// The task, while it waits for a request, for body bytes, or for room to send.
    private var requestWaiter: UnsafeContinuation<Bool, Never>?
    private var bodyWaiter: UnsafeContinuation<Void, Never>?
    private var roomWaiter: UnsafeContinuation<Void, Never>?

    private var headReady = false
    private(set) var bodyComing = false
    private(set) var bodyFault: BodyFault?
    /// Set when the body's framing broke: whatever the handler answers, the client is told that.
    private(set) var bodyRefusal: Refusal?
    private weak var servedBody: SocketBody?
    private var mayHaveMore = true
    private var peerClosed = false
    private var flushScheduled = false
    /// Position in the worker's table.
    var place = 0

    static let readAhead = 64 * 1024

    init(worker: ServerWorker, socket: AcceptedSocket) {
        self.worker = worker
        descriptor = socket.descriptor
        peer = Peer(host: socket.peer.host, port: socket.peer.port, isSecure: false)
        machine = ConnectionMachine(limits: worker.limits, now: worker.loop.now)
        parser = RequestParser(limits: worker.limits)
    }

    func start() {
        setSocketOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
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
            await send(response, to: request)
        }
    }

    private func makeRequest() -> Request {
        headReady = false
        machine.headCompleted(keepAlive: framing.keepAlive, bodyComing: framing.hasBody, now: worker.loop.now)
        if !framing.hasBody {
            return Request(head: parser.head, body: .empty, peer: peer, id: worker.nextNumber())
        }
        let body = SocketBody(connection: self, expectsContinue: framing.expectsContinue)
        servedBody = body
        return Request(
            head: parser.head, body: RequestBody(declaredLength: framing.contentLength, source: body), peer: peer,
            id: worker.nextNumber())
    }

    /// False when there will be none.
    private func nextRequest() async -> Bool {
        if !headReady { readHead() }
        if headReady { return true }
        guard machine.phase == .idle || machine.phase == .readingHead else { return false }
        input.releaseIfEmpty()
        output.releaseIfEmpty()
        return await unsafe withUnsafeContinuation { unsafe requestWaiter = $0 }
    }

    // MARK: Reading

    func ready(_ readiness: Readiness) {
        if readiness.contains(.writable), !output.isEmpty { flush() }
        if !readiness.isDisjoint(with: [.readable, .peerClosed, .failed]) { becameReadable(readiness) }
    }

    private func becameReadable(_ readiness: Readiness) {
        mayHaveMore = true
        switch machine.phase {
        case .idle, .readingHead:
            if !headReady { readHead() }
            wakeRequestWaiter()
        case .handling:
            if bodyComing { readBody() }
            if readiness.contains(.failed) { peerVanished() }
        case .lingering: discardInput()
        case .closed: break
        }
    }

    /// Takes what the socket has until a head is whole or nothing is left.
    private func readHead() {
        if !input.isEmpty, takeHead(fromInput: true) { return }
        while mayHaveMore, machine.phase == .idle || machine.phase == .readingHead {
            let buffer = unsafe worker.scratch
            let count = unsafe receive(buffer)
            guard count > 0 else { return }
            let bytes = unsafe UnsafeBufferPointer(start: buffer.baseAddress, count: count)
            if input.isEmpty {
                if unsafe takeHead(bytes) { return }
            } else {
                unsafe input.append(bytes)
                if takeHead(fromInput: true) { return }
            }
        }
    }

    private func takeHead(fromInput: Bool) -> Bool {
        machine.headBegan(now: worker.loop.now)
        switch unsafe scanner.scan(input.readable, limits: worker.limits) {
        case .incomplete: return false
        case .refused(let refusal): refuse(refusal)
        case .complete(let length):
            unsafe accept(UnsafeBufferPointer(rebasing: input.readable[..<length]))
            input.consume(length)
            if bodyComing { parseBodyFromInput() }
        }
        return true
    }

    /// The common case: the whole head lies in the loop's scratch memory and is parsed there.
    private func takeHead(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        machine.headBegan(now: worker.loop.now)
        switch unsafe scanner.scan(bytes, limits: worker.limits) {
        case .incomplete:
            unsafe input.append(bytes)
            return false
        case .refused(let refusal): refuse(refusal)
        case .complete(let length):
            unsafe accept(UnsafeBufferPointer(rebasing: bytes[..<length]))
            if machine.phase != .lingering, bytes.count > length {
                unsafe input.append(UnsafeBufferPointer(rebasing: bytes[length...]))
                if bodyComing { parseBodyFromInput() }
            }
        }
        return true
    }

    private func accept(_ head: UnsafeBufferPointer<UInt8>) {
        scanner = HeadScanner()
        do {
            framing = try unsafe parser.parse(head: head)
            (bodyComing, bodyFault, bodyRefusal, headReady) = (framing.hasBody, nil, nil, true)
            parser.body.removeAll(keepingCapacity: false)
        } catch {
            refuse(error)
        }
    }

    private func wakeRequestWaiter() {
        guard headReady || machine.phase == .lingering || machine.phase == .closed,
            let waiter = unsafe requestWaiter
        else { return }
        unsafe requestWaiter = nil
        unsafe waiter.resume(returning: headReady)
    }

    /// One read. Zero means: nothing now, or never again.
    private func receive(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        while true {
            let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                // A short read has emptied the socket: the edge will tell of more.
                if count < buffer.count { mayHaveMore = false }
                worker.counters.bytesIn &+= UInt64(count)
                return count
            }
            if count < 0, errno == EINTR { continue }
            mayHaveMore = false
            if count == 0 { inputEnded() } else if errno != EAGAIN { peerVanished() }
            return 0
        }
    }

    /// The peer sends no more: at rest that is the end, under way it is a broken body or a client that half-closed.
    private func inputEnded() {
        peerClosed = true
        switch machine.phase {
        case .idle, .readingHead, .lingering: close()
        case .handling: if bodyComing { failBody(.interrupted) }
        case .closed: break
        }
    }

    private func peerVanished() {
        task?.cancel()
        close()
    }

    private func discardInput() {
        while mayHaveMore, machine.phase == .lingering { _ = unsafe receive(worker.scratch) }
    }

    // MARK: The body

    private func parseBodyFromInput() {
        while bodyComing, bodyFault == nil, !input.isEmpty {
            let consumed = unsafe parseBody(input.readable)
            input.consume(consumed)
        }
        input.releaseIfEmpty()
    }

    private func readBody() {
        while mayHaveMore, bodyComing, bodyFault == nil, parser.body.count < Self.readAhead {
            let buffer = unsafe worker.scratch
            let count = unsafe receive(buffer)
            guard count > 0 else { break }
            let consumed = unsafe parseBody(UnsafeBufferPointer(start: buffer.baseAddress, count: count))
            if consumed < count {
                unsafe input.append(UnsafeBufferPointer(start: buffer.baseAddress, count: count).suffixBuffer(consumed))
            }
        }
        wakeBodyWaiter()
    }

    private func parseBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        do {
            let progress = try unsafe parser.parse(body: bytes)
            machine.bodyArrived(bytes.count)
            if progress.ended {
                bodyComing = false
                machine.bodyEnded()
            }
            return progress.consumed
        } catch {
            bodyRefusal = error
            failBody(error.status == .contentTooLarge ? .tooLarge : .interrupted)
            return bytes.count
        }
    }

    private func failBody(_ fault: BodyFault) {
        guard bodyFault == nil else { return }
        bodyFault = fault
        wakeBodyWaiter()
    }

    private func wakeBodyWaiter() {
        guard let waiter = unsafe bodyWaiter, !parser.body.isEmpty || !bodyComing || bodyFault != nil else { return }
        unsafe bodyWaiter = nil
        unsafe waiter.resume()
    }

    /// The handler asks for more of the body.
    func nextBodyPiece() async throws(BodyFault) -> [UInt8]? {
        if parser.body.isEmpty, bodyComing {
            machine.bodyHeldBack(now: worker.loop.now)
            readBody()
            if parser.body.isEmpty, bodyComing, bodyFault == nil, !Task.isCancelled {
                await unsafe withUnsafeContinuation { unsafe bodyWaiter = $0 }
            }
        }
        if let bodyFault { throw bodyFault }
        if parser.body.isEmpty {
            if bodyComing { throw .interrupted }
            return nil
        }
        var piece: [UInt8] = []
        swap(&piece, &parser.body)
        machine.bodyHeldBack(now: worker.loop.now)
        return piece
    }

    /// True while the body's own request is being answered.
    func isServing(_ body: SocketBody) -> Bool { servedBody === body && machine.phase == .handling }

    func sendContinue() {
        output.append("HTTP/1.1 100 Continue\r\n\r\n")
        scheduleFlush()
    }

    // MARK: Writing

    /// Gathers what was written during a turn of the loop into one system call.
    func scheduleFlush() {
        guard !flushScheduled else { return }
        flushScheduled = true
        worker.loop.atEndOfTurn(self)
    }

    func turnEnded() {
        flushScheduled = false
        flush()
    }

    func flush() {
        guard machine.phase != .closed else { return }
        while !output.isEmpty {
            let bytes = unsafe output.readable
            let count = unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count > 0 {
                output.consume(count)
                worker.counters.bytesOut &+= UInt64(count)
            } else if errno == EAGAIN {
                machine.writeBlocked(now: worker.loop.now)
                break
            } else if errno != EINTR {
                return peerVanished()
            }
        }
        if output.isEmpty { caughtUp() } else if output.count < worker.limits.sendAhead { wakeRoomWaiter() }
    }

    private func caughtUp() {
        machine.writeCaughtUp()
        wakeRoomWaiter()
        if machine.phase == .lingering, !peerClosed { shutdown(descriptor, Int32(SHUT_WR)) }
    }

    private func wakeRoomWaiter() {
        guard let waiter = unsafe roomWaiter else { return }
        unsafe roomWaiter = nil
        unsafe waiter.resume()
    }

    /// Suspends while more waits to be sent than `limit`. False when the peer is gone.
    func waitForRoom(below limit: Int) async -> Bool {
        if output.count > limit { flush() }
        while output.count > limit, machine.phase != .closed {
            await unsafe withUnsafeContinuation { unsafe roomWaiter = $0 }
        }
        return machine.phase != .closed
    }

    /// Sends a part of a file without copying it through this process. False when the peer is gone.
    func sendFile(_ file: Int32, _ range: Range<Int>) async -> Bool {
        guard await waitForRoom(below: 0) else { return false }
        var position = off_t(range.lowerBound)
        while position < range.upperBound {
            let count = unsafe sendfile(descriptor, file, &position, range.upperBound - Int(position))
            if count > 0 {
                worker.counters.bytesOut &+= UInt64(count)
            } else if count < 0, errno == EAGAIN {
                machine.writeBlocked(now: worker.loop.now)
                await unsafe withUnsafeContinuation { unsafe roomWaiter = $0 }
                if machine.phase == .closed { return false }
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        machine.writeCaughtUp()
        return true
    }

    // MARK: The end

    /// Answers a request that no handler sees.
    func refuse(_ refusal: Refusal) {
        worker.counters.refused &+= 1
        ResponseWriter.writeRefusal(refusal, into: &output, date: worker.date)
        worker.log(refusal, from: peer)
        machine.refused(now: worker.loop.now)
        input.consume(input.count)
        scheduleFlush()
        wakeRequestWaiter()
        discardInput()
    }

    /// The answer is complete as far as the task is concerned.
    func responseEnded(keptAlive: Bool) {
        servedBody = nil
        switch machine.responseEnded(promisedKeepAlive: keptAlive, now: worker.loop.now) {
        case .nextRequest: break
        case .linger:
            input.consume(input.count)
            discardInput()
        }
        scheduleFlush()
    }

    func check(now: UInt64) {
        switch machine.check(now: now) {
        case .nothing: break
        case .refuseSlowHead: refuse(.slowHead)
        case .failSlowBody: failBody(.tooSlow)
        case .cancelHandler:
            worker.counters.timedOut &+= 1
            task?.cancel()
            failBody(.interrupted)
        case .close: close()
        }
    }

    func drain() { machine.drain(now: worker.loop.now) }

    func close() {
        guard machine.phase != .closed else { return }
        machine.closed()
        if let registration { worker.loop.forget(registration, descriptor) }
        registration = nil
        Glibc.close(descriptor)
        bodyFault = bodyFault ?? .interrupted
        wakeRequestWaiter()
        wakeBodyWaiter()
        wakeRoomWaiter()
        worker.remove(self)
    }
}

extension Refusal {
    static let slowHead = Refusal(.requestTimeout, "request head took too long")
}

extension UnsafeBufferPointer {
    /// Without the first so many elements.
    fileprivate func suffixBuffer(_ start: Int) -> UnsafeBufferPointer<Element> {
        unsafe UnsafeBufferPointer(rebasing: self[start...])
    }
}

public import EventLoop
public import HTTP

/// A TCP connection, later perhaps with TLS on it, as lines and counted bytes: what SMTP, IMAP and LDAP are spoken on.
/// Every operation has an end in time. One task may read while another writes; two that do the same are refused.
///
/// After an error, and after a cancelled task, what was read or sent is unknown: the stream is good for `close` only.
/// The loop holds it until it is closed, so whoever connects closes.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class ByteStream: Selectable, @unchecked Sendable {
    /// The loop whose tasks may use it.
    public let loop: Loop
    /// Who is at the other end.
    public let peer: IPAddress
    /// What has come and was not taken yet, in the clear.
    var incoming = ByteQueue()
    /// What the socket has not taken yet, as it goes out.
    var outgoing = ByteQueue()
    var tls: TLSMachine?
    var outputEnded = false
    var isWriting = false
    private var socket: ConnectedSocket?
    private var registration: Registration?
    private var mayReceive = false
    private var maySend = false
    private var reader: StreamWait?
    private var writer: StreamWait?
    private(set) var hasReceivedEnd = false
    private var helpings = 0

    private init(on loop: Loop, to peer: IPAddress, by socket: consuming ConnectedSocket) throws(StreamError) {
        (self.loop, self.peer) = (loop, peer)
        do {
            registration = try loop.watch(
                socket.descriptor, [.readable, .writable, .peerClosed, .edgeTriggered], self)
        } catch {
            throw StreamError(.notConnected, error.debugDescription)
        }
        self.socket = consume socket
    }

    /// Where this end of it is; the unspecified address once it is closed.
    var ownAddress: IPAddress { socket?.ownAddress() ?? IPAddress(0, 0, 0, 0) }

    /// Connects, if the policy allows the address. On the loop's thread.
    public static func connect(
        to address: IPAddress, port: UInt16, policy: DestinationPolicy, on loop: Loop, within time: Duration
    ) async throws(StreamError) -> ByteStream {
        guard policy.allows(address) else { throw StreamError(.addressNotAllowed, "\(address)") }
        let socket = try ConnectedSocket(connectingTo: address, port: port)
        return try await ByteStream(on: loop, to: address, by: socket).connected(within: time)
    }

    /// Connects to a socket of this machine; its peer is this machine. On the loop's thread.
    public static func connect(
        toSocket path: String, on loop: Loop, within time: Duration
    ) async throws(StreamError) -> ByteStream {
        let socket = try ConnectedSocket(connectingTo: path)
        return try await ByteStream(on: loop, to: .loopback, by: socket).connected(within: time)
    }

    private func connected(within time: Duration) async throws(StreamError) -> ByteStream {
        do {
            try await finishConnecting(by: loop.deadline(in: time))
            return self
        } catch {
            close()
            throw error
        }
    }

    private func finishConnecting(by deadline: UInt64) async throws(StreamError) {
        while !maySend { try await waitToSend(by: deadline) }
        guard socket != nil else { throw StreamError(.closed) }
        try socket?.checkConnected()
    }

    /// The socket has news. With a change told once only, what it allows is remembered until it has been used up.
    public func ready(_ readiness: Readiness) {
        if !readiness.isDisjoint(with: [.readable, .peerClosed, .failed]) {
            mayReceive = true
            reader?.wake()
        }
        if !readiness.isDisjoint(with: [.writable, .failed]) {
            maySend = true
            writer?.wake()
        }
    }

    /// Ends the connection at once, without a word, and all that waits on it. May be called any number of times.
    public func close() {
        guard socket != nil else { return }
        if let registration, let descriptor = socket?.descriptor { loop.forget(registration, descriptor) }
        registration = nil
        socket = nil
        reader?.wake()
        writer?.wake()
    }

    /// True until `close`.
    public var isOpen: Bool { socket != nil }

    // MARK: Receiving

    /// Brings at least one more byte into `incoming`, or says that there will be none.
    func receiveMore(by deadline: UInt64) async throws(StreamError) -> Bool {
        let before = incoming.count
        while true {
            if hasReceivedEnd { return try endOfInput() }
            try await receiveOnce(by: deadline)
            if incoming.count > before { return true }
        }
    }

    /// With TLS on it, an end that was not announced may be the work of somebody on the way.
    private func endOfInput() throws(StreamError) -> Bool {
        guard let tls, !tls.hasEnded else { return false }
        throw StreamError(.interrupted, "the connection ended inside TLS")
    }

    /// One helping from the socket, however little, waiting for it if need be.
    func receiveOnce(by deadline: UInt64) async throws(StreamError) {
        guard socket != nil else { throw StreamError(.closed) }
        if Task.isCancelled { throw StreamError(.cancelled) }
        guard mayReceive else { return try await waitToReceive(by: deadline) }
        try await giveWay(by: deadline)
        if let tls {
            try receiveRecords(tls)
        } else {
            let count = try receive(into: &incoming)
            incoming.produced(count)
        }
    }

    /// Who always has something to say, if only records without content, must hold neither the loop nor the wait for
    /// ever: news of the socket would come before the deadline's timer each time.
    private func giveWay(by deadline: UInt64) async throws(StreamError) {
        helpings &+= 1
        guard helpings % 64 == 0 else { return }
        await Task.yield()
        guard monotonicNanoseconds() < deadline else { throw StreamError(.timeout) }
        guard socket != nil else { throw StreamError(.closed) }
    }

    private func receiveRecords(_ tls: TLSMachine) throws(StreamError) {
        do throws(StreamError) {
            var records = ByteQueue()
            let count = try receive(into: &records)
            records.produced(count)
            try unsafe tls.take(records.readable)
            // Until hands are shaken there is nothing to read in the clear.
            guard tls.isReady else { return }
            try tls.decrypt(into: &incoming)
            if tls.hasEnded { hasReceivedEnd = true }
            try sendAside(tls)
        } catch {
            // The alert that says why, if it can still go out.
            tls.drain(into: &outgoing)
            flushNow()
            throw error
        }
    }

    /// Reading may have to answer, as to a request for new keys. Who asks for ever and reads nothing is cut off.
    private func sendAside(_ tls: TLSMachine) throws(StreamError) {
        tls.drain(into: &outgoing)
        flushNow()
        guard isWriting || outgoing.count < 64 * 1024 else { throw StreamError(.tls, "too many answers are due") }
    }

    private func receive(into queue: inout ByteQueue) throws(StreamError) -> Int {
        let room = unsafe UnsafeMutableBufferPointer(start: queue.reserve(Self.helping), count: Self.helping)
        switch try unsafe socket?.receive(into: room) {
        case .bytes(let count)?: return count
        case .nothingYet?: mayReceive = false
        case .end?, nil: hasReceivedEnd = true
        }
        return 0
    }

    private static let helping = 16 * 1024

    private func waitToReceive(by deadline: UInt64) async throws(StreamError) {
        guard reader == nil else { throw StreamError(.busy) }
        let wait = StreamWait(loop)
        reader = wait
        defer { reader = nil }
        try Self.check(await wait.wait(until: deadline))
    }

    // MARK: Sending

    /// Hands all of `outgoing` to the system.
    func flush(by deadline: UInt64) async throws(StreamError) {
        while !outgoing.isEmpty {
            guard socket != nil else { throw StreamError(.closed) }
            if Task.isCancelled { throw StreamError(.cancelled) }
            try sendOnce()
            if !outgoing.isEmpty, !maySend { try await waitToSend(by: deadline) }
        }
        outgoing.releaseIfEmpty()
    }

    private func sendOnce() throws(StreamError) {
        guard maySend, let count = try unsafe socket?.send(outgoing.readable) else { return }
        outgoing.consume(count)
        if !outgoing.isEmpty, count == 0 { maySend = false }
    }

    /// What can still be said without waiting.
    func flushNow() { try? sendOnce() }

    func endOutput() { socket?.endOutput() }

    private func waitToSend(by deadline: UInt64) async throws(StreamError) {
        guard writer == nil else { throw StreamError(.busy) }
        let wait = StreamWait(loop)
        writer = wait
        defer { writer = nil }
        try Self.check(await wait.wait(until: deadline))
    }

    private static func check(_ outcome: StreamWait.Outcome) throws(StreamError) {
        switch outcome {
        case .news: return
        case .timeout: throw StreamError(.timeout)
        case .cancelled: throw StreamError(.cancelled)
        }
    }
}

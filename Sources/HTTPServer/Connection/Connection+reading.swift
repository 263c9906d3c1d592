import EventLoop
import Glibc
import HTTP

extension Connection {
    /// How many full reads one event may cost before others have their turn.
    static let readsPerEvent = 4

    func ready(_ readiness: Readiness) {
        if readiness.contains(.writable) { becameWritable() }
        if !readiness.isDisjoint(with: [.readable, .peerClosed, .failed]) { becameReadable(readiness) }
    }

    private func becameWritable() {
        if output.isEmpty { wakeRoomWaiters() } else { flush() }
        if listener != nil { readChannel() }
    }

    private func becameReadable(_ readiness: Readiness) {
        mayHaveMore = true
        if readiness.contains(.peerClosed) { peerEnding = true }
        switch machine.phase {
        case .idle, .readingHead:
            if !headReady { readHead() }
            wakeRequestWaiter()
        case .handling:
            if listener != nil { readChannel() } else if bodyComing { readBody() }
            if readiness.contains(.failed) || peerEnding && isStreaming { peerVanished() }
        case .lingering: discardInput()
        case .closed: break
        }
    }

    // MARK: The head

    /// Takes what the socket has until a head is whole or nothing is left.
    func readHead() {
        if !input.isEmpty, takeHead(fromInput: true) { return }
        while mayHaveMore, machine.awaitsHead {
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
            refuse(error, headOnly: parser.head.method == .head)
        }
    }

    func wakeRequestWaiter() {
        guard headReady || !machine.awaitsHead, let waiter = unsafe requestWaiter else { return }
        unsafe requestWaiter = nil
        unsafe waiter.resume(returning: headReady && machine.awaitsHead)
    }

    // MARK: The socket

    /// One read. Zero means: nothing now, or never again.
    func receive(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        while true {
            let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                // A short read has emptied the socket and the edge will tell of more, unless the edge was the end's.
                if count < buffer.count, !peerEnding { mayHaveMore = false }
                worker.counters.bytesIn &+= UInt64(count)
                return count
            }
            if count < 0, errno == EINTR { continue }
            mayHaveMore = false
            if count == 0 { inputEnded() } else if errno != EAGAIN { peerVanished() }
            return 0
        }
    }

    /// The peer sends no more. It may still read: what it was promised is sent before the connection ends.
    private func inputEnded() {
        peerEnded = true
        switch machine.phase {
        case .idle, .readingHead, .lingering:
            if output.isEmpty { return close() }
            machine.inputEnded(now: worker.loop.now)
            scheduleFlush()
            wakeRequestWaiter()
        case .handling: if let listener { listener.peerEnded() } else if bodyComing { failBody(.interrupted) }
        case .closed: break
        }
    }

    /// Throws away what a finished connection still brings, a little at a time, so that who sends without end holds up
    /// nobody else. What is left waits for the next event or the clock.
    func discardInput() {
        var reads = 0
        while mayHaveMore, machine.phase == .lingering, reads < Self.readsPerEvent {
            _ = unsafe receive(worker.scratch)
            reads += 1
        }
    }
}

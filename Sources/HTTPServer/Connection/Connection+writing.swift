import EventLoop
import Glibc
import HTTP

extension Connection {
    /// Gathers what was written during a turn of the loop into one system call.
    func scheduleFlush() {
        guard !flushScheduled else { return }
        flushScheduled = true
        worker.loop.atEndOfTurn(self)
    }

    func turnEnded() {
        flushScheduled = false
        flush()
        if listener != nil { readChannel() }
    }

    func flush() {
        guard machine.phase != .closed else { return }
        while !output.isEmpty {
            let bytes = unsafe output.readable
            let count = unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count > 0 {
                output.consume(count)
                wrote(count)
            } else if errno == EAGAIN {
                writeBlocked()
                break
            } else if errno != EINTR {
                return peerVanished()
            }
        }
        if output.isEmpty { caughtUp() } else if output.count < worker.limits.sendAhead { wakeRoomWaiters() }
    }

    private func wrote(_ count: Int) {
        written &+= count
        worker.counters.bytesOut &+= UInt64(count)
    }

    private func writeBlocked() {
        if machine.writeBlocked(now: worker.loop.now) { takenBefore = taken }
    }

    /// How many bytes the peer has acknowledged.
    private var taken: Int { written &- unacknowledgedBytes(descriptor) }

    /// Drops a reader that takes too little, and what the system still holds for it.
    func weighReader(now: UInt64) {
        let taken = taken
        guard machine.readerTook(taken &- takenBefore, now: now) else {
            endWithReset()
            return peerVanished()
        }
        takenBefore = taken
    }

    private func caughtUp() {
        // Who keeps a connection open for long mostly says nothing.
        output.releaseIfEmpty(above: keeper == nil ? Self.outputKept : 0)
        machine.writeCaughtUp(now: worker.loop.now)
        wakeRoomWaiters()
        guard machine.phase == .lingering else { return }
        if peerEnded { close() } else { shutdown(descriptor, Int32(SHUT_WR)) }
    }

    /// Nobody woken runs before this is over: the loop takes them up later in its turn.
    func wakeRoomWaiters() {
        guard unsafe !roomWaiters.isEmpty else { return }
        for index in unsafe roomWaiters.indices { unsafe roomWaiters[index].resume() }
        unsafe roomWaiters.removeAll(keepingCapacity: true)
    }

    /// Suspends while more waits to be sent than `limit`. False when the peer is gone.
    func waitForRoom(below limit: Int) async -> Bool {
        if output.count > limit { flush() }
        while output.count > limit, machine.phase != .closed {
            await unsafe withUnsafeContinuation { unsafe roomWaiters.append($0) }
        }
        return machine.phase != .closed
    }

    /// What the system has not sent yet is lost with the connection.
    func endWithReset() {
        var atOnce = Glibc.linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<Glibc.linger>.size))
    }

    /// So much of a file is sent before others have their turn.
    private static let fileStretch = 512 * 1024

    /// Sends a part of a file without copying it through this process. False when the peer is gone or the file is
    /// shorter than promised.
    func sendFile(_ file: Int32, offset: Int, length: Int) async -> Bool {
        let (end, overflow) = offset.addingReportingOverflow(length)
        guard offset >= 0, length >= 0, !overflow, await waitForRoom(below: 0) else { return false }
        var position = off_t(offset)
        while position < end, machine.phase != .closed {
            let count = unsafe sendfile(descriptor, file, &position, min(end - position, Self.fileStretch))
            if count > 0 {
                wrote(count)
                if count == Self.fileStretch { await Task.yield() }
            } else if count < 0, errno == EAGAIN {
                writeBlocked()
                await unsafe withUnsafeContinuation { unsafe roomWaiters.append($0) }
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        machine.writeCaughtUp(now: worker.loop.now)
        return position == end
    }
}

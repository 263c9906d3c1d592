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
    }

    func flush() {
        guard machine.phase != .closed else { return }
        var progress = false
        while !output.isEmpty {
            let bytes = unsafe output.readable
            let count = unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count > 0 {
                output.consume(count)
                progress = true
                worker.counters.bytesOut &+= UInt64(count)
            } else if errno == EAGAIN {
                machine.writeBlocked(progress: progress, now: worker.loop.now)
                break
            } else if errno != EINTR {
                return peerVanished()
            }
        }
        if output.isEmpty { caughtUp() } else if output.count < worker.limits.sendAhead { wakeRoomWaiters() }
    }

    private func caughtUp() {
        machine.writeCaughtUp(now: worker.loop.now)
        wakeRoomWaiters()
        guard machine.phase == .lingering else { return }
        if peerEnded { close() } else { shutdown(descriptor, Int32(SHUT_WR)) }
    }

    func wakeRoomWaiters() {
        guard unsafe !roomWaiters.isEmpty else { return }
        let waiters = unsafe roomWaiters
        unsafe roomWaiters.removeAll(keepingCapacity: true)
        for index in unsafe waiters.indices { unsafe waiters[index].resume() }
    }

    /// Suspends while more waits to be sent than `limit`. False when the peer is gone.
    func waitForRoom(below limit: Int) async -> Bool {
        if output.count > limit { flush() }
        while output.count > limit, machine.phase != .closed {
            await unsafe withUnsafeContinuation { unsafe roomWaiters.append($0) }
        }
        return machine.phase != .closed
    }

    /// So much of a file is sent before others have their turn.
    private static let fileStretch = 512 * 1024

    /// Sends a part of a file without copying it through this process. False when the peer is gone or the file is
    /// shorter than promised.
    func sendFile(_ file: Int32, offset: Int, length: Int) async -> Bool {
        let (end, overflow) = offset.addingReportingOverflow(length)
        guard offset >= 0, length >= 0, !overflow, await waitForRoom(below: 0) else { return false }
        var position = off_t(offset)
        var progress = false
        while position < end, machine.phase != .closed {
            let count = unsafe sendfile(descriptor, file, &position, min(end - position, Self.fileStretch))
            if count > 0 {
                progress = true
                worker.counters.bytesOut &+= UInt64(count)
                if count == Self.fileStretch { await Task.yield() }
            } else if count < 0, errno == EAGAIN {
                machine.writeBlocked(progress: progress, now: worker.loop.now)
                progress = false
                await unsafe withUnsafeContinuation { unsafe roomWaiters.append($0) }
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        machine.writeCaughtUp(now: worker.loop.now)
        return position == end
    }
}

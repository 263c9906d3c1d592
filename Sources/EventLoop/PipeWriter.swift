import Glibc

/// What a child is told. Writing waits while the pipe is full.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class PipeWriter: Selectable, @unchecked Sendable {
    private let loop: Loop
    private var descriptor: Int32
    private var registration: Registration?
    private var waiter: Waiter?

    init(_ loop: Loop, _ descriptor: Int32) {
        (self.loop, self.descriptor) = (loop, descriptor)
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    /// Writes all of it. Throws `EPIPE` when the child has stopped listening. One task at a time.
    public func write(_ bytes: [UInt8]) async throws {
        var start = 0
        while start < bytes.count {
            guard descriptor >= 0 else { throw SystemError(call: "write", code: EPIPE) }
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start)
            }
            let failure = written < 0 ? errno : 0
            switch failure {
            case 0: start += written
            case EINTR: continue
            case EAGAIN:
                guard try await wait() else { throw ChildFault.cancelled }
            default: throw SystemError(call: "write", code: failure)
            }
        }
    }

    /// The child reads the end.
    public func close() {
        unwatch()
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
        waiter?.wake()
    }

    /// News of the pipe: it is watched only while somebody waits.
    public func ready(_ readiness: Readiness) {
        unwatch()
        waiter?.wake()
    }

    private func wait() async throws -> Bool {
        let waiter = Waiter(loop)
        self.waiter = waiter
        if registration == nil { registration = try loop.watch(descriptor, .writable, self) }
        return await waiter.wait()
    }

    private func unwatch() {
        guard let registration else { return }
        self.registration = nil
        loop.forget(registration, descriptor)
    }
}

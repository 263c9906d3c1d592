import Glibc

/// What a child says, read when it is asked for: a child that says much waits for whoever listens.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class PipeReader: Selectable, @unchecked Sendable {
    private let loop: Loop
    private var descriptor: Int32
    private var registration: Registration?
    private var waiter: Waiter?

    init(_ loop: Loop, _ descriptor: Int32) {
        (self.loop, self.descriptor) = (loop, descriptor)
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    /// The next bytes, at most 64 KiB; nil at the end. One task at a time.
    public func next() async throws -> [UInt8]? {
        while descriptor >= 0 {
            switch try read() {
            case .some(let bytes) where bytes.isEmpty:
                close()
                return nil
            case .some(let bytes): return bytes
            case .none:
                guard try await wait() else { throw ChildFault.cancelled }
            }
        }
        return nil
    }

    /// Nothing more will be read; the child finds its pipe broken.
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

    /// What is there now: nothing yet is nil, the end is empty.
    private func read() throws(SystemError) -> [UInt8]? {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            let result = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            count = max(result, 0)
            if result < 0 { failure = errno }
        }
        switch failure {
        case 0: return bytes
        case EAGAIN, EINTR: return nil
        default: throw SystemError(call: "read", code: failure)
        }
    }

    private func wait() async throws -> Bool {
        let waiter = Waiter(loop)
        self.waiter = waiter
        if registration == nil { registration = try loop.watch(descriptor, .readable, self) }
        return await waiter.wait()
    }

    private func unwatch() {
        guard let registration else { return }
        self.registration = nil
        loop.forget(registration, descriptor)
    }
}

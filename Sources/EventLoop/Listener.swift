import CLinux
import Glibc

/// A connection just accepted: non-blocking, closed on exec, owned by whoever takes it.
public struct AcceptedSocket: Sendable {
    /// The descriptor.
    public let descriptor: Int32
    /// Who connected.
    public let peer: SocketAddress
}

/// Accepts connections on one loop and hands each to a closure.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class Listener: Selectable, TimerTarget, @unchecked Sendable {
    /// The address as bound: the port is the real one when 0 was asked for.
    public let address: SocketAddress
    private let loop: Loop
    private let descriptor: Int32
    private let accepted: @Sendable (AcceptedSocket) -> Void
    private var registration: Registration?

    /// Binds and listens. On the loop's thread.
    public init(
        on loop: Loop, _ address: SocketAddress, backlog: Int32 = 4096,
        _ accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(SystemError) {
        let descriptor = try systemCall("socket") {
            socket(address.family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        }
        do {
            try Self.bind(descriptor, address, backlog)
        } catch {
            close(descriptor)
            throw error
        }
        (self.loop, self.descriptor, self.accepted) = (loop, descriptor, accepted)
        self.address = unsafe SocketAddress { unsafe _ = getsockname(descriptor, $0, $1) }
        registration = try loop.watch(descriptor, .readable, self)
    }

    private static func bind(_ descriptor: Int32, _ address: SocketAddress, _ backlog: Int32) throws(SystemError) {
        setSocketOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        _ = try systemCall("bind") { unsafe address.withPointer { unsafe Glibc.bind(descriptor, $0, $1) } }
        _ = try systemCall("listen") { listen(descriptor, backlog) }
    }

    /// Stops accepting; what the system had already accepted is refused.
    public func stop() {
        guard let registration else { return }
        loop.forget(registration, descriptor)
        self.registration = nil
        close(descriptor)
    }

    /// Takes connections until there are none. Out of descriptors, it rests a while instead of spinning.
    public func ready(_ readiness: Readiness) {
        for _ in 0..<256 {
            var result: Int32 = -1
            let peer = unsafe SocketAddress { unsafe result = konak_accept(descriptor, $0, $1) }
            guard result >= 0 else {
                if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) { rest() }
                return
            }
            accepted(AcceptedSocket(descriptor: result, peer: peer))
        }
    }

    private func rest() {
        guard let registration else { return }
        try? loop.change(registration, descriptor, [])
        _ = loop.timer(at: loop.deadline(in: .milliseconds(100)), self)
    }

    /// The rest is over.
    public func timerFired() {
        guard let registration else { return }
        try? loop.change(registration, descriptor, .readable)
    }
}

/// Sets an integer option; failure is not an error anywhere it is used.
package func setSocketOption(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
}

/// How many bytes handed to the system for this socket its peer has not yet taken.
package func unacknowledgedBytes(_ descriptor: Int32) -> Int { max(Int(konak_unacknowledged(descriptor)), 0) }

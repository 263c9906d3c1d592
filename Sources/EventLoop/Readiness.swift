import CLinux

/// What epoll saw on a descriptor.
public struct Readiness: OptionSet, Sendable {
    /// The epoll bits.
    public let rawValue: UInt32
    /// From epoll's bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Bytes, an end of stream or a new connection can be read.
    public static let readable = Readiness(rawValue: EPOLLIN.rawValue)
    /// The send buffer has room.
    public static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
    /// The peer will send no more.
    public static let peerClosed = Readiness(rawValue: EPOLLRDHUP.rawValue)
    /// The descriptor is broken or hung up.
    public static let failed = Readiness(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
    /// Told once; then nothing, not even a failure, until the interest is changed.
    public static let once = Readiness(rawValue: EPOLLONESHOT.rawValue)
    /// Only changes are told, so the descriptor is registered once and never again.
    public static let edgeTriggered = Readiness(rawValue: EPOLLET.rawValue)
}

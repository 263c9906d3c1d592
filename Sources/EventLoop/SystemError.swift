import Glibc

/// A system call that failed. The description is for people and says nothing of the inside; the truth is in
/// `debugDescription`.
public struct SystemError: Error, CustomStringConvertible, CustomDebugStringConvertible {
    /// The call's name.
    public let call: StaticString
    /// `errno` as it was.
    public let code: Int32

    /// A failed call.
    public init(call: StaticString, code: Int32) { (self.call, self.code) = (call, code) }

    /// Bland on purpose.
    public var description: String { "a system call failed" }

    /// The call and what the system said.
    public var debugDescription: String {
        unsafe "\(call) failed: \(String(cString: strerror(code))) (\(code))"
    }
}

/// Runs a call that answers -1 on failure, again when a signal interrupted it.
@inline(__always)
package func systemCall(_ name: StaticString, _ body: () -> Int32) throws(SystemError) -> Int32 {
    while true {
        let result = body()
        if result >= 0 { return result }
        let code = errno
        if code != EINTR { throw SystemError(call: name, code: code) }
    }
}

/// The monotonic clock.
@inline(__always)
package func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

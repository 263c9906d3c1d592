internal import Glibc

/// A call on a file, a folder or a process of this machine failed. Meant for the operator, so it names the path.
public struct LocalFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, such as `read`.
    public let action: String
    /// On what.
    public let path: String
    /// `errno` as it was.
    public let number: Int32

    /// A fault of the last system call.
    init(_ action: String, _ path: String, number: Int32 = errno) {
        self.action = action
        self.path = path
        self.number = number
    }

    /// Action, path and the system's reason.
    public var description: String {
        unsafe "cannot \(action) \(path): \(String(cString: strerror(number)))"
    }
}

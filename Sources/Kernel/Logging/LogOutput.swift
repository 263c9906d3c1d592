import Glibc

/// Writes whole lines to a descriptor and knows when one was left torn.
struct LogOutput: Sendable {
    let descriptor: Int32
    /// The last line lacks its end.
    private var isTorn = false

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// How many of the lines were not written whole.
    mutating func write(_ lines: [UInt8]) -> Int {
        guard !isTorn || put([Self.newLine]) == 1 else { return Self.count(lines[...]) }
        let written = put(lines)
        isTorn = written > 0 && lines[written - 1] != Self.newLine
        return Self.count(lines[written...])
    }

    /// How many bytes went out; fewer than all after an error that does not pass.
    private func put(_ bytes: [UInt8]) -> Int {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { rest in
                unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count > 0 { written += count } else if count == 0 || !passes(errno) { return written }
        }
        return written
    }

    /// Whoever started us may have made the descriptor non-blocking; a reader is given a moment then.
    private func passes(_ error: Int32) -> Bool {
        guard error == EAGAIN else { return error == EINTR }
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return unsafe poll(&wait, 1, 100) == 1 && wait.revents & Int16(POLLOUT) != 0
    }

    private static let newLine = UInt8(ascii: "\n")

    private static func count(_ lines: ArraySlice<UInt8>) -> Int { lines.count { $0 == newLine } }
}

import Glibc

/// One direction of a connection through a `FaultProxy`.
struct FaultPipe {
    let from: Int32
    private let to: Int32
    private let fault: PlannedFault?
    /// How many bytes there are still before the fault.
    private var left: Int
    private(set) var isOver = false
    private(set) var isStalled = false
    private var late = 0
    private static let wait: UInt32 = 30_000
    private static let latePieces = 6

    init(from: Int32, to: Int32, _ fault: PlannedFault?) {
        (self.from, self.to, self.fault, left) = (from, to, fault, fault?.after ?? 0)
    }

    /// Copies what has come; false when the whole connection is to end.
    mutating func copy(noting note: () -> Void) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe recv(from, &buffer, buffer.count, 0)
        guard count > 0 else {
            endOutput()
            return count == 0
        }
        guard let fault, count >= left else {
            if fault != nil { left -= count }
            return write(buffer[..<count])
        }
        if late == 0 { note() }
        guard write(buffer[..<left]) else { return false }
        return happen(fault, buffer[left..<count])
    }

    private mutating func happen(_ planned: PlannedFault, _ rest: ArraySlice<UInt8>) -> Bool {
        switch planned.fault {
        case .cut: return false
        case .reset:
            for socket in [from, to] { resetAtClose(socket) }
            return false
        case .stall: (isOver, isStalled) = (true, true)
        case .halfClose: endOutput()
        case .garbage:
            var random = SeededRandom(seed: planned.seed)
            _ = write((0..<max(rest.count, 64)).map { _ in UInt8.random(in: .min ... .max, using: &random) }[...])
            return false
        case .delay:
            (left, late) = (0, late + 1)
            usleep(Self.wait)
            return write(rest) && late < Self.latePieces
        }
        return true
    }

    private mutating func endOutput() {
        isOver = true
        shutdown(to, Int32(SHUT_WR))
    }

    private func resetAtClose(_ socket: Int32) {
        var now = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    private func write(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

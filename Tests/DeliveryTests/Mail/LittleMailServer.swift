import EventLoop
import Glibc
import Synchronization

/// A mail server that does to each recipient what a test says, on threads of its own. It speaks as little SMTP as it can.
///
/// `@unchecked Sendable`: the descriptor is made once and closed once, the rest stands behind a lock.
final class LittleMailServer: @unchecked Sendable {
    /// What happens to one offer.
    enum Verdict: Sendable {
        /// It is taken.
        case take
        /// The recipient is answered so.
        case refuse(String)
        /// The message is answered so.
        case refuseMessage(String)
        /// The message is taken, and the connection ends before a word is said.
        case takeInSilence
        /// The connection ends at the recipient.
        case hangUp
    }

    struct Mail: Sendable {
        let recipient: String
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private struct State {
        var mails: [Mail] = []
        var connections = 0
        var greetings: Set<String> = []
        var offers: [String: Int] = [:]
    }

    let port: UInt16
    private let descriptor: Int32
    private let threads = BlockingPool(threads: 8, waiting: 64)
    private let state = Mutex(State())
    private let verdict: @Sendable (_ recipient: String, _ offer: Int) -> Verdict

    /// Lends a server that ends with the closure.
    static func with(
        _ verdict: @escaping @Sendable (String, Int) -> Verdict = { _, _ in .take },
        _ body: (LittleMailServer) async throws -> Void
    ) async throws {
        let server = try LittleMailServer(verdict)
        defer { server.stop() }
        try await body(server)
    }

    private init(_ verdict: @escaping @Sendable (String, Int) -> Verdict) throws {
        self.verdict = verdict
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, size) = (descriptor, length)
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, size) == 0 && listen(descriptor, 32) == 0
                    ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard code == 0 else { throw SystemError(call: "bind", code: errno) }
        port = UInt16(bigEndian: address.sin_port)
        _ = threads.submit { self.acceptAll() }
    }

    private func stop() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        threads.stop()
        close(descriptor)
    }

    /// All mails that were taken, in order.
    var mails: [Mail] { state.withLock { $0.mails } }
    /// How it was greeted.
    var greetings: Set<String> { state.withLock { $0.greetings } }
    var connections: Int { state.withLock { $0.connections } }

    private func acceptAll() {
        while true {
            let peer = accept(descriptor, nil, nil)
            guard peer >= 0 else { return }
            state.withLock { $0.connections += 1 }
            if !threads.submit({ self.serve(peer) }) { close(peer) }
        }
    }

    private func serve(_ peer: Int32) {
        defer { close(peer) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        unsafe setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var (pending, recipient, now) = ([UInt8](), "", Verdict.take)
        func say(_ text: String) {
            let bytes = Array((text + "\r\n").utf8)
            _ = unsafe send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
        func hear() -> [UInt8]? {
            while true {
                if let end = pending.firstIndex(of: 10) {
                    defer { pending.removeFirst(end + 1) }
                    return Array(pending[...end])
                }
                var piece = [UInt8](repeating: 0, count: 65_536)
                let count = unsafe recv(peer, &piece, piece.count, 0)
                guard count > 0 else { return nil }
                pending += piece[..<count]
            }
        }
        say("220 little.test")
        while let line = hear().map({ String(decoding: $0, as: UTF8.self) }) {
            if line.hasPrefix("RCPT TO:<") {
                recipient = String(line.dropFirst(9).prefix { $0 != ">" })
                let offer = state.withLock { state in
                    state.offers[recipient, default: 0] += 1
                    return state.offers[recipient] ?? 0
                }
                now = verdict(recipient, offer)
                if case .hangUp = now { return }
                if case .refuse(let answer) = now { say(answer) } else { say("250 2.1.5 fine") }
            } else if line.hasPrefix("DATA") {
                if case .refuse = now {
                    say("503 5.5.1 nobody")
                    continue
                }
                say("354 go on")
                var message: [UInt8] = []
                while let line = hear(), line != [46, 13, 10] {
                    message += line.first == 46 ? line.dropFirst() : line[...]
                }
                if case .refuseMessage(let answer) = now {
                    say(answer)
                    continue
                }
                state.withLock { $0.mails.append(Mail(recipient: recipient, bytes: message)) }
                if case .takeInSilence = now { return }
                say("250 2.0.0 taken")
            } else if line.hasPrefix("QUIT") {
                return say("221 2.0.0 bye")
            } else {
                if line.hasPrefix("EHLO") { state.withLock { _ = $0.greetings.insert(String(line.dropLast())) } }
                say("250 2.0.0 fine")
            }
        }
    }
}

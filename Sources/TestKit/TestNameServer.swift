public import EventLoop
import Glibc
import Synchronization

/// A name server for tests, on 127.0.0.1: it answers what the closure says, by datagram and by connection. Shares no code
/// with the resolver under test.
///
/// `@unchecked Sendable`: the socket is used on its loop's thread only; the rest is behind locks or does not change.
public final class TestNameServer: Selectable, @unchecked Sendable {
    /// An answer's record.
    public enum Record: Sendable {
        case a(UInt8, UInt8, UInt8, UInt8)
        case aaaa([UInt8])
        case alias(String)
        case text(String)
        /// Belongs to another name than was asked for.
        indirect case of(String, Record)
    }

    /// What is done with a question.
    public enum Reply: Sendable {
        /// Answers, kept for so many seconds.
        case records([Record], seconds: UInt32 = 0)
        /// A code and nothing else: 3 is a name that does not exist.
        case code(UInt8)
        /// By datagram: "ask by connection". By connection the records.
        case truncated([Record])
        /// Nothing.
        case silence
        /// Just these bytes, the question's number in front.
        case raw([UInt8])
        /// First what a forger would send, then the truth.
        indirect case forged(Forgery, then: Reply)
    }

    /// What a forger gets wrong.
    public enum Forgery: Sendable { case number, name, noAnswer }

    /// The port, for both.
    public let port: UInt16
    private let loop: Loop
    private let descriptor: Int32
    private let answer: @Sendable (_ name: String, _ type: UInt16) -> Reply
    private let registration = Mutex<Registration?>(nil)
    private let streams = Mutex<Listener?>(nil)
    private let threads = BlockingPool(threads: 4, waiting: 64)
    private let count = Atomic(0)
    private let seen = Mutex<[(number: UInt16, port: UInt16)]>([])

    /// How many questions came.
    public var questions: Int { count.load(ordering: .relaxed) }

    /// The number of each question that came by datagram, and the port it came from.
    public var origins: [(number: UInt16, port: UInt16)] { seen.withLock { $0 } }

    /// Starts serving. On the loop's thread.
    public init(
        on loop: Loop, _ answer: @escaping @Sendable (_ name: String, _ type: UInt16) -> Reply
    ) throws {
        (self.loop, self.answer) = (loop, answer)
        var pair: (descriptor: Int32, listener: Listener)?
        let owner = Owner()
        // A port that is free for datagrams may be taken for connections.
        for attempt in 0..<50 where pair == nil {
            let descriptor = try Self.bound()
            do throws(SystemError) {
                guard let address = SocketAddress(host: "127.0.0.1", port: Self.port(of: descriptor)) else { continue }
                pair = (descriptor, try Listener(on: loop, address) { owner.server?.talk($0.descriptor) })
            } catch {
                close(descriptor)
                if attempt == 49 { throw error }
            }
        }
        guard let pair else { throw SystemError(call: "bind", code: EADDRINUSE) }
        (descriptor, port) = (pair.descriptor, pair.listener.address.port)
        streams.withLock { $0 = pair.listener }
        owner.server = self
        let watched = try loop.watch(descriptor, .readable, self)
        registration.withLock { $0 = watched }
    }

    /// Whom the listener talks to: it is made before its server is.
    ///
    /// `@unchecked Sendable`: used on the loop's thread only.
    private final class Owner: @unchecked Sendable {
        weak var server: TestNameServer?
    }

    private static func bound() throws(SystemError) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = unsafe withUnsafePointer(to: place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw SystemError(call: "bind", code: errno) }
        return descriptor
    }

    private static func port(of descriptor: Int32) -> UInt16 {
        var place = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe _ = getsockname(descriptor, $0, &length)
            }
        }
        return UInt16(bigEndian: place.sin_port)
    }

    /// Stops serving. On the loop's thread.
    public func stop() {
        guard let watched = registration.withLock({ $0.take() }) else { return }
        loop.forget(watched, descriptor)
        close(descriptor)
        streams.withLock { $0.take() }?.stop()
        threads.stop()
    }

    /// Answers what has come.
    public func ready(_ readiness: Readiness) {
        var buffer = [UInt8](repeating: 0, count: 1_500)
        var peer = sockaddr_storage()
        while true {
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let size = unsafe withUnsafeMutablePointer(to: &peer) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe recvfrom(descriptor, &buffer, buffer.count, 0, $0, &length)
                }
            }
            guard size > 12 else { return }
            let port = unsafe withUnsafeBytes(of: peer) { UInt16(unsafe $0[2]) << 8 | UInt16(unsafe $0[3]) }
            seen.withLock { $0.append((UInt16(buffer[0]) << 8 | UInt16(buffer[1]), port)) }
            for message in replies(to: Array(buffer[..<size]), isStream: false) {
                unsafe withUnsafePointer(to: peer) { pointer in
                    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        unsafe _ = sendto(descriptor, message, message.count, 0, $0, length)
                    }
                }
            }
        }
    }

    /// One question by connection; the resolver's come whole.
    private func talk(_ connection: Int32) {
        _ = threads.submit { [self] in
            defer { close(connection) }
            var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            var buffer = [UInt8](repeating: 0, count: 1_500)
            guard unsafe poll(&waiting, 1, 5_000) == 1 else { return }
            let size = unsafe read(connection, &buffer, buffer.count)
            guard size > 14 else { return }
            for message in replies(to: Array(buffer[2..<size]), isStream: true) {
                let framed = [UInt8(message.count >> 8), UInt8(message.count & 0xff)] + message
                unsafe _ = send(connection, framed, framed.count, Int32(MSG_NOSIGNAL))
            }
        }
    }

    private func replies(to query: [UInt8], isStream: Bool) -> [[UInt8]] {
        count.add(1, ordering: .relaxed)
        var (labels, position) = ([String](), 12)
        while position < query.count, query[position] > 0, position + Int(query[position]) < query.count {
            let end = position + 1 + Int(query[position])
            labels.append(String(decoding: query[(position + 1)..<end], as: UTF8.self).lowercased())
            position = end
        }
        guard position + 5 <= query.count else { return [] }
        let type = UInt16(query[position + 1]) << 8 | UInt16(query[position + 2])
        let message = Message(id: query[0...1], question: query[12..<(position + 5)])
        return message.replies(answer(labels.joined(separator: "."), type), isStream)
    }
}

/// An answer in the making.
private struct Message {
    let id: ArraySlice<UInt8>
    let question: ArraySlice<UInt8>

    func replies(_ reply: TestNameServer.Reply, _ isStream: Bool) -> [[UInt8]] {
        switch reply {
        case .silence: []
        case .raw(let bytes): [Array(id) + bytes]
        case .code(let code): [bytes(flags: 0x8180 | UInt16(code), [], 0)]
        case .records(let records, let seconds): [bytes(flags: 0x8180, records, seconds)]
        case .truncated(let records):
            isStream ? [bytes(flags: 0x8180, records, 0)] : [bytes(flags: 0x8380, [], 0)]
        case .forged(let forgery, let truth): [forged(forgery)] + replies(truth, isStream)
        }
    }

    private func forged(_ forgery: TestNameServer.Forgery) -> [UInt8] {
        var message = bytes(flags: 0x8180, [.a(6, 6, 6, 6)], 0)
        switch forgery {
        case .number: message[1] ^= 1
        case .name: message[13] ^= 1
        case .noAnswer: message[2] &= 0x7f
        }
        return message
    }

    private func bytes(flags: UInt16, _ records: [TestNameServer.Record], _ seconds: UInt32) -> [UInt8] {
        var bytes = Array(id) + words([flags, 1, UInt16(records.count), 0, 0]) + question
        for record in records { bytes += self.bytes(record, [0xc0, 12], seconds) }
        return bytes
    }

    private func bytes(_ record: TestNameServer.Record, _ owner: [UInt8], _ seconds: UInt32) -> [UInt8] {
        let (type, data): (UInt16, [UInt8])
        switch record {
        case .a(let one, let two, let three, let four): (type, data) = (1, [one, two, three, four])
        case .aaaa(let address): (type, data) = (28, address)
        case .alias(let target): (type, data) = (5, name(target))
        case .text(let text):
            let all = Array(text.utf8)
            let pieces = stride(from: 0, to: max(all.count, 1), by: 255).map { all[$0..<min($0 + 255, all.count)] }
            (type, data) = (16, pieces.flatMap { [UInt8($0.count)] + $0 })
        case .of(let other, let record): return bytes(record, name(other), seconds)
        }
        let head = words([type, 1, UInt16(seconds >> 16), UInt16(seconds & 0xffff), UInt16(data.count)])
        return owner + head + data
    }

    private func name(_ text: String) -> [UInt8] {
        text.utf8.split(separator: UInt8(ascii: ".")).flatMap { [UInt8($0.count)] + $0 } + [0]
    }

    private func words(_ words: [UInt16]) -> [UInt8] { words.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] } }
}

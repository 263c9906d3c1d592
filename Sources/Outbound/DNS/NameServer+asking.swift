import EventLoop

extension NameServer {
    /// Asks once: by datagram, and by connection when the answer did not fit. On the loop's thread.
    func ask(_ question: DNSQuestion, on loop: Loop, by deadline: UInt64) async throws(DNSError) -> DNSReply {
        let reply = try await askByDatagram(question, on: loop, by: deadline)
        return reply.isTruncated ? try await askByStream(question, on: loop, by: deadline) : reply
    }

    /// What does not answer the question is as if it had not come: a forger must not be able to end the wait either.
    private func askByDatagram(
        _ question: DNSQuestion, on loop: Loop, by deadline: UInt64
    ) async throws(DNSError) -> DNSReply {
        let id = UInt16.random(in: .min ... .max)
        let socket = try NameSocket(to: self, stream: false)
        _ = try socket.send(question.message(id: id)[...])
        while true {
            // A flood of forgeries must not hold the loop, nor be heard before the deadline each time.
            guard monotonicNanoseconds() < deadline else { throw DNSError(.timeout) }
            for _ in 0..<64 {
                guard let bytes = try socket.receive(atMost: 4_096) else { break }
                if let reply = try? DNSReply(parsing: bytes), reply.answers(question, id: id) { return reply }
            }
            try await DescriptorWait.until(.readable, of: socket.descriptor, on: loop, by: deadline)
        }
    }

    private func askByStream(
        _ question: DNSQuestion, on loop: Loop, by deadline: UInt64
    ) async throws(DNSError) -> DNSReply {
        let id = UInt16.random(in: .min ... .max)
        let socket = try NameSocket(to: self, stream: true)
        let message = question.message(id: id)
        var rest = ([UInt8(message.count >> 8), UInt8(message.count & 0xff)] + message)[...]
        while !rest.isEmpty {
            try await DescriptorWait.until(.writable, of: socket.descriptor, on: loop, by: deadline)
            rest = rest.dropFirst(try socket.send(rest) ?? 0)
        }
        var bytes: [UInt8] = []
        while bytes.count < 2 || bytes.count < 2 + Self.length(bytes) {
            try await DescriptorWait.until(.readable, of: socket.descriptor, on: loop, by: deadline)
            guard let more = try socket.receive(atMost: 16_384) else { continue }
            guard !more.isEmpty else { throw DNSError(.unreachable, "the connection ended early") }
            bytes += more
        }
        let reply = try DNSReply(parsing: Array(bytes[2..<2 + Self.length(bytes)]))
        guard reply.answers(question, id: id), !reply.isTruncated else { throw DNSError(.mismatched) }
        return reply
    }

    private static func length(_ bytes: [UInt8]) -> Int { Int(bytes[0]) << 8 | Int(bytes[1]) }
}

import EventLoop

extension ByteStream {
    /// Sends all of it: returns when the system has taken the last byte, so a slow reader slows its writer.
    public func write(_ bytes: [UInt8], within time: Duration) async throws(StreamError) {
        try await write(bytes[...], within: time)
    }

    /// The same for a part of an array.
    public func write(_ bytes: ArraySlice<UInt8>, within time: Duration) async throws(StreamError) {
        guard isOpen, !outputEnded else { throw StreamError(.closed) }
        guard !isWriting else { throw StreamError(.busy) }
        isWriting = true
        defer { isWriting = false }
        let deadline = loop.deadline(in: time)
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix(Self.piece)
            rest = rest.dropFirst(Self.piece)
            try encode(piece)
            try await flush(by: deadline)
        }
    }

    /// No more than this waits encrypted at a time.
    private static var piece: Int { 64 * 1024 }

    private func encode(_ bytes: ArraySlice<UInt8>) throws(StreamError) {
        var failure: StreamError?
        unsafe bytes.withUnsafeBufferPointer { pointer in
            guard let tls else { return unsafe outgoing.append(pointer) }
            do throws(StreamError) { try unsafe tls.encrypt(pointer, into: &outgoing) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Says that this side has said all; the other side may go on.
    public func finishWriting(within time: Duration) async throws(StreamError) {
        guard isOpen, !outputEnded else { return }
        guard !isWriting else { throw StreamError(.busy) }
        outputEnded = true
        tls?.sayEnd()
        tls?.drain(into: &outgoing)
        try await flush(by: loop.deadline(in: time))
        endOutput()
    }

    /// Ends the connection at once, but with TLS's word for it if the socket takes it without waiting.
    public func sayGoodbye() {
        if isOpen, !outputEnded, !isWriting, let tls {
            tls.sayEnd()
            tls.drain(into: &outgoing)
            flushNow()
        }
        close()
    }
}

import EventLoop
public import HTTP

extension ByteStream {
    /// Puts TLS on the connection, at its start or after a STARTTLS was agreed on. What the other side said before and
    /// was not read yet is refused, not taken for said under TLS: it may be somebody else's.
    public func startTLS(_ context: TLSContext, host: HostName, within time: Duration) async throws(StreamError) {
        guard isOpen, tls == nil else { throw StreamError(.tls, "TLS is on already, or the stream is closed") }
        guard incoming.isEmpty else {
            throw StreamError(.plaintextBeforeTLS, "\(incoming.count) bytes before the handshake")
        }
        let deadline = loop.deadline(in: time)
        try await flush(by: deadline)
        let machine = try TLSMachine(context, host: host)
        tls = machine
        try await shakeHands(machine, by: deadline)
    }

    private func shakeHands(_ machine: TLSMachine, by deadline: UInt64) async throws(StreamError) {
        while true {
            let isDone: Bool
            do { isDone = try machine.shakeHands() } catch {
                machine.drain(into: &outgoing)
                flushNow()
                throw error
            }
            machine.drain(into: &outgoing)
            try await flush(by: deadline)
            if isDone { return try machine.decrypt(into: &incoming) }
            try await receiveOnce(by: deadline)
            guard !hasReceivedEnd else { throw StreamError(.interrupted, "the connection ended in the handshake") }
        }
    }

    /// True when the other side's certificate was checked, so that secrets may be told.
    public var isVerified: Bool { tls?.isVerified ?? false }

    /// What was agreed on, as `TLSv1.3`; nil without TLS.
    public var tlsVersion: String? { tls?.version }

    /// The protocol that ALPN agreed on.
    public var negotiatedProtocol: String? { tls?.negotiatedProtocol }
}

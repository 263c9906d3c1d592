import EventLoop
import HTTP

/// A conversation with one mail server, for as many messages as one likes, one after the other. After an error it is
/// closed, unless the error came before anything was said: `isOpen` knows.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class SMTPConnection: @unchecked Sendable {
    private let stream: ByteStream
    private let server: SMTPServer
    private let tls: TLSContext
    private let timeouts: SMTPTimeouts
    private var session: SMTPSession
    private var isBusy = false

    init(_ stream: ByteStream, to server: SMTPServer, tls: TLSContext, _ settings: SMTPSettings) {
        (self.stream, self.server, self.tls, timeouts) = (stream, server, tls, settings.timeouts)
        session = SMTPSession(helloName: settings.helloName.text(from: stream.ownAddress), server: server)
    }

    /// From the first word to the state in which messages are taken.
    func open() async throws(SMTPError) {
        if server.security == .implicit { try await startTLS() }
        _ = try await converse()
    }

    /// What the server offers.
    public var capabilities: SMTPCapabilities { session.capabilities }

    /// The version of TLS in use; nil in the clear.
    public var tlsVersion: String? { stream.tlsVersion }

    /// True while messages can be sent.
    public var isOpen: Bool { stream.isOpen }

    /// Sends a message. What became of it for each recipient is in the answer; an error means that nobody got it, but for
    /// `outcomeUnknown`.
    public func send(
        _ content: some MailContent, _ envelope: SMTPEnvelope
    ) async throws(SMTPError) -> SMTPDelivery {
        guard isOpen, !isBusy else { throw SMTPError(.stream(isOpen ? .busy : .closed)) }
        isBusy = true
        defer { isBusy = false }
        try session.begin(envelope, content.facts)
        guard let delivery = try await converse(content) else { throw SMTPError(.protocolViolation, "no verdict") }
        return delivery
    }

    /// Takes leave and closes. A server that does not answer is left without.
    public func quit() async {
        if isOpen, !isBusy {
            session.sayGoodbye()
            _ = try? await converse()
        }
        close()
    }

    /// Ends the connection at once.
    public func close() { stream.sayGoodbye() }

    /// Does what the session says until it rests. Any error leaves the two sides with different ideas of where they are,
    /// so the connection ends.
    private func converse(_ content: (any MailContent)? = nil) async throws(SMTPError) -> SMTPDelivery? {
        do {
            while true {
                switch session.next() {
                case .write(let bytes): try await write(bytes)
                case .read(let phase): try await receive(phase)
                case .startTLS:
                    try await startTLS()
                    session.tlsStarted(verified: stream.isVerified)
                case .writeBody:
                    try await writeBody(content)
                    session.bodyWritten()
                case .rest: return nil
                case .finished(let delivery): return delivery
                }
            }
        } catch {
            stream.close()
            throw error
        }
    }

    private func startTLS() async throws(SMTPError) {
        do { try await stream.startTLS(tls, host: server.host, within: timeouts.tls) } catch { throw SMTPError(error) }
    }

    private func write(_ bytes: [UInt8]) async throws(SMTPError) {
        guard !bytes.isEmpty else { return }
        // A server that talks without being asked has its answers ready before the questions.
        if stream.unread > 0 { try await unasked() }
        do { try await stream.write(bytes, within: timeouts.command) } catch { throw SMTPError(error) }
    }

    /// The only word a server may say of its own accord is that it ends.
    private func unasked() async throws(SMTPError) {
        let reply = try await readReply(within: timeouts.command)
        guard reply.code == 421 else { throw SMTPError(.protocolViolation, "an answer before the question") }
        throw SMTPError(.refused, "the server ends", reply: reply)
    }

    private func receive(_ phase: SMTPTimeouts.Phase) async throws(SMTPError) {
        do {
            try session.receive(try await readReply(within: timeouts[phase]))
        } catch {
            // Once the last byte is out, silence says nothing of what became of the message.
            guard phase == .message, error.reply == nil else { throw error }
            throw SMTPError(.outcomeUnknown, error.debugDescription)
        }
    }

    private func readReply(within time: Duration) async throws(SMTPError) -> SMTPReply {
        let deadline = stream.loop.deadline(in: time)
        var parser = SMTPReplyParser()
        while true {
            let line: [UInt8]
            do {
                line = try await stream.readLine(
                    limit: SMTPReplyParser.lineLimit, ending: .tolerant, by: deadline)
            } catch { throw SMTPError(error) }
            if let reply = try parser.add(line) { return reply }
        }
    }

    // MARK: The message

    private func writeBody(_ content: (any MailContent)?) async throws(SMTPError) {
        guard let content else { throw SMTPError(.malformed, "no message") }
        let body = BodyWriter(stream, timeouts.block, size: content.facts.size)
        try await content.forEachPiece { (piece) async throws(SMTPError) in try await body.write(piece) }
        try await body.end()
    }
}

/// Puts a message on the wire. A class, because the content lends its pieces to a closure.
private final class BodyWriter {
    private let stream: ByteStream
    private let time: Duration
    private var left: Int
    private var stuffer = DotStuffer()
    private var wire: [UInt8] = []

    init(_ stream: ByteStream, _ time: Duration, size: Int) { (self.stream, self.time, left) = (stream, time, size) }

    func write(_ piece: ArraySlice<UInt8>) async throws(SMTPError) {
        var rest = piece
        while !rest.isEmpty {
            let part = rest.prefix(64 * 1024)
            rest = rest.dropFirst(64 * 1024)
            left -= part.count
            try stuffer.add(part, to: &wire)
            if wire.count >= 32 * 1024 { try await flush() }
        }
    }

    /// Nothing ends a message that is not the one that was announced.
    func end() async throws(SMTPError) {
        guard left == 0 else { throw SMTPError(.malformed, "the message is not as long as announced") }
        try stuffer.end(in: &wire)
        try await flush()
    }

    private func flush() async throws(SMTPError) {
        do { try await stream.write(wire, within: time) } catch { throw SMTPError(error) }
        wire.removeAll(keepingCapacity: true)
    }
}

/// One message on its way: what is still to be said, and what the server said of each recipient.
struct SMTPTransaction {
    let recipients: [SMTPRecipient]
    let honoursNotices: Bool
    /// Commands not said yet, in order.
    var commands: ArraySlice<Command>
    var replies: [SMTPReply?]
    /// The word that ends it for all who are left.
    var refusal: SMTPReply?
    var message: SMTPReply?

    struct Command {
        let line: [UInt8]
        let expectation: SMTPSession.Expectation
    }

    init(_ envelope: SMTPEnvelope, _ facts: MailFacts, _ offered: SMTPCapabilities) {
        recipients = envelope.recipients
        replies = Array(repeating: nil, count: envelope.recipients.count)
        let wishes = envelope.identifier != nil || envelope.returning != nil
        honoursNotices = offered.dsn || !wishes && envelope.recipients.allSatisfy { $0.notices == nil }
        var commands = [Command(line: SMTPCommand.mail(envelope, facts, offered), expectation: .mail)]
        for (index, recipient) in envelope.recipients.enumerated() {
            commands.append(
                Command(line: SMTPCommand.recipient(recipient, offered), expectation: .recipient(index)))
        }
        commands.append(Command(line: SMTPCommand.line("DATA"), expectation: .data))
        self.commands = commands[...]
    }

    /// True while somebody may get it.
    var hasTakers: Bool { refusal == nil && replies.contains { $0?.isSuccess == true } }

    /// True when somebody may yet be accepted: RCPT commands are still to be said, or to be answered.
    var isHopeless: Bool {
        refusal != nil
            || !hasTakers && !commands.contains { if case .recipient = $0.expectation { true } else { false } }
    }

    var delivery: SMTPDelivery {
        let outcomes = zip(recipients, replies).map { recipient, reply in
            let isTaken = reply?.isSuccess == true && message?.isSuccess == true
            let last = reply.flatMap { $0.isSuccess ? message ?? refusal : $0 } ?? refusal ?? Self.unsaid
            return SMTPDelivery.Outcome(address: recipient.address, reply: last, isAccepted: isTaken)
        }
        return SMTPDelivery(outcomes: outcomes, reply: message ?? refusal, honoursNotices: honoursNotices)
    }

    /// For a recipient of whom the server never spoke.
    private static let unsaid = SMTPReply(code: 450, lines: ["no answer"])
}

extension SMTPSession {
    /// Offers a message. Throws, and says nothing, when the server has not what it needs.
    mutating func begin(_ envelope: SMTPEnvelope, _ facts: MailFacts) throws(SMTPError) {
        guard !envelope.recipients.isEmpty else { throw SMTPError(.malformed, "nobody to send to") }
        if let limit = capabilities.maximumSize, facts.size > limit {
            throw SMTPError(.tooLarge, "\(facts.size) bytes, \(limit) allowed")
        }
        let needsUTF8 = SMTPCommand.needsUTF8(envelope, facts)
        if needsUTF8, !capabilities.smtpUTF8 {
            throw SMTPError(.unsupported, "an address or a field outside ASCII, and no SMTPUTF8")
        }
        if facts.isEightBit, !capabilities.eightBitMIME { throw SMTPError(.unsupported, "eight bits, and no 8BITMIME") }
        transaction = SMTPTransaction(envelope, facts, capabilities)
        if needsReset { say(SMTPCommand.line("RSET"), expecting: [.reset]) } else { sayMore() }
    }

    mutating func answeredReset(_ reply: SMTPReply) throws(SMTPError) {
        guard reply.isSuccess else { throw SMTPError(.protocolViolation, "RSET", reply: reply) }
        needsReset = false
        sayMore()
    }

    /// The next commands: all that fit a group when the server takes many at once, else one. Groups are bounded, or both
    /// sides might wait for the other to read.
    private mutating func sayMore() {
        guard let waiting = transaction?.commands.prefix(capabilities.pipelining ? 100 : 1) else { return }
        transaction?.commands.removeFirst(waiting.count)
        say(waiting.flatMap(\.line), expecting: waiting.map(\.expectation))
    }

    mutating func receive(_ reply: SMTPReply, for expectation: Expectation) throws(SMTPError) {
        switch expectation {
        case .mail: if !reply.isSuccess { transaction?.refusal = reply }
        case .recipient(let index):
            // A refused sender is why nobody is accepted; what is said of each is an echo of it.
            let verdict = try Self.verdict(reply)
            if transaction?.refusal == nil { transaction?.replies[index] = verdict }
        case .data: return try answeredData(reply)
        case .message:
            guard reply.code / 100 != 3 else { throw SMTPError(.protocolViolation, "the message's verdict: \(reply)") }
            transaction?.message = reply
            return finish(clean: reply.isSuccess)
        default: return finish(clean: false)
        }
        guard awaitsNothing, let transaction else { return }
        if transaction.isHopeless { finish(clean: false) } else { sayMore() }
    }

    /// Only 2xx, 4xx and 5xx are answers to RCPT.
    private static func verdict(_ reply: SMTPReply) throws(SMTPError) -> SMTPReply {
        guard reply.code / 100 != 3 else { throw SMTPError(.protocolViolation, "RCPT", reply: reply) }
        return reply
    }

    private mutating func answeredData(_ reply: SMTPReply) throws(SMTPError) {
        let hasTakers = transaction?.hasTakers ?? false
        if reply.code == 354 {
            if hasTakers { return plan(.writeBody) }
            // Said in one go with recipients who were all refused, and taken all the same: an empty message ends it.
            return say([UInt8(ascii: "."), 13, 10], expecting: [.nothing])
        }
        guard !reply.isSuccess else { throw SMTPError(.protocolViolation, "DATA", reply: reply) }
        if transaction?.refusal == nil { transaction?.refusal = reply }
        finish(clean: false)
    }

    /// The whole message, and its end, are on the way.
    mutating func bodyWritten() { say([], expecting: [.message]) }

    private mutating func finish(clean: Bool) {
        needsReset = !clean
        guard let delivery = transaction?.delivery else { return }
        transaction = nil
        plan(.finished(delivery))
    }
}

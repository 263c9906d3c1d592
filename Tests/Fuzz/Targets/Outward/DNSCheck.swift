import HTTP
import Outbound

/// A name server's message is read within its bounds, and what is believed of it is what was asked.
enum DNSCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        if let name = DNSName(input.repaired) { try check(name) }
        guard let reply = try? DNSReply(parsing: input) else { return }
        try hold(input.count >= 17, "a head and a question take seventeen bytes")
        try hold(reply.records.count <= min(256, input.count / 11), "a record takes eleven bytes")
        try hold(reply.records.isEmpty || !reply.isTruncated, "of what was cut nothing is taken")
        for record in reply.records { try check(record.name) }
        try hold((try? DNSReply(parsing: input + [0]))?.records == reply.records, "what follows a message is not read")
        guard let question = reply.question else { return }
        try check(question.name)
        try hold(reply.answers(question, id: reply.id), "a message answers its own question")
        try hold(!reply.answers(question, id: reply.id ^ 1), "a message answers under its own number only")
        try check(reply, question)
    }

    private static func check(_ reply: DNSReply, _ question: DNSQuestion) throws(BrokenPromise) {
        guard let answer = try? reply.answer(to: question) else { return }
        try hold(answer.next == nil || answer.values.isEmpty, "whoever is sent on has no answer")
        let known = Set(reply.records.map(\.value))
        try hold(answer.values.allSatisfy(known.contains), "an answer was in the message")
        try hold(answer.values.allSatisfy { isOf(question.type, $0) }, "an answer is of the kind that was asked for")
    }

    private static func isOf(_ type: DNSType, _ value: DNSRecord.Value) -> Bool {
        switch (type, value) {
        case (.a, .address(.v4)), (.aaaa, .address(.v6)), (.alias, .alias), (.text, .text): true
        default: false
        }
    }

    /// A name is written into a question, and read from an answer that repeats it, as itself.
    private static func check(_ name: DNSName) throws(BrokenPromise) {
        try hold(DNSName(name.text) == name, "a name is read again as itself")
        let question = DNSQuestion(name, .text)
        var message = question.message(id: 0x1234)
        message[2] |= 0x80
        let reply = try? DNSReply(parsing: message)
        try hold(reply?.answers(question, id: 0x1234) == true, "a question that is repeated is known again")
    }
}

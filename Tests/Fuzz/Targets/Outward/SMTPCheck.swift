import Outbound

/// A mail server's words end, are numbered, and cannot start a line of a log.
enum SMTPCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        var parser = SMTPReplyParser()
        var taken = 0
        for line in input.split(separator: 10, omittingEmptySubsequences: false) {
            let said: SMTPReply?
            do { said = try parser.add(Array(line)) } catch { return }
            taken += 1
            try hold(taken <= SMTPReplyParser.lineCount, "a reply has an end")
            guard let reply = said else { continue }
            try check(reply, of: taken, input)
            (parser, taken) = (SMTPReplyParser(), 0)
        }
    }

    private static func check(_ reply: SMTPReply, of lines: Int, _ input: [UInt8]) throws(BrokenPromise) {
        try hold((200...599).contains(reply.code), "a number is one of three kinds")
        try hold([reply.isSuccess, reply.isTransient, reply.isPermanent].count { $0 } <= 1, "a reply is of one kind")
        try hold(reply.lines.count == lines, "each line is kept")
        try hold(input.first(Array("\(reply.code)".utf8), from: 0) != nil, "the number was sent")
        if let enhanced = reply.enhanced {
            try hold(enhanced.kind == reply.code / 100, "both numbers are of one kind")
            try hold(enhanced.subject <= 999 && enhanced.detail <= 999, "the finer number has three digits a part")
        }
        for scalar in reply.description.unicodeScalars {
            try hold(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "no controls")
            try hold(scalar.value != 0x2028 && scalar.value != 0x2029, "no other line ends")
        }
    }
}

import HTTPServer

/// However the network cuts a stream of frames, the same messages and the same fault come out of it, and they are those
/// of a plainer reader.
enum WebSocketCheck {
    /// Small, so that inputs can pass it.
    private static let limit = 200

    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let plain = PlainFrames(input, limit: limit)
        for pieces in Cuts.all(of: input) {
            let (events, fault) = read(input, pieces)
            try hold(events == plain.events, "the same events: \(events), plainly \(plain.events)")
            try hold(
                fault == plain.fault,
                "the same fault: \(String(describing: fault)), plainly \(String(describing: plain.fault))")
        }
        try checkMachine(input, plain)
        for event in plain.events { try checkWriting(event) }
    }

    private static func read(_ input: [UInt8], _ pieces: [Range<Int>]) -> ([WebSocketFrames.Event], UInt16?) {
        var frames = WebSocketFrames(limit: limit)
        var events: [WebSocketFrames.Event] = []
        for piece in pieces {
            var position = 0
            let bytes = Array(input[piece])
            do throws(WebSocketFault) {
                while let event = try frames.next(bytes.span, at: &position) {
                    events.append(event)
                    if case .close = event { return (events, nil) }
                }
            } catch {
                return (events, error.closure.code)
            }
        }
        return (events, nil)
    }

    /// The machine hands on every message, answers every ping and says goodbye once.
    private static func checkMachine(_ input: [UInt8], _ plain: PlainFrames) throws(BrokenPromise) {
        var limits = WebSocketLimits()
        limits.message = limit
        var machine = WebSocketMachine(limits: limits, now: 0)
        let reception = machine.received(input.span, now: 0)
        var (messages, reply): ([WebSocketMessage], [UInt8]) = ([], [])
        var end = plain.fault
        for event in plain.events {
            switch event {
            case .message(let message): messages.append(message)
            case .ping(let payload): reply += WebSocketFrames.pong(payload)
            case .pong: break
            case .close(let closure): (end, reply) = (closure.code, reply + WebSocketFrames.close(closure))
            }
        }
        try hold(reception.messages == messages, "every message is handed on")
        try hold(reception.reply.starts(with: reply), "every ping and the goodbye are answered")
        try hold(machine.closure?.code == end, "the end is what it was")
        try hold((machine.phase == .closed) == (end != nil), "only a goodbye or a fault ends it")
        try hold(plain.fault == nil || reception.reply.count > reply.count + 3, "a fault is told")
    }

    /// What we write of a message, masked as a client would, is read as that message.
    private static func checkWriting(_ event: WebSocketFrames.Event) throws(BrokenPromise) {
        guard case .message(let message) = event else { return }
        var bytes = WebSocketFrames.frame(message)
        let head = bytes[1] < 126 ? 2 : bytes[1] == 126 ? 4 : 10
        try hold(bytes[1] < 128, "what we send is not masked")
        bytes[1] |= 128
        bytes.insert(contentsOf: [0, 0, 0, 0], at: head)
        let again = PlainFrames(bytes, limit: limit)
        try hold(again.events == [event] && again.fault == nil, "a message is read again as itself")
    }
}

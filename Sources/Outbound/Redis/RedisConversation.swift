/// One connection's side of the conversation with a Redis server, as a value without effects: how one gets in, which reply
/// belongs to which question, and until when each is waited for.
public struct RedisConversation: Sendable {
    /// What came of what was received.
    public enum Event: Sendable, Hashable {
        /// The server has let us in.
        case ready
        /// The reply to the question of a number.
        case answer(UInt64, RedisValue)
    }

    /// What the server is asked for first.
    private enum Step: Sendable, Hashable { case hello, authentication, database }

    private let url: RedisURL
    private var reader = RESPReader()
    private var steps: [Step] = []
    private var isReady = false
    private var asked: UInt64 = 0
    private var answered: UInt64 = 0
    /// Until when each of the unanswered is waited for, in their order.
    private var deadlines: [UInt64] = []
    private var firstDeadline = 0
    /// What is to be sent.
    public private(set) var outgoing: [UInt8] = []

    /// A conversation that begins: `outgoing` holds its first words.
    public init(_ url: RedisURL) {
        self.url = url
        var words = ["HELLO", "3"]
        if let password = url.password { words += ["AUTH", url.user ?? "default", password] }
        begin(.hello, words + ["SETNAME", "konak"])
    }

    /// How many questions wait for their answers.
    public var unanswered: Int { deadlines.count - firstDeadline }

    /// Until when the first of them is waited for. They are answered in their order, so no other is due before it.
    public var deadline: UInt64? { unanswered > 0 ? deadlines[firstDeadline] : nil }

    /// Adds a question; its number is that of its answer.
    public mutating func ask(_ command: RedisCommand, until deadline: UInt64) -> UInt64 {
        outgoing.append(contentsOf: command.bytes)
        deadlines.append(deadline)
        asked &+= 1
        return asked
    }

    /// What is to be sent, once.
    public mutating func takeOutgoing() -> [UInt8] {
        defer { outgoing = [] }
        return outgoing
    }

    /// Takes what came.
    public mutating func receive(_ bytes: some Collection<UInt8>) throws(RedisFault) -> [Event] {
        reader.feed(bytes)
        var events: [Event] = []
        while let value = try reader.next() {
            // What was not asked for, such as a word about cached keys, is nobody's answer.
            if case .push = value { continue }
            if isReady {
                events.append(try answer(value))
            } else if try goOn(after: value) {
                isReady = true
                events.append(.ready)
            }
        }
        return events
    }

    private mutating func answer(_ value: RedisValue) throws(RedisFault) -> Event {
        guard unanswered > 0 else { throw RedisFault(.unasked, "\(value)") }
        firstDeadline += 1
        if firstDeadline == deadlines.count {
            deadlines.removeAll(keepingCapacity: true)
            firstDeadline = 0
        }
        answered &+= 1
        return .answer(answered, value)
    }

    // MARK: Getting in

    private mutating func begin(_ step: Step, _ words: [String]) {
        steps.append(step)
        outgoing.append(contentsOf: RedisCommand(words).bytes)
    }

    /// True when that was the last step.
    private mutating func goOn(after value: RedisValue) throws(RedisFault) -> Bool {
        guard !steps.isEmpty else { throw RedisFault(.unasked, "before anything was asked") }
        let step = steps.removeFirst()
        if case .error(let text) = value {
            // A server before version 6 knows no HELLO, and speaks version 2.
            guard step == .hello, value.isError("ERR") || value.isError("NOPROTO") else {
                throw RedisFault(.refused, text)
            }
            if let password = url.password {
                begin(.authentication, ["AUTH"] + (url.user.map { [$0] } ?? []) + [password])
                return false
            }
        }
        guard step != .database, url.database != 0 else { return true }
        begin(.database, ["SELECT", String(url.database)])
        return false
    }
}

public import EventLoop
import HTTP

/// How patient a line is.
public struct RedisPatience: Sendable {
    /// How long one answer is waited for; past it the connection is given up, for all that follows would be as late.
    public var answer = Duration.milliseconds(50)
    /// How long getting in may take.
    public var entry = Duration.seconds(2)
    /// The first pause before another try, doubled with each up to the longest.
    public var pause = Duration.milliseconds(100)
    /// The longest pause.
    public var longestPause = Duration.seconds(5)

    /// The usual patience.
    public init() {}
}

/// A loop's one connection to a Redis server, opened again whenever it is lost. Questions are sent as they come, without
/// waiting for each other's answers; while there is no connection they are answered with nil at once.
///
/// `@unchecked Sendable`: its state is touched on its loop's thread only.
public final class RedisLine: TimerTarget, @unchecked Sendable {
    /// Told of each change: up, or down and why.
    public typealias Observer = @Sendable (Bool, (any Error)?) -> Void

    /// The loop whose tasks may ask.
    public let loop: Loop
    private let url: RedisURL
    private let resolver: any HostResolver
    private let patience: RedisPatience
    private let changed: Observer
    private var stream: ByteStream?
    private var conversation: RedisConversation?
    private var waiters: [UInt64: CheckedContinuation<RedisValue?, Never>] = [:]
    private var timer: TimerID?
    private var isWriting = false
    private var isStopped = false
    /// Of this connection: whether it was good for anything, and why it was given up from this side.
    private var hasBeenUp = false
    private var ending: RedisFault?
    /// Once past the deadline, for as long as a turn takes.
    private var isOverdue = false
    /// Whether questions are answered now.
    public private(set) var isUp = false

    /// A line that is not open.
    public init(
        _ url: RedisURL, resolver: any HostResolver, on loop: Loop, patience: RedisPatience = RedisPatience(),
        changed: @escaping Observer = { _, _ in }
    ) {
        (self.url, self.resolver, self.loop, self.patience) = (url, resolver, loop, patience)
        self.changed = changed
    }

    /// Keeps the connection until the line is stopped or the task cancelled. On the loop's thread.
    public func run() async {
        var pause = patience.pause
        while !isStopped, !Task.isCancelled {
            (ending, hasBeenUp, isOverdue) = (nil, false, false)
            let fault = await connectAndListen()
            drop()
            if isStopped || Task.isCancelled { break }
            changed(false, ending ?? fault)
            pause = hasBeenUp ? patience.pause : min(pause * 2, patience.longestPause)
            do { try await loop.sleep(for: pause) } catch { break }
        }
        drop()
    }

    /// Ends it. On the loop's thread.
    public func stop() {
        isStopped = true
        drop()
    }

    /// The answer; nil when there is no connection, or when it is too late. On the loop's thread.
    public func ask(_ command: RedisCommand) async -> RedisValue? {
        guard isUp, conversation != nil else { return nil }
        return await withCheckedContinuation { continuation in
            let deadline = loop.deadline(in: patience.answer)
            guard let number = conversation?.ask(command, until: deadline) else {
                return continuation.resume(returning: nil)
            }
            waiters[number] = continuation
            if timer == nil { timer = loop.timer(at: deadline, self) }
            send()
        }
    }

    /// The oldest question may be due.
    public func timerFired() {
        timer = nil
        guard let deadline = conversation?.deadline else { return }
        guard deadline <= loop.now else {
            timer = loop.timer(at: deadline, self)
            return
        }
        // After a long turn of the loop the answer may have come, and only not been read.
        if !isOverdue {
            isOverdue = true
            timer = loop.timer(at: loop.deadline(in: .milliseconds(2)), self)
            return
        }
        ending = RedisFault(.late, "no answer in \(patience.answer)")
        drop()
    }

    // MARK: The connection

    private func connectAndListen() async -> any Error {
        do {
            let stream = try await open()
            self.stream = stream
            var conversation = RedisConversation(url)
            try await stream.write(conversation.takeOutgoing(), within: patience.entry)
            self.conversation = conversation
            let entry = loop.deadline(in: patience.entry)
            while let bytes = try await stream.readAvailable(
                limit: 64 * 1024, within: isUp ? Self.silence : patience.entry)
            {
                try receive(bytes)
                if !isUp, loop.now > entry { return RedisFault(.late, "getting in") }
            }
            return RedisFault(.unreachable, "the server ended the connection")
        } catch {
            return error
        }
    }

    /// Nobody asks for so long: then the connection is opened anew, which costs nobody anything.
    private static let silence = Duration.seconds(3_600)

    private func open() async throws -> ByteStream {
        switch url.place {
        case .socket(let path): return try await ByteStream.connect(toSocket: path, on: loop, within: patience.entry)
        case .host(let host, let port):
            // The operator's own word: any address may be meant.
            let stream = try await ByteStream.connect(
                to: host, port: port, resolver: resolver, policy: .everywhere, on: loop, within: patience.entry)
            guard url.isSecure else { return stream }
            do {
                let context = try TLSContext(trust: url.authorities.map { .authorities(file: $0) } ?? .system)
                try await stream.startTLS(context, host: host, within: patience.entry)
            } catch {
                stream.close()
                throw error
            }
            return stream
        }
    }

    private func receive(_ bytes: [UInt8]) throws {
        guard let events = try conversation?.receive(bytes) else { throw RedisFault(.late, "given up") }
        for event in events {
            switch event {
            case .ready:
                (isUp, hasBeenUp) = (true, true)
                changed(true, nil)
            case .answer(let number, let value):
                isOverdue = false
                waiters.removeValue(forKey: number)?.resume(returning: value)
            }
        }
        // What getting in has still to say.
        send()
    }

    /// One writer at a time; what is asked meanwhile goes with its next piece.
    private func send() {
        guard !isWriting, let stream, let rest = conversation?.outgoing, !rest.isEmpty else { return }
        isWriting = true
        Task(executorPreference: loop) { [self] in
            while self.stream === stream, let bytes = conversation?.takeOutgoing(), !bytes.isEmpty {
                do { try await stream.write(bytes, within: patience.entry) } catch {
                    if self.stream === stream { drop() }
                }
            }
            isWriting = false
            send()
        }
    }

    /// Gives the connection up: whoever waits is told that there is no answer. The reader ends by itself.
    private func drop() {
        isUp = false
        if let timer { loop.cancel(timer) }
        timer = nil
        conversation = nil
        stream?.close()
        stream = nil
        let waiting = waiters
        waiters = [:]
        for waiter in waiting.values { waiter.resume(returning: nil) }
    }
}

extension DestinationPolicy {
    /// Any address at all: for what the operator's configuration names.
    static let everywhere = DestinationPolicy(opening: ["0.0.0.0/0", "::/0"].compactMap { try? AddressBlock($0) })
}

public import EventLoop
public import HTTP
import Synchronization

/// Our own resolver: never blocks a thread, asks whom it is told to, believes only answers to its questions.
public final class DNSResolver: HostResolver {
    private let home: Loop
    private let settings: DNSSettings
    private let cache = Mutex(DNSCache())

    /// A resolver; work that comes from no loop is done on `loop`.
    public init(on loop: Loop, settings: DNSSettings) { (home, self.settings) = (loop, settings) }

    /// All addresses of a name, IPv4 first; empty when it has none.
    public func addresses(of host: HostName) async throws -> [IPAddress] {
        if let address = host.address { return [address] }
        guard let name = DNSName(host) else { return [] }
        if let known = settings.hosts.addresses(of: name) { return known }
        // By RFC 6761 these names are this machine, whatever a server says.
        if name.text == "localhost" || name.text.hasSuffix(".localhost") { return [.loopback, .loopbackV6] }
        async let four = addresses(DNSQuestion(name, .a))
        async let six = addresses(DNSQuestion(name, .aaaa))
        let found = await [four, six]
        let all = found.flatMap { (try? $0.get()) ?? [] }
        // One family is enough; no address at all counts only when nobody was prevented from saying otherwise.
        if all.isEmpty { for result in found { _ = try result.get() } }
        return all
    }

    /// All texts of a name; empty when it has none.
    public func texts(of name: DNSName) async throws -> [String] {
        try await values(DNSQuestion(name, .text)).compactMap {
            if case .text(let bytes) = $0 { String(decoding: bytes, as: UTF8.self) } else { nil }
        }
    }

    private func addresses(_ question: DNSQuestion) async -> Result<[IPAddress], any Error> {
        do {
            let values = try await values(question)
            return .success(values.compactMap { if case .address(let address) = $0 { address } else { nil } })
        } catch {
            return .failure(error)
        }
    }

    /// Follows aliases from reply to reply, no further than within one.
    private func values(_ question: DNSQuestion) async throws -> [DNSRecord.Value] {
        guard let loop = Loop.current else {
            return try await Task(executorPreference: home) { try await self.values(question) }.value
        }
        if let kept = cache.withLock({ $0.values(for: question, at: loop.now) }) { return kept }
        var (asked, seconds) = (question, UInt32.max)
        for _ in 0...DNSReply.mostAliases {
            let answer = try await ask(asked, on: loop).answer(to: asked)
            seconds = min(seconds, answer.seconds)
            guard let next = answer.next else {
                keep(answer.values, for: question, seconds, on: loop)
                return answer.values
            }
            asked = DNSQuestion(next, question.type)
        }
        throw DNSError(.aliases, question.name.text)
    }

    private func keep(_ values: [DNSRecord.Value], for question: DNSQuestion, _ seconds: UInt32, on loop: Loop) {
        let until = loop.deadline(in: min(.seconds(Int64(seconds)), settings.longestKept))
        cache.withLock { $0.keep(values, for: question, until: until, at: loop.now) }
    }

    /// Server after server, round after round, until one says yes or no.
    private func ask(_ question: DNSQuestion, on loop: Loop) async throws -> DNSReply {
        var failure = DNSError(.unreachable, "no server")
        for _ in 0..<settings.rounds {
            for server in settings.servers {
                do throws(DNSError) {
                    let reply = try await server.ask(question, on: loop, by: loop.deadline(in: settings.patience))
                    if reply.code == 0 || reply.code == 3 { return reply }
                    failure = DNSError(.refused, "code \(reply.code)")
                } catch {
                    if error.code == .cancelled { throw error }
                    failure = error
                }
            }
        }
        throw failure
    }
}

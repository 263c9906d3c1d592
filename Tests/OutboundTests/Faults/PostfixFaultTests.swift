import Outbound
import TestKit
import Testing

@Suite("Faults between the house and a mail server", .serialized, .enabled(if: MailServers.canStart))
struct PostfixFaultTests {
    private static let faults = FaultPlan.shares.mail
    private static let together = 12
    private static let verdict = Duration.milliseconds(1_600)
    /// A client waits 0.8 s for each of at most ten answers, and longer for two.
    private static let deadline = Duration.milliseconds(800) * 10 + verdict + .seconds(1)
    /// What a busy machine may add.
    private static let slack = Duration.seconds(15)
    private static let sender = "faults@sender.example"

    /// What was said of each mail.
    private struct Said: Sendable {
        let accepted = Handled()
        let failed = Handled()
        let unknown = Handled()
    }

    @Test(.timeLimit(.minutes(3)))
    func `Mail: what is reported taken is filed, what is reported failed is not`() async throws {
        let plan = FaultPlan(reach: 3_000, of: "mail")
        let servers = try await MailServers.shared()
        let client = try SMTPBench.client(authority: servers.authority, patience: 0.08, verdict: Self.verdict)
        let (tally, said) = (FaultTally(), Said())
        let proxy = try FaultProxy(to: servers.port) { plan.fault(of: $0) }
        let counter = Counter()
        await withTaskGroup { group in
            for _ in 0..<Self.together {
                group.addTask {
                    while proxy.faults < Self.faults, let number = counter.next(below: 100_000) {
                        await Self.once(client, proxy.port, number, tally, said)
                    }
                }
            }
        }
        await proxy.ended()
        #expect(proxy.faults >= Self.faults)
        let filed = try await Self.filed(by: servers, atLeast: said.accepted.all)
        Self.report(tally.result, said, filed)
        #expect(filed.isWhole, "seed \(plan.seed)")
        #expect(said.accepted.all.subtracting(filed.numbers).isEmpty, "seed \(plan.seed)")
        #expect(said.failed.all.isDisjoint(with: filed.numbers), "seed \(plan.seed)")
        let result = tally.result
        #expect(result.failures > 0 && result.successes > 0, "seed \(plan.seed)")
        #expect(result.wrong.isEmpty, "seed \(plan.seed)")
        #expect(result.slowest < Self.deadline + Self.slack, "seed \(plan.seed)")
    }

    /// One mail on a connection of its own; every third is hidden by TLS.
    private static func once(
        _ client: SMTPClient, _ port: UInt16, _ number: Int, _ tally: FaultTally, _ said: Said
    ) async {
        let server = SMTPServer(
            host: SMTPBench.host(MailServers.host), port: port, security: number.isMultiple(of: 3) ? .required : .none)
        let began = ContinuousClock.now
        do {
            let envelope = try SMTPBench.envelope("faults@konak.test", from: sender)
            let delivery = try await client.send(try NumberedMail(number).content, envelope, through: server)
            (delivery.isComplete ? said.accepted : said.failed).add(number)
            tally.note(ContinuousClock.now - began, succeeded: delivery.isComplete)
        } catch {
            let code = (error as? SMTPError)?.code
            (code == .outcomeUnknown ? said.unknown : said.failed).add(number)
            tally.note(ContinuousClock.now - began, succeeded: false, wrong: code == nil ? "\(error)" : nil)
        }
    }

    // MARK: What has arrived

    private struct Filed {
        var numbers: Set<Int> = []
        /// False when something is filed twice, or is not what was sent.
        var isWhole = true
    }

    /// What is in the mailbox once nothing is under way any more and the given mails are there; after a minute, what
    /// there is.
    private static func filed(by servers: MailServers, atLeast accepted: Set<Int>) async throws -> Filed {
        var filed = Filed()
        for _ in 0..<300 {
            try await Task.sleep(for: .milliseconds(200))
            guard underWay(servers).isEmpty else { continue }
            let numbers = try await servers.mailbox(of: "faults").map { NumberedMail.number(of: $0) }
            filed = Filed(numbers: Set(numbers.compactMap(\.self)))
            filed.isWhole = filed.numbers.count == numbers.count
            if accepted.isSubset(of: filed.numbers) { break }
        }
        return filed
    }

    /// The mails that Postfix has taken, by its word, and not handed on.
    private static func underWay(_ servers: MailServers) -> Set<Substring> {
        let log = String(decoding: MailServers.contents(of: "\(servers.folder)/postfix.log"), as: UTF8.self)
        var waiting: Set<Substring> = []
        for line in log.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let program = words.firstIndex(where: { $0.hasPrefix("postfix/qmgr") }), words.count > program + 2
            else { continue }
            let (mail, event) = (words[program + 1], words[program + 2])
            if event == "from=<\(sender)>," { waiting.insert(mail) }
            if event == "removed" { waiting.remove(mail) }
        }
        return waiting
    }

    private static func report(_ result: FaultTally.Count, _ said: Said, _ filed: Filed) {
        let arrived = said.unknown.all.intersection(filed.numbers).count
        print(
            "faults: mail: \(result.successes) taken, \(said.failed.all.count) failed,",
            "\(said.unknown.all.count) unknown of which \(arrived) arrived, slowest \(result.slowest)")
    }
}

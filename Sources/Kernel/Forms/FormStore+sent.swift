import Core
import Crypto
import EventLoop
import Markup
package import ModuleKit
import Postgres
import SQL

extension FormStore: FormMemory {
    /// How long a sending is known.
    static let sentLasts = Duration.seconds(86_400)
    /// No save takes so long: whoever claimed the sending before is gone, with or without having saved it.
    static let sendingLasts = Duration.seconds(120)
    private static let patience = 100

    private enum Claim {
        case mine, running, spent, cutOff
        case answered(FormOutcome)
    }

    /// The claim is written before the saving begins and in a transaction of its own, so that a node that dies in between
    /// leaves a sending that is known and not one that is saved twice.
    package func once(_ sending: Sending, _ work: () async throws -> FormOutcome) async throws -> FormOutcome {
        let id = try Self.id(of: sending)
        for _ in 0..<Self.patience {
            switch try await claim(id, sending) {
            case .mine: return try await run(id, sending, work)
            case .answered(let outcome): return outcome
            case .spent: throw Problem(.alreadySent)
            case .cutOff: throw Problem(.sendingUnknown)
            case .running: try await Self.moment()
            }
        }
        throw Problem(.unavailable, retryAfter: 5)
    }

    private static func moment() async throws {
        if let loop = Loop.current { return try await loop.sleep(for: .milliseconds(100)) }
        try await Task.sleep(for: .milliseconds(100))
    }

    private static func id(of sending: Sending) throws -> [UInt8] {
        var data = AssociatedText("konak.sent-form.v1")
        for text in [sending.place, sending.who, sending.key] { data.append(Array(text.utf8)) }
        data.append(try MessageDigest.of(sending.body.span))
        return try MessageDigest.of(data.bytes.span)
    }

    private func claim(_ id: [UInt8], _ sending: Sending) async throws -> Claim {
        let now = clock.now()
        let taken = try await control.perform(
            """
            INSERT INTO kernel.sent_form AS f (id, tenant_id, state, claimed_at, expires_at) \
            VALUES (\(id), \(sending.tenant), 'running', \(now), \(now + Self.sentLasts)) \
            ON CONFLICT (id) DO UPDATE SET state = 'running', answer = NULL, claimed_at = \(now), \
            expires_at = \(now + Self.sentLasts) WHERE f.expires_at < \(now) RETURNING f.id
            """)
        if !taken.isEmpty { return .mine }
        let rows = try await control.perform("SELECT state, answer, claimed_at FROM kernel.sent_form WHERE id = \(id)")
        // Gone between the two: what failed leaves the work to whoever asks next.
        guard let row = rows.first else { return .running }
        let (state, answer, claimed): (String, [UInt8]?, Timestamp) = (
            try row.decode(0), try row.decodeIfPresent(1), try row.decode(2)
        )
        switch (state, answer) {
        case ("running", _): return now - claimed < Self.sendingLasts ? .running : .cutOff
        case ("done", let answer?):
            let content = try? seal.open(answer, as: "konak.sent-form.v1", bound: [Hex.encode(id.span)])
            return content.flatMap { SentAnswer($0) }.map { .answered($0.outcome) } ?? .spent
        default: return .spent
        }
    }

    private func run(
        _ id: [UInt8], _ sending: Sending, _ work: () async throws -> FormOutcome
    ) async throws -> FormOutcome {
        do {
            let outcome = try await work()
            if case .refused = outcome { await forget(id) } else { await settle(id, outcome) }
            return outcome
        } catch {
            await forget(id)
            throw error
        }
    }

    /// What was saved is saved: that its answer could not be written down is no reason to say otherwise.
    private func settle(_ id: [UInt8], _ outcome: FormOutcome) async {
        let content = SentAnswer(outcome).flatMap {
            try? seal.seal($0.bytes, as: "konak.sent-form.v1", bound: [Hex.encode(id.span)])
        }
        _ = try? await control.perform(
            """
            UPDATE kernel.sent_form SET state = \(content == nil ? "spent" : "done"), answer = \(content) \
            WHERE id = \(id)
            """)
    }

    private func forget(_ id: [UInt8]) async {
        _ = try? await control.perform("DELETE FROM kernel.sent_form WHERE id = \(id) AND state = 'running'")
    }
}

/// Parts in a row, each with its length, so that no two rows of parts read alike.
private struct AssociatedText {
    private(set) var bytes: [UInt8]

    init(_ purpose: StaticString) { bytes = Array(purpose.description.utf8) }

    mutating func append(_ part: [UInt8]) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: part.count >> shift)) }
        bytes += part
    }
}

/// An answer that may lie in a table: a way on, and a line. One with cookies or a page of secrets is never written down.
struct SentAnswer: Codable {
    private let path: String?
    private let tr: String?
    private let en: String?
    private let kind: String?
    private let undo: String?
    private static let mostBytes = 8_192

    init?(_ outcome: FormOutcome) {
        let flash: Flash?
        switch outcome {
        case .see(let place, let line, let cookies):
            guard cookies.isEmpty else { return nil }
            (path, flash) = (place, line)
        case .stay(let line): (path, flash) = (nil, line)
        case .refused, .page, .response: return nil
        }
        (tr, en, kind, undo) = (flash?.text.tr, flash?.text.en, flash?.kind.rawValue, flash?.undo?.text)
        guard let bytes = try? JSONEncoding.encode(self), bytes.count <= Self.mostBytes else { return nil }
    }

    init?(_ bytes: [UInt8]) {
        guard let answer = try? JSONReader.decode(SentAnswer.self, from: bytes) else { return nil }
        self = answer
    }

    var bytes: [UInt8] { (try? JSONEncoding.encode(self)) ?? [] }

    var outcome: FormOutcome {
        let flash = tr.flatMap { tr in
            en.map { Flash(Words(kept: tr, $0), kind.flatMap { Flash.Kind(rawValue: $0) } ?? .good, undo: undo) }
        }
        if let path { return .see(path, flash) }
        return .stay(flash ?? Flash(Words(tr: "Kaydedildi", en: "Saved")))
    }
}

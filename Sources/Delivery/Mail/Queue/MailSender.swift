import Core
import EventLoop
public import Kernel
import ModuleKit
import Outbound
import Postgres
import SQL

/// Sends what was ordered. One runs in every node; none is in charge.
///
/// A mail goes out at least once. It goes out twice only when a server took it and the word of that was lost: the process
/// was killed, or the database or the server fell silent, between the server's last word and the row that records it.
public struct MailSender: BackgroundWork {
    /// As whom, and through which server, a mail is sent.
    struct Identity: Sendable {
        var route: MailRoute
        var address: MailAddress
        var name: String
        var replyTo: MailAddress?
        var keys: [MailKey]
        var isPlatforms: Bool
    }

    /// Where a sender stands, for tests that end it there.
    enum Step: String, Sendable, CaseIterable {
        case claimed, begun, composed, offered, recorded
    }

    /// The name in logs.
    public let name = "mail"
    let queue: MailQueue
    let settings: MailSettings
    let composer: MailComposer
    let carrier: MailCarrier
    let log: Log
    let clock: any WallClock
    var plan = RetryPlan()
    /// Where no level has a server, whether mail is kept to be looked at instead of waiting for one.
    var keepsWithoutRoute = false
    /// How long to rest when nothing was due.
    var pause = Duration.seconds(1)
    var batch = 50
    /// Routes that are used at the same time.
    var width = 4
    /// How long one server may take in a turn.
    var patience = Duration.seconds(30)
    /// By which that is measured.
    var uptime: @Sendable () -> ContinuousClock.Instant = { .now }
    var onStep: @Sendable (Step) async throws -> Void = { _ in }

    /// Works until it is told to drain.
    public func run(until drain: Drain) async {
        var isFailing = false
        var sinceTidied = 0
        while !drain.isDraining, !Task.isCancelled {
            var isBusy = false
            do {
                isBusy = try await turn(drain) >= batch
                if sinceTidied == 0 { try await queue.tidy() }
                sinceTidied = (sinceTidied + 1) % 600
                isFailing = false
            } catch {
                if !isFailing { log.warning("mail not sent: it waits", cause: error) }
                isFailing = true
            }
            if !isBusy { await drain.pause(for: pause) }
        }
    }

    /// Claims what is due and sends it; how many there were.
    @discardableResult
    func turn(_ drain: Drain = Drain()) async throws -> Int {
        let claims = try await queue.claim(batch)
        guard !claims.isEmpty else { return 0 }
        try await onStep(.claimed)
        try await withRenewal {
            let parcels = try await sort(claims)
            try await send(parcels, drain)
        }
        return claims.count
    }

    /// Keeps the claims alive while the work goes on.
    private func withRenewal(_ work: @Sendable () async throws -> Void) async throws {
        guard let loop = Loop.current else { return try await work() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [queue] in
                while (try? await loop.sleep(for: queue.lease / 3)) != nil { try? await queue.renew() }
            }
            defer { group.cancelAll() }
            try await work()
        }
    }

    // MARK: Sorting

    /// What each mail needs to be sent; what cannot be sent at all is dealt with on the way.
    private func sort(_ claims: [MailClaim]) async throws -> [MailParcel] {
        var scenes: [SceneKey: MailScene?] = [:]
        var parcels: [MailParcel] = []
        let keeps = keepsWithoutRoute ? try await !settings.hasAnyRoute() : false
        for claim in claims {
            if let end = claim.notAfter, end <= clock.now() {
                try await queue.end(claim, .expired)
                continue
            }
            do {
                let contents = try composer.contents(claim)
                guard let scene = try await scene(claim, contents.audience, &scenes) else { throw MailFailure.noHouse }
                let letter = composer.letter(claim, scene, contents)
                if keeps {
                    try await keep(claim, scene, contents, letter)
                    continue
                }
                guard let sender = scene.sender else { throw MailFailure.noRoute }
                parcels.append(MailParcel(claim: claim, contents: contents, letter: letter, sender: sender))
            } catch let failure as MailFailure {
                try await fail(claim, failure)
            }
        }
        return parcels
    }

    private struct SceneKey: Hashable {
        let house: MailHouse
        let audience: MailOrder.Audience
    }

    /// Read once for all mails of a batch that need it.
    private func scene(
        _ claim: MailClaim, _ audience: MailOrder.Audience, _ known: inout [SceneKey: MailScene?]
    ) async throws -> MailScene? {
        let key = SceneKey(house: claim.house, audience: audience)
        if let scene = known[key] { return scene }
        do {
            let scene = try await settings.scene(of: claim.house, for: audience)
            known[key] = .some(scene)
            return scene
        } catch is UnreadableRoute {
            throw MailFailure.routeUnreadable
        }
    }

    // MARK: Sending

    /// Several servers at a time. What goes wrong with one ends no other in the middle of a mail: that might send it twice.
    private func send(_ parcels: [MailParcel], _ drain: Drain) async throws {
        var groups = Dictionary(grouping: parcels, by: \.sender.route.id).values.map { $0 }[...]
        var failure: (any Error)?
        await withTaskGroup(of: (any Error)?.self) { tasks in
            func begin() {
                guard let group = groups.popFirst() else { return }
                tasks.addTask {
                    do {
                        try await send(oneRoute: group, drain)
                        return nil
                    } catch { return error }
                }
            }
            for _ in 0..<width { begin() }
            for await error in tasks {
                failure = failure ?? error
                begin()
            }
        }
        if let failure { throw failure }
    }

    /// All mails of one server, on one connection as long as that lives.
    private func send(oneRoute parcels: [MailParcel], _ drain: Drain) async throws {
        var rest = parcels[...]
        let began = uptime()
        // A server that takes minutes for each mail must not keep those of all others waiting for the next turn.
        @Sendable func isOverlong() -> Bool { uptime() - began > patience }
        while let first = rest.first {
            guard !drain.isDraining, !Task.isCancelled else { return try await giveBack(rest) }
            if rest.count < parcels.count, isOverlong() { return try await giveBack(rest, after: patience) }
            do {
                let waiting = rest
                let done = try await carrier.withConnection(to: first.sender, seal: composer.seal) { connection in
                    var done = 0
                    for parcel in waiting {
                        guard connection.isOpen, !drain.isDraining, done == 0 || !isOverlong() else { break }
                        try await send(parcel, on: connection)
                        done += 1
                    }
                    return done
                }
                // A connection on which nothing can be said must not be opened for ever.
                if done == 0, !drain.isDraining { throw MailFailure("route.closed", isTransient: true) }
                rest = rest.dropFirst(done)
            } catch let failure as MailFailure {
                for parcel in rest { try await fail(parcel.claim, failure) }
                return
            }
        }
    }

    /// Not begun: somebody else may have them, at once or a little later.
    private func giveBack(_ parcels: ArraySlice<MailParcel>, after wait: Duration = .zero) async throws {
        let due = Timestamp(microseconds: clock.now().microseconds + wait.components.seconds * 1_000_000)
        for parcel in parcels { try await queue.wait(parcel.claim, until: due, error: nil) }
    }

    private func send(_ parcel: MailParcel, on connection: SMTPConnection) async throws {
        let claim = parcel.claim
        let proposed = MailMessageID.text(claim.id, parcel.sender.address)
        guard let messageID = try await queue.begin(claim, messageID: proposed) else { return }
        try await onStep(.begun)
        let message: MailBytes
        let envelope: SMTPEnvelope
        do {
            let rendered = try await composer.render(parcel.letter)
            note(rendered, claim)
            let draft = try composer.draft(
                claim, rendered, parcel.contents, from: parcel.sender, parcel.letter, messageID: messageID)
            message = try composer.message(draft, from: parcel.sender, at: clock.now())
            envelope = SMTPEnvelope(from: parcel.sender.address, to: [try MailAddress(claim.address)])
        } catch {
            return try await fail(claim, error as? MailFailure ?? (error is MailFault ? .unwritable : .routeSealed))
        }
        try await onStep(.composed)
        let delivery: SMTPDelivery
        do {
            delivery = try await connection.send(message, envelope)
        } catch {
            return try await fail(claim, MailFailure(offering: error))
        }
        try await onStep(.offered)
        if let refusal = delivery.outcomes.first(where: { !$0.isAccepted }) {
            return try await fail(claim, MailFailure(refusal.reply))
        }
        try await recordSent(claim)
        try await onStep(.recorded)
    }

    /// The word that counts most: without it the mail goes out again. So a database that is away for moments is asked
    /// more than once.
    private func recordSent(_ claim: MailClaim) async throws {
        for wait: Duration in [.milliseconds(100), .milliseconds(500), .seconds(2), .seconds(5)] {
            do { return try await recordSentOnce(claim) } catch { try? await Loop.current?.sleep(for: wait) }
        }
        try await recordSentOnce(claim)
    }

    private func recordSentOnce(_ claim: MailClaim) async throws {
        let isMine = try await queue.end(claim, .sent)
        if !isMine { log.warning("mail sent after its claim was lost: it may go out twice") }
    }

    private func fail(_ claim: MailClaim, _ failure: MailFailure) async throws {
        let now = clock.now()
        let next = plan.next(after: claim.attempt, queued: claim.queuedAt, now: now, chance: .random(in: 0...1))
        if failure.isTransient, let next {
            try await queue.wait(claim, until: next, error: failure.code)
        } else {
            try await queue.end(claim, .parked(failure.code))
            log.warning("mail parked", ["code": failure.code, "template": claim.template.description])
        }
    }

    /// A text that somebody broke holds up no mail, but they should know.
    private func note(_ rendered: RenderedMail, _ claim: MailClaim) {
        guard let first = rendered.passedOver.first else { return }
        log.warning("template passed over", ["template": claim.template.description, "fault": first])
    }

    // MARK: Keeping

    /// Written as if it were sent, and laid where it can be looked at.
    private func keep(_ claim: MailClaim, _ scene: MailScene, _ contents: MailContents, _ letter: MailLetter)
        async throws
    {
        let rendered = try await composer.render(letter)
        note(rendered, claim)
        guard let kept = try? KeptMail(claim, scene, contents, letter, rendered, composer) else {
            throw MailFailure.unwritable
        }
        try await kept.store(in: queue.database)
        try await queue.end(claim, .kept)
    }
}

/// A mail that is ready to be sent.
struct MailParcel: Sendable {
    let claim: MailClaim
    let contents: MailContents
    let letter: MailLetter
    let sender: MailSender.Identity
}

import Core
import EventLoop
import HTTP
import Kernel
import ModuleKit
import Outbound
import SQL
import Synchronization
import TestKit
import Testing

@testable import Delivery

/// What a sender leaves behind that ends, is paused or hears nothing, at any point.
@Suite(.serialized) struct MailEndTests {
    struct Killed: Error {}

    /// A sender that is killed at a step does nothing more: no clean-up, no word. What it held comes back when the lease
    /// is over, and everything arrives. Twice only what was offered and not recorded.
    @Test(arguments: MailSender.Step.allCases) func nothingIsLostWhenASenderIsKilled(at step: MailSender.Step)
        async throws
    {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                for index in 0..<4 {
                    _ = try await rig.office.send(
                        MailRig.reset("reader\(index)@example.com"), for: rig.tenant(MailRig.acme))
                }
                let doomed = try rig.sender { if $0 == step { throw Killed() } }
                await #expect(throws: Killed.self) { try await doomed.turn() }
                let early = try await rig.sender().turn()
                #expect(early == 0, "what is leased is nobody else's")
                try await rig.hurry()
                try await rig.sender().turn()
                let states = try await rig.states()
                #expect(states.count == 4 && states.values.allSatisfy { $0 == "sent" })
                let times = Dictionary(grouping: server.mails, by: \.recipient).mapValues(\.count)
                #expect(times.count == 4)
                #expect(times.values.filter { $0 > 1 }.count == (step == .offered ? 1 : 0))
                try Self.expectRepeatsAreKnown(server.mails)
            }
        }
    }

    /// A server that takes a message and is silent: nobody knows, so it is sent again, under the same name.
    @Test func anUnclearAnswerIsRepeatedUnderTheSameName() async throws {
        try await LittleMailServer.with({ _, offer in offer == 1 ? .takeInSilence : .take }) { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                let sender = try rig.sender()
                try await sender.turn()
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "waiting smtp.outcomeUnknown"])
                // Not even another server of another domain changes the name it was given.
                try await rig.route(to: server, from: "posta@elsewhere.test")
                try await rig.hurry()
                try await sender.turn()
                #expect(server.mails.count == 2)
                try Self.expectRepeatsAreKnown(server.mails)
            }
        }
    }

    private static func expectRepeatsAreKnown(_ mails: [LittleMailServer.Mail]) throws {
        for (_, copies) in Dictionary(grouping: mails, by: \.recipient) {
            let names = try copies.map {
                try #require($0.text.split(separator: "\r\n").first { $0.hasPrefix("Message-ID:") })
            }
            #expect(Set(names).count == 1)
        }
    }

    /// A sender that was paused past its lease finds that another has its mail, and sends nothing.
    @Test func whoWasPausedPastTheLeaseSendsNothing() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                let frozen = try rig.sender { step in
                    guard step == .claimed else { return }
                    try await rig.hurry()
                    try await rig.sender().turn()
                }
                try await frozen.turn()
                #expect(server.mails.count == 1)
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "sent"])
            }
        }
    }

    @Test func aStaleWordOnAMailCountsForNothing() async throws {
        try await MailRig.with { rig in
            _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
            let (first, second) = (try rig.sender().queue, try rig.sender().queue)
            let stale = try #require(try await first.claim(10).first)
            try await rig.hurry()
            let fresh = try #require(try await second.claim(10).first)
            let begun = try await first.begin(stale, messageID: "a@b.test")
            let ended = try await first.end(stale, .sent)
            let waited = try await first.wait(stale, until: .epoch, error: "x")
            #expect(begun == nil && !ended && !waited)
            let own = try await second.end(fresh, .sent)
            #expect(own)
        }
    }

    @Test func aClaimIsRenewedWhileItIsWorkedOn() async throws {
        try await MailRig.with { rig in
            _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
            let queue = try rig.sender().queue
            _ = try await queue.claim(10)
            try await rig.database.run("UPDATE delivery.mail SET next_at = now() + interval '5 seconds'")
            try await queue.renew()
            let rows = try await rig.database.rows(
                "SELECT (next_at > now() + interval '30 seconds')::text FROM delivery.mail")
            #expect(rows == [["true"]])
        }
    }

    @Test func twoSendersSendNothingTwice() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                for index in 0..<120 {
                    let tenant = index % 3 == 0 ? MailRig.acme : MailRig.borek
                    _ = try await rig.office.send(MailRig.reset("r\(index)@example.com"), for: rig.tenant(tenant))
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 {
                        var sender = try rig.sender()
                        sender.batch = 7
                        group.addTask { [sender] in while try await sender.turn() > 0 {} }
                    }
                    try await group.waitForAll()
                }
                #expect(server.mails.count == 120 && Set(server.mails.map(\.recipient)).count == 120)
                let states = try await rig.states()
                #expect(states.values.allSatisfy { $0 == "sent" })
            }
        }
    }
}

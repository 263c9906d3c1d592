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

/// What becomes of an order: sent, tried again, parked, expired.
@Suite(.serialized) struct MailSenderTests {
    @Test func aMailIsSentOnceAndItsContentsAreWiped() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                _ = try await rig.office.send(MailRig.reset("can@example.com"), from: .agency(MailRig.mavi))
                let sender = try rig.sender()
                let first = try await sender.turn()
                let second = try await sender.turn()
                #expect((first, second) == (2, 0))
                #expect(Set(server.mails.map(\.recipient)) == ["ayse@example.com", "can@example.com"])
                #expect(server.mails.allSatisfy { $0.text.contains("gizli") })
                #expect(server.connections == 1)
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "sent", "can@example.com": "sent"])
                let left = try await rig.database.rows(
                    """
                    SELECT 1 FROM delivery.mail WHERE sealed IS NOT NULL
                    UNION ALL SELECT 1 FROM delivery.house_mail WHERE sealed IS NOT NULL
                    """)
                #expect(left.isEmpty)
            }
        }
    }

    @Test func aServerThatSaysLaterIsAskedLater() async throws {
        try await LittleMailServer.with({ _, offer in offer < 3 ? .refuse("451 4.7.1 come back later") : .take }) {
            server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                let sender = try rig.sender()
                for _ in 0..<2 {
                    try await sender.turn()
                    let states = try await rig.states()
                    #expect(states == ["ayse@example.com": "waiting 451 4.7.1"])
                    let early = try await sender.turn()
                    #expect(early == 0)
                    try await rig.hurry()
                }
                try await sender.turn()
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "sent"])
                #expect(server.mails.count == 1)
            }
        }
    }

    static let refusals: [(LittleMailServer.Verdict, String)] = [
        (.refuse("550 5.1.1 nobody here"), "parked 550 5.1.1"), (.refuse("553 no"), "parked 553"),
        (.refuseMessage("554 5.7.1 spam"), "parked 554 5.7.1"),
    ]

    @Test(arguments: refusals.indices) func aRefusedMailIsParkedAndCanBeSentAgain(_ index: Int) async throws {
        let (verdict, expected) = Self.refusals[index]
        try await LittleMailServer.with({ _, offer in offer == 1 ? verdict : .take }) { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                let sender = try rig.sender()
                try await sender.turn()
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": expected])
                let ledger = MailLedger(rig.control)
                let id = try #require(try await ledger.list(state: "parked").first?.id)
                let (first, second) = (try await ledger.retry(id), try await ledger.retry(id))
                #expect(first && !second)
                try await sender.turn()
                let after = try await rig.states()
                #expect(after == ["ayse@example.com": "sent"])
            }
        }
    }

    @Test func oneRefusedMailHoldsUpNoOther() async throws {
        let verdict: @Sendable (String, Int) -> LittleMailServer.Verdict = { recipient, _ in
            switch recipient.first {
            case "h": .hangUp
            case "r": .refuse("550 5.1.1 nobody")
            default: .take
            }
        }
        try await LittleMailServer.with(verdict) { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                for name in ["hang", "refused", "one", "two", "three"] {
                    _ = try await rig.office.send(MailRig.reset("\(name)@example.com"), for: rig.tenant(MailRig.acme))
                }
                try await rig.sender().turn()
                let states = try await rig.states()
                #expect(
                    states == [
                        "hang@example.com": "waiting smtp.interrupted", "refused@example.com": "parked 550 5.1.1",
                        "one@example.com": "sent", "two@example.com": "sent", "three@example.com": "sent",
                    ])
            }
        }
    }

    @Test func aServerThatIsAwayIsWaitedForUntilTheDayIsOver() async throws {
        try await MailRig.with { rig in
            let route = MailRoute(
                host: HostName(.loopback), port: try FreePort.find(), security: .none,
                senderAddress: try MailAddress("posta@route.test"))
            try await rig.settings.set(route, password: nil, for: .platform)
            _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
            let sender = try rig.sender()
            try await sender.turn()
            let states = try await rig.states()
            #expect(states == ["ayse@example.com": "waiting route.notConnected"])
            try await rig.hurry()
            try await rig.database.run("UPDATE delivery.mail SET queued_at = now() - interval '25 hours'")
            try await sender.turn()
            let after = try await rig.states()
            #expect(after == ["ayse@example.com": "parked route.notConnected"])
        }
    }

    @Test func settingsThatCannotBeReadHoldUpTheirOwnMailOnly() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                try await rig.route(to: server, for: .tenant(MailRig.acme))
                try await rig.database.run(
                    "UPDATE delivery.mail_route SET sender_address = 'nobody' WHERE tenant_id IS NOT NULL")
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                _ = try await rig.office.send(MailRig.reset("can@example.com"), for: rig.tenant(MailRig.borek))
                try await rig.sender().turn()
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "waiting route.unreadable", "can@example.com": "sent"])
            }
        }
    }

    @Test func withoutAServerItWaits() async throws {
        try await MailRig.with { rig in
            _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
            try await rig.sender().turn()
            let states = try await rig.states()
            #expect(states == ["ayse@example.com": "waiting route.none"])
        }
    }

    @Test func aLinkWhoseTimeIsOverIsNotSent() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                let now = SystemClock().now()
                _ = try await rig.office.send(
                    MailRig.reset("late@example.com", notAfter: now - .seconds(1)), for: rig.tenant(MailRig.acme))
                _ = try await rig.office.send(
                    MailRig.reset("ripe@example.com", notAfter: now + .seconds(600)), for: rig.tenant(MailRig.acme))
                try await rig.sender().turn()
                let states = try await rig.states()
                #expect(states == ["late@example.com": "expired", "ripe@example.com": "sent"])
                let sealed = try await rig.database.rows("SELECT 1 FROM delivery.mail WHERE sealed IS NOT NULL")
                #expect(sealed.isEmpty)
            }
        }
    }

    @Test func contentsOfAnotherHouseAreParked() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                _ = try await rig.office.send(MailRig.reset("one@example.com"), for: rig.tenant(MailRig.acme))
                _ = try await rig.office.send(MailRig.reset("two@example.com"), for: rig.tenant(MailRig.other))
                // Each box in the other's row: a box is bound to tenant and id.
                try await rig.database.run(
                    """
                    UPDATE delivery.mail m SET sealed = o.sealed FROM delivery.mail o WHERE o.id <> m.id
                    """)
                try await rig.sender().turn()
                let states = try await rig.states()
                #expect(Set(states.values) == ["parked contents.unreadable"])
                #expect(server.mails.isEmpty)
            }
        }
    }

    // MARK: Fairness

    @Test func whoHasThousandsWaitingHoldsUpNobody() async throws {
        try await MailRig.with { rig in
            try await rig.database.run(
                """
                INSERT INTO delivery.mail (tenant_id, id, unique_key, template, to_address, language, is_digest, next_at)
                SELECT '\(MailRig.acme)', gen_random_uuid(), 'bulk' || n, 'house.test', 'bulk@example.com', 'tr', true,
                    now() - interval '1 day'
                FROM generate_series(1, 20000) n
                """)
            _ = try await rig.office.send(MailRig.reset("single@example.com"), for: rig.tenant(MailRig.other))
            _ = try await rig.office.send(MailRig.reset("urgent@example.com"), for: rig.tenant(MailRig.acme))
            let claims = try await rig.sender().queue.claim(10)
            let addresses = claims.map(\.address)
            #expect(addresses.contains("single@example.com") && addresses.contains("urgent@example.com"))
            #expect(claims.count == 10)
        }
    }

    // MARK: Going on by itself

    @Test func itRunsUntilItIsToldToDrain() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                let drain = Drain()
                let sender = try rig.sender()
                let running = Task(executorPreference: rig.loops.first) { await sender.run(until: drain) }
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                for _ in 0..<600 where server.mails.isEmpty { try await rig.loops.first.sleep(for: .milliseconds(50)) }
                drain.begin()
                await running.value
                #expect(server.mails.count == 1)
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "sent"])
            }
        }
    }

    @Test func whatWasNotBegunIsGivenBackAtTheEnd() async throws {
        let drain = Drain()
        try await LittleMailServer.with({ _, _ in
            drain.begin()
            return .take
        }) { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                for index in 0..<3 {
                    _ = try await rig.office.send(MailRig.reset("r\(index)@example.com"), for: rig.tenant(MailRig.acme))
                }
                try await rig.sender().turn(drain)
                #expect(server.mails.count == 1)
                let states = try await rig.states()
                #expect(states.values.sorted() == ["sent", "waiting", "waiting"])
            }
        }
    }

    @Test func oldContentsAndOldRowsGo() async throws {
        try await MailRig.with { rig in
            for name in ["week", "quarter", "young"] {
                _ = try await rig.office.send(MailRig.reset("\(name)@example.com"), for: rig.tenant(MailRig.acme))
            }
            try await rig.database.run(
                """
                UPDATE delivery.mail SET state = 'parked', ended_at = now() - CASE to_address
                    WHEN 'week@example.com' THEN interval '8 days' WHEN 'quarter@example.com' THEN interval '91 days'
                    ELSE interval '1 day' END
                """)
            try await rig.sender().queue.tidy()
            let rows = try await rig.database.rows(
                "SELECT to_address, (sealed IS NULL)::text FROM delivery.mail ORDER BY 1")
            #expect(rows == [["week@example.com", "true"], ["young@example.com", "false"]])
            let retried = try await MailLedger(rig.control).retryAll()
            #expect(retried == 1)
        }
    }
}
